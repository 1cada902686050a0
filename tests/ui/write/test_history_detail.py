"""What a change did, in words."""

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from casebook.domain.case import new_case
from casebook.domain.changes import OF_RECORD, Aspect, Batch, setting
from casebook.domain.entry_changes import adding, removing
from casebook.domain.plain import plain_change
from casebook.domain.records import Absence, Sensitivity
from casebook.domain.sections.challenges import Challenge
from casebook.domain.wording import Wording
from casebook.storage.history import HistoryEntry
from casebook.ui.write.history_detail import CONTEXT, Detail, details_of, trimmed
from tests.strategies import cases, changes

PLAIN = Wording(vocabularies={})


@pytest.fixture
def case():
    return new_case(title="A case", challenges=(Challenge(title="Radio", severity=3),))


def entry_of(change, case):
    return HistoryEntry(id="1", at="", who="", what="", change=plain_change(change, case))


def details(change, case):
    return details_of(entry_of(change, case), change.apply(case), PLAIN)


def test_a_value_reads_before_and_after(case):
    change = setting(case, case.challenges[0].id, "severity", 4)
    (found,) = details(change, case)
    assert found.label == "Severity"
    assert found.before.startswith("3")
    assert found.after.startswith("4")


def test_an_empty_value_reads_as_not_recorded(case):
    change = setting(case, case.id, "brief", "Short.")
    assert details(change, case) == (Detail("Brief", "not recorded", "Short."),)


def test_absence_and_sensitivity_read_as_words(case):
    absent = setting(case, case.id, "lessons", Absence.NONE_FOUND, Aspect.ABSENCE)
    assert details(absent, case) == (Detail("Lessons", "not recorded", "looked for, none found"),)
    marked = setting(case, case.challenges[0].id, OF_RECORD, Sensitivity.INTERNAL, Aspect.SENSITIVITY)
    assert details(marked, case)[0].after == "Internal"


def test_an_added_entry_has_nothing_before_and_a_removed_one_nothing_after(case):
    added = details(adding(case, "challenges", Challenge(title="Roads")), case)
    assert added == (Detail("Challenge", None, "Roads"),)
    removed = details(removing(case, case.challenges[0].id), case)
    assert [detail.after for detail in removed] == [None, None]
    assert removed[0].before == "Radio"


def test_a_batch_tells_each_step(case):
    change = Batch(changes=(setting(case, case.id, "title", "B"), setting(case, case.id, "brief", "C")))
    assert [detail.label for detail in details(change, case)] == ["Title", "Brief"]


@pytest.mark.parametrize(
    "change", [{"do": "create"}, {"do": "trash"}, {"do": "replace", "old": {}}, {}, {"do": "set"}]
)
def test_what_no_change_describes_has_no_detail(case, change):
    entry = attrs.evolve(entry_of(setting(case, case.id, "title", "B"), case), change=change)
    assert details_of(entry, case, PLAIN) == ()


@given(st.data())
def test_every_change_can_be_told(data):
    case = data.draw(cases())
    change = data.draw(changes(case))
    for detail in details(change, case):
        assert detail.before is not None or detail.after is not None


def test_only_the_surroundings_of_a_difference_are_kept():
    same = "a" * 500
    before, after = trimmed(f"{same} red {same}", f"{same} blue {same}")
    assert before.startswith("…") and before.endswith("…")
    assert " red " in before and " blue " in after
    assert len(before) < 2 * CONTEXT + 12


@given(st.text(), st.text(), st.text(), st.text())
def test_trimming_keeps_what_differs(head, one, other, tail):
    assume(one != other)
    before, after = trimmed(head + one + tail, head + other + tail)
    if len(head) <= CONTEXT and len(tail) <= CONTEXT:
        assert (before, after) == (head + one + tail, head + other + tail)
    assert before != after
