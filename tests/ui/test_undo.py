"""Undo: typing merges while it goes on, nothing else ever does."""

import time

import pytest

from casebook.domain.changes import setting
from casebook.domain.entry_changes import adding
from casebook.domain.records import TermRef
from casebook.domain.sections.challenges import Challenge
from casebook.ui import undo


@pytest.fixture
def stack(workbench):
    return workbench.undo_stack


def title(workbench):
    return workbench.case.challenges[0].title


def type_title(workbench, text):
    """Type letter by letter into the title of the first challenge."""
    for letter in text:
        case = workbench.case
        target = case.challenges[0]
        workbench.apply(setting(case, target.id, "title", target.title + letter), "Challenge")


def test_a_run_of_typing_is_one_step(workbench, stack):
    before = title(workbench)
    type_title(workbench, " and more")
    assert stack.count() == 1
    assert stack.undoText() == "Challenge"
    workbench.undo()
    assert title(workbench) == before
    workbench.redo()
    assert title(workbench) == before + " and more"


def test_typing_in_another_field_is_another_step(workbench, stack):
    type_title(workbench, "abc")
    case = workbench.case
    workbench.apply(setting(case, case.id, "title", case.title + "x"))
    assert stack.count() == 2
    workbench.undo()
    assert title(workbench).endswith("abc")
    assert workbench.case.title == case.title


def test_typing_after_a_pause_is_another_step(workbench, stack, monkeypatch):
    type_title(workbench, "a")
    clock = time.monotonic()
    monkeypatch.setattr(undo.time, "monotonic", lambda: clock + undo.PAUSE + 0.1)
    type_title(workbench, "b")
    assert stack.count() == 2


def test_typing_that_was_saved_in_between_still_merges(workbench, stack):
    before = title(workbench)
    type_title(workbench, "a")
    workbench.flush()
    type_title(workbench, "b")
    assert stack.count() == 1
    workbench.undo()
    assert title(workbench) == before
    workbench.flush()
    assert workbench.library.cases.load(workbench.case.id) == workbench.case


def test_typing_and_taking_it_back_leaves_no_step(workbench, stack):
    case = workbench.case
    target = case.challenges[0]
    workbench.apply(setting(case, target.id, "title", target.title + "x"))
    workbench.apply(setting(workbench.case, target.id, "title", target.title))
    assert stack.count() == 0
    assert not stack.canUndo()


def test_choosing_terms_one_after_another_are_steps_of_their_own(workbench, stack):
    first = workbench.case.status
    for status in ("approved", "draft", "archived"):
        workbench.apply(setting(workbench.case, workbench.case.id, "status", TermRef(status)))
    assert stack.count() == 3
    workbench.undo()
    assert workbench.case.status == "draft"
    workbench.undo()
    workbench.undo()
    assert workbench.case.status == first


def test_entries_added_one_after_another_are_steps_of_their_own(workbench, stack):
    before = workbench.case
    for name in ("one", "two"):
        workbench.apply(adding(workbench.case, "challenges", Challenge(title=name)))
    assert stack.count() == 2
    workbench.undo()
    workbench.undo()
    assert workbench.case == before


def test_typing_that_cannot_be_made_does_not_spoil_the_step_before(workbench, stack, qtbot):
    before = title(workbench)
    type_title(workbench, "a")
    case = workbench.case
    stale = setting(case, case.challenges[0].id, "title", "from another window")
    type_title(workbench, "b")
    with qtbot.waitSignal(workbench.problem) as told:
        workbench.apply(stale)
    assert "nothing was overwritten" in told.args[0]
    assert stack.count() == 1
    assert title(workbench) == before + "ab"
    workbench.undo()
    assert title(workbench) == before


def test_a_step_that_cannot_be_taken_back_is_told_and_dropped(workbench, stack, qtbot):
    case = workbench.case
    target = case.challenges[0].id
    workbench.apply(setting(case, target, "severity", 1))
    # Another hand, past the undo stack.
    workbench.editor.apply(setting(workbench.case, target, "severity", 2))
    with qtbot.waitSignal(workbench.problem):
        workbench.undo()
    assert workbench.case.find(target).severity == 2
    assert stack.count() == 0


def test_a_new_change_ends_what_could_be_redone(workbench, stack):
    type_title(workbench, "a")
    workbench.undo()
    assert stack.canRedo()
    workbench.apply(setting(workbench.case, workbench.case.id, "status", TermRef("draft")))
    assert not stack.canRedo()
