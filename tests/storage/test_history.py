"""Who changed what, when, from what to what."""

import attrs
import pytest

from casebook.domain.case import CASE, new_case
from casebook.domain.changes import Batch, setting
from casebook.domain.entry_changes import adding
from casebook.domain.plain import change_of
from casebook.domain.records import Stamp
from casebook.domain.sections.challenges import Challenge
from casebook.storage.history import LONG_TEXT


def saved(library, case, change, at="", by=""):
    after = change.apply(case)
    if at:
        after = attrs.evolve(after, stamp=Stamp(updated_at=at, updated_by=by))
    library.cases.save(case, after, change)
    return after


@pytest.fixture
def case(library):
    case = new_case(title="Liberia", challenges=(Challenge(title="Mandate gap"),))
    library.cases.save(None, case)
    return case


def test_every_save_is_told_latest_first(library, case):
    change = setting(case, case.challenges[0].id, "severity", 4)
    after = saved(library, case, change, at="2026-05-01T10:00:00+00:00", by="Kofi")
    latest, first = library.history.of(case.id)
    assert (latest.at, latest.who) == ("2026-05-01T10:00:00+00:00", "Kofi")
    assert latest.what.startswith("Severity of “Mandate gap” set to 4")
    assert (latest.change["old"], latest.change["new"]) == (None, 4)
    assert (first.what, first.who) == ("Case added", "Ama Mensah")
    assert change_of(latest.change, CASE) == change
    assert change_of(latest.change, CASE).inverse().apply(after) == case


def test_only_the_asked_number_is_given(library, case):
    for number in range(5):
        case = saved(library, case, setting(case, case.id, "title", f"Title {number}"))
    assert [entry.change["new"] for entry in library.history.of(case.id, limit=2)] == ["Title 4", "Title 3"]
    assert library.history.of("nothing") == []


def test_what_is_saved_without_a_change_is_told_record_by_record(library, case):
    after = attrs.evolve(case, title="Replaced", challenges=())
    library.cases.save(case, after)
    told = library.history.of(case.id)[0]
    assert told.what == "Case changed"
    assert set(told.change["old"]) == {case.id, case.challenges[0].id}
    assert told.change["new"][case.id]["title"] == "Replaced"


def test_the_trash_is_told(library, case):
    library.cases.trash(case.id)
    library.cases.restore(case.id)
    assert [entry.change["do"] for entry in library.history.of(case.id)] == ["restore", "trash", "create"]


def test_a_batch_that_brings_a_case_may_name_itself(library):
    case = new_case(title="From a stick")
    library.cases.save(None, case, Batch(changes=(), label="Imported from stick.casebook.json"))
    assert library.history.of(case.id)[0].what == "Imported from stick.casebook.json"


def typed(library, case, texts, minutes, by="Kofi"):
    for text, minute in zip(texts, minutes, strict=True):
        change = setting(case, case.id, "context", text)
        case = saved(library, case, change, at=f"2026-05-01T10:{minute:02d}:00+00:00", by=by)
    return case


def entries(library, case):
    return [entry for entry in library.history.of(case.id) if entry.change.get("field") == "context"]


def test_typing_on_in_a_long_text_is_one_growing_entry(library, case):
    long = "x" * LONG_TEXT
    case = typed(library, case, [long + "a", long + "ab", long + "abc"], [1, 2, 3])
    (entry,) = entries(library, case)
    assert (entry.change["old"], entry.change["new"]) == ("", long + "abc")
    assert entry.at.startswith("2026-05-01T10:03")
    case = typed(library, case, [long + "abcd"], [7])
    assert len(entries(library, case)) == 2


def test_another_hand_another_field_or_undoing_begins_a_new_entry(library, case):
    long = "x" * LONG_TEXT
    case = typed(library, case, [long + "a"], [1])
    case = typed(library, case, [long + "ab"], [2], by="Ama")
    case = saved(library, case, setting(case, case.id, "title", "Between"))
    case = typed(library, case, [long + "abc"], [2], by="Ama")
    case = typed(library, case, [long + "ab"], [3], by="Ama")
    assert [len(entry.change["new"]) - LONG_TEXT for entry in entries(library, case)] == [2, 3, 2, 1]


def test_short_texts_are_told_step_by_step(library, case):
    case = typed(library, case, ["a", "ab", "abc"], [1, 1, 1])
    assert [entry.change["new"] for entry in entries(library, case)] == ["abc", "ab", "a"]


def test_the_history_of_a_case_leaves_with_it_alone(library, case):
    other = new_case(title="Other")
    library.cases.save(None, other)
    saved(library, case, adding(case, "challenges", Challenge(title="More")))
    library.cases.delete(case.id)
    assert library.history.of(case.id) == []
    assert len(library.history.of(other.id)) == 1
