"""Adding, duplicating, moving and removing entries: one undo step each, and nothing where nothing may be."""

import pytest

from casebook.domain.case import CASE
from casebook.storage.library import Library
from casebook.ui.write.entry_steps import EntrySteps


@pytest.fixture
def steps(workbench):
    return EntrySteps(workbench)


def ids(workbench, key="challenges"):
    return [entry.id for entry in workbench.case.section(key)]


def test_an_entry_is_added_at_the_end_and_taken_back_in_one_step(steps, workbench):
    before = ids(workbench)
    added = steps.add(CASE.sections["challenges"])
    assert ids(workbench) == [*before, added]
    assert workbench.undo_stack.undoText() == "Add a challenge"
    workbench.undo()
    assert ids(workbench) == before


def test_a_child_is_added_inside_its_parent(steps, workbench):
    outcome = workbench.case.outcomes[0].id
    added = steps.add(CASE.sections["testimonies"], outcome)
    assert workbench.case.find(added).parent == outcome


def test_a_copy_has_all_that_stands_in_the_entry(steps, workbench):
    outcome = workbench.case.outcomes[0].id
    copy = steps.duplicate(outcome)
    assert ids(workbench, "outcomes")[1] == copy
    for key in ("indicators", "testimonies"):
        assert len(workbench.case.children(key, copy)) == len(workbench.case.children(key, outcome))


def test_a_shared_record_is_not_copied_and_that_is_said(steps, workbench, qtbot):
    with qtbot.waitSignal(workbench.told):
        assert steps.duplicate(ids(workbench, "actor_records")[0]) == ""


def test_removing_offers_to_take_it_back(steps, workbench, qtbot):
    before = workbench.case
    with qtbot.waitSignal(workbench.told) as told:
        steps.remove(before.challenges[0].id)
    sentence, undo = told.args
    assert before.challenges[0].title in sentence
    undo()
    assert workbench.case == before


def test_entries_move_among_their_siblings_only(steps, workbench):
    outcome = workbench.case.outcomes[0].id
    first, second = (child.id for child in workbench.case.children("indicators", outcome)[:2])
    steps.step(first, 1)
    assert [child.id for child in workbench.case.children("indicators", outcome)[:2]] == [second, first]
    steps.step(second, -1)
    steps.move("challenges", 0, 2)
    assert workbench.undo_stack.count() == 2


def test_what_is_not_there_is_left_alone(steps, workbench):
    before = workbench.case
    steps.remove("nobody")
    steps.remove(before.id)
    steps.step("nobody", 1)
    assert steps.duplicate("nobody") == ""
    assert workbench.case == before
    assert workbench.undo_stack.count() == 0


def test_nothing_changes_in_a_library_open_for_reading(steps, workbench, library_file, qtbot):
    case_id = workbench.case.id
    workbench.set_library(Library.open(library_file, read_only=True))
    workbench.open_case(case_id)
    before = workbench.case
    with qtbot.assertNotEmitted(workbench.problem):
        assert steps.add(CASE.sections["challenges"]) == ""
        assert steps.duplicate(before.challenges[0].id) == ""
        steps.remove(before.challenges[0].id)
        steps.step(before.challenges[0].id, 1)
        steps.move("challenges", 0, 1)
    assert workbench.case == before


def test_without_a_case_there_is_nothing_to_do(steps, workbench):
    workbench.close_case()
    assert steps.add(CASE.sections["challenges"]) == ""
    steps.remove("x")
    assert workbench.undo_stack.count() == 0
