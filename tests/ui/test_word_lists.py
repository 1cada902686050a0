"""The word lists of the open library: every change is a step, kept in the file at once."""

import pytest

from casebook.domain.own_terms import NOTHING_ADDED
from casebook.services.own_terms import additions_in
from casebook.storage.library import Library


@pytest.fixture
def lists(workbench):
    return workbench.word_lists


def add(lists, label="Convoys"):
    words, term_id = lists.get("challenge").adding(label, "en")
    lists.change(words, "Add a word")
    return term_id


def test_a_change_is_kept_and_can_be_taken_back_and_made_again(workbench, lists, qtbot):
    with qtbot.waitSignals([lists.changed, workbench.cases_changed]):
        term_id = add(lists)
    assert workbench.vocabularies["challenge"].label(term_id) == "Convoys"
    assert additions_in(workbench.library)["challenge"].own(term_id) is not None
    assert workbench.undo_stack.undoText() == "Add a word"
    workbench.undo()
    assert workbench.vocabularies["challenge"].get(term_id) is None and additions_in(workbench.library) == {}
    workbench.redo()
    assert workbench.wording.term("challenge", term_id) == "Convoys"


def test_each_library_has_its_own(workbench, lists, tmp_path, qtbot):
    term_id = add(lists)
    path = workbench.library.path
    workbench.set_library(Library.create(tmp_path / "other.casebook"))
    assert workbench.vocabularies["challenge"].get(term_id) is None
    assert not workbench.undo_stack.canUndo()
    workbench.set_library(Library.open(path))
    assert workbench.vocabularies["challenge"].get(term_id) is not None
    workbench.set_library(None)
    assert not lists.may_change and lists.additions == {}


def test_reading_only_nothing_is_changed_and_that_is_said(workbench, lists, qtbot):
    path = workbench.library.path
    workbench.set_library(None)
    with qtbot.waitSignal(workbench.problem):
        add(lists)
    workbench.set_library(Library.open(path, read_only=True))
    assert not lists.may_change
    with qtbot.waitSignal(workbench.problem, check_params_cb=lambda said: "reading only" in said):
        add(lists)
    assert not workbench.undo_stack.canUndo() and lists.additions == {}


def test_a_step_that_no_longer_fits_is_dropped(workbench, lists, qtbot):
    add(lists)
    add(lists, "Fuel")
    from casebook.services.own_terms import keep_additions

    keep_additions(workbench.library, "challenge", NOTHING_ADDED)
    lists.load(workbench.library)
    with qtbot.waitSignal(workbench.problem, check_params_cb=lambda said: "meanwhile" in said):
        workbench.undo()
    assert lists.additions == {}


def test_a_change_that_changes_nothing_is_no_step(workbench, lists):
    lists.change(lists.get("challenge"), "Nothing")
    assert not workbench.undo_stack.canUndo()
    assert lists.get("no-such-list") is None
