"""Steps with collections: refused ones leave no trace, and none is taken back twice."""

import pytest

from casebook.storage.library import Library
from casebook.ui.organise.collection_steps import CollectionSteps


@pytest.fixture
def steps(desk):
    return CollectionSteps(desk, desk)


def collection(desk, name):
    return next(one for one in desk.library.collections.all() if one.name == name)


def test_a_step_that_is_refused_is_told_and_is_no_step(desk, steps, qtbot):
    west, mano = collection(desk, "West Africa"), collection(desk, "Mano river")
    with qtbot.waitSignal(desk.problem):
        steps.move(west, mano.id)
    assert not desk.undo_stack.canUndo()


def test_the_same_name_or_place_is_no_step(desk, steps):
    police = collection(desk, "Police")
    steps.rename(police, "Police")
    steps.rename(police, "  ")
    steps.move(police, "", police.position)
    assert not desk.undo_stack.canUndo()


def test_a_notice_pressed_late_does_nothing_twice(desk, steps, qtbot):
    with qtbot.waitSignal(desk.told) as told:
        steps.remove(collection(desk, "Police"))
    told.args[1]()
    told.args[1]()
    assert [one.name for one in desk.library.collections.all()].count("Police") == 1


def test_nothing_is_done_in_another_library(desk, steps, tmp_path, qtbot):
    with qtbot.waitSignal(desk.told) as told:
        steps.remove(collection(desk, "Police"))
    desk.set_library(Library.create(tmp_path / "other.casebook"))
    told.args[1]()
    assert desk.library.collections.all() == []


def test_colours_are_kept_and_undone(desk, steps):
    steps.paint(collection(desk, "Police"), "teal")
    assert collection(desk, "Police").colour == "teal"
    desk.undo()
    assert collection(desk, "Police").colour == ""


def test_undo_by_key_after_the_notice_does_nothing_twice(desk, steps, qtbot):
    with qtbot.waitSignal(desk.told) as told:
        steps.remove(collection(desk, "Police"))
    steps.create("Asia")
    told.args[1]()
    for _step in range(2):
        desk.undo()
    names = [one.name for one in desk.library.collections.all()]
    assert names.count("Police") == 1 and "Asia" not in names
