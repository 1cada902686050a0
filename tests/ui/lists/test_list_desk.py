"""The desk reads, guesses and plans off the GUI thread; the latest wish alone counts."""

import pytest

from casebook.services.lists.mapping import ColumnChoice
from casebook.storage.library import Library
from casebook.ui.lists.list_desk import ListDesk


@pytest.fixture
def desk(workbench):
    made = ListDesk(workbench)
    yield made
    made.stop()


def ready(desk, path, qtbot):
    with qtbot.waitSignal(desk.read, timeout=10_000):
        desk.open(path)
    with qtbot.waitSignal(desk.planned, timeout=10_000):
        desk.look_through()
    return desk


def test_a_file_is_read_looked_through_and_planned(desk, projects_file, qtbot):
    ready(desk, projects_file, qtbot)
    assert desk.listed.sheet == "Sheet 1" and desk.plan.count == 2
    assert desk.plan.records()[0].authors == ("Ama Mensah",)
    assert not desk.mapping.into


def test_of_two_files_the_later_is_read(desk, projects_file, events_file, qtbot):
    desk.open(projects_file)
    with qtbot.waitSignal(desk.read, timeout=10_000):
        desk.open(events_file)
    assert desk.listed.name == "events.xlsx"


def test_each_choice_is_planned_anew(desk, projects_file, qtbot):
    ready(desk, projects_file, qtbot)
    with qtbot.waitSignal(desk.planned, timeout=10_000):
        desk.choose(1, ColumnChoice())
        desk.choose(4, ColumnChoice(target="brief"))
    assert desk.plan.count == 3 and desk.plan.records()[0].brief == "It went well."


def test_another_place_is_guessed_for_anew(desk, events_file, qtbot):
    ready(desk, events_file, qtbot)
    desk.set_into("timeline")
    assert desk.plan is None
    with qtbot.waitSignal(desk.planned, timeout=10_000):
        desk.look_through()
    assert [choice.target for choice in desk.mapping.choices] == ["date", "title", "type", "actors"]
    desk.check()


def test_a_library_that_is_read_only_remembers_nothing(desk, projects_file, workbench, library_file, qtbot):
    ready(desk, projects_file, qtbot)
    workbench.set_library(Library.open(library_file, read_only=True))
    with qtbot.waitSignal(workbench.problem) as told:
        desk.remember()
    assert "reading" in told.args[0]


def test_what_cannot_be_read_is_refused_in_words(desk, tmp_path, qtbot):
    with qtbot.waitSignal(desk.refused, timeout=10_000) as told:
        desk.open(tmp_path / "nowhere.csv")
    assert "nowhere.csv" in told.args[0] and desk.listed is None
