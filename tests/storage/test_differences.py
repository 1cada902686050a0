"""Only rows that differ are written."""

from random import Random

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.domain.case import CASE, Case
from casebook.domain.changes import setting
from casebook.domain.entry_changes import moving, removing
from casebook.domain.sections.challenges import Challenge
from casebook.storage.differences import Differences, arriving
from casebook.storage.tables import tables_for
from casebook.storage.writes import Writes
from tests.builders import build_case
from tests.strategies import any_case, any_change

TABLES = tables_for(CASE)
BUILT = build_case(1)


class Noted(Writes):
    """Notes which rows would be written, as (verb, table, key)."""

    def __init__(self):
        super().__init__()
        self.rows = []

    def insert(self, table, row):
        self.rows.append(("insert", table.name, row.get("id") or row.get("record_id") or row.get("entry_id")))

    def update(self, table, key, changed):
        if changed:
            self.rows.append(("update", table.name, next(iter(key.values())), *changed))

    def remove(self, table, key):
        self.rows.append(("remove", table.name, next(iter(key.values()))))


def written(before, after, known=()):
    noted = Noted()
    Differences(TABLES, noted).gather(before, after, known)
    return noted.rows


def test_nothing_is_written_when_nothing_differs():
    assert written(BUILT, BUILT) == []
    assert written(BUILT, attrs.evolve(BUILT)) == []


@given(seed=st.integers(0, 2**32))
def test_equal_cases_differ_in_no_row(seed):
    assert written(any_case(Random(seed)), any_case(Random(seed))) == []


def test_one_field_is_one_column_of_one_row():
    entry = BUILT.challenges[0]
    after = setting(BUILT, entry.id, "severity", 5 if entry.severity != 5 else 4).apply(BUILT)
    assert written(BUILT, after) == [("update", "challenges", entry.id, "severity")]


def test_a_text_is_written_with_its_index():
    before = attrs.evolve(BUILT, context="Once")
    assert written(before, setting(before, before.id, "context", "Anew").apply(before)) == [
        ("update", "cases", BUILT.id, "context"),
        ("update", "search_text", BUILT.id, "body"),
    ]


def test_chips_are_written_one_by_one():
    case = attrs.evolve(BUILT, tags=("a", "b", "c"))
    rows = [row for row in written(case, attrs.evolve(case, tags=("a", "x"))) if row[1] == "case__tags"]
    assert rows == [("update", "case__tags", BUILT.id, "value"), ("remove", "case__tags", BUILT.id)]


def test_two_that_change_places_are_two_positions():
    case = attrs.evolve(BUILT, challenges=tuple(Challenge(title=str(number)) for number in range(4)))
    first, second = case.challenges[:2]
    moved = moving(case, first.id, 1).apply(case)
    assert sorted(written(case, moved)) == sorted(
        ("update", "challenges", entry.id, "position") for entry in (first, second)
    )


def test_an_entry_that_goes_takes_its_index_along():
    case = attrs.evolve(BUILT, challenges=(Challenge(title="One"), Challenge(title="Two")))
    rows = written(case, removing(case, case.challenges[1].id).apply(case))
    assert set(rows) == {("remove", name, case.challenges[1].id) for name in ("challenges", "search_text")}


def test_shared_records_the_library_has_are_only_noted_as_held():
    known = arriving(TABLES, None, BUILT)
    ids = set().union(*known.values())
    assert ids == {record.id for record in (*BUILT.actor_records, *BUILT.source_records)}
    tables = {row[1] for row in written(None, BUILT, ids)}
    assert {"case__actor_records", "case__source_records"} <= tables
    assert not {"actor_records", "source_records", "source_records__authors"} & tables
    assert arriving(TABLES, BUILT, BUILT) == {"actor_records": set(), "source_records": set()}


@settings(max_examples=40)
@given(seed=st.integers(0, 2**32))
def test_only_records_that_differ_are_touched(seed):
    rng = Random(seed)
    before = any_case(rng)
    after = any_change(rng, before).apply(before)
    old, new = placed(before), placed(after)
    differing = {ident for ident in {**old, **new} if old.get(ident) != new.get(ident)}
    # A shared record that leaves the case stays in the library as it is.
    differing -= {record.id for record in (*before.actor_records, *before.source_records)} - new.keys()
    touched = {
        row[2]
        for row in written(before, after)
        if row[1] not in ("case__actor_records", "case__source_records")
    }
    assert touched == differing


def placed(case: Case):
    """Every record with its place in its section; shared records have none."""
    found = {case.id: (case.stamp, *(getattr(case, spec.name) for spec in CASE.header), *marks(case))}
    for key, section in CASE.sections.items():
        for place, record in enumerate(case.section(key)):
            found[record.id] = (record, record.stamp, None if section.shared else place)
    return found


def marks(record):
    return record.sensitivity, record.absences, record.field_sensitivities, record.extra
