"""The colours of tags: asked in one place, given and taken back as a step."""

import pytest

from casebook.storage.library import Library


@pytest.fixture
def colours(workbench):
    return workbench.tag_colours


def test_a_tag_has_no_colour_until_it_is_given_one(workbench, colours, qtbot):
    assert colours.colour("border") == "" and colours.state("border", "notice") == "notice"
    with qtbot.waitSignal(colours.changed):
        colours.give(["border", "patrol"], "teal", "Colour tags")
    assert colours.colour("patrol") == "teal" == colours.state("border")
    colours.give(["border"], "", "Colour tags")
    assert colours.colour("border") == ""
    workbench.undo()
    assert colours.colour("border") == "teal"
    workbench.undo()
    assert colours.colour("patrol") == ""
    workbench.redo()
    assert colours.colour("patrol") == "teal"


def test_the_same_colour_is_no_step(workbench, colours):
    colours.give(["border"], "", "Colour tags")
    assert not workbench.undo_stack.canUndo()


def test_they_come_with_the_library(workbench, colours, tmp_path):
    colours.give(["border"], "pink", "Colour tags")
    path = workbench.library.path
    workbench.set_library(Library.create(tmp_path / "other.casebook"))
    assert colours.colour("border") == ""
    workbench.set_library(Library.open(path))
    assert colours.colour("border") == "pink"


def test_a_tag_that_takes_the_place_of_another_takes_its_colour_unless_it_has_one(colours):
    colours.give(["border"], "pink", "")
    colours.give(["vetting"], "blue", "")
    colours.carry(["border"], "borders")
    colours.carry(["border"], "vetting")
    assert (colours.colour("borders"), colours.colour("vetting")) == ("pink", "blue")


def test_a_colour_of_a_later_version_counts_as_none(workbench, colours):
    colours.keep({"border": "ultraviolet"})
    assert colours.colour("border") == "" and colours.state("border") == "neutral"


def test_where_one_may_only_read_none_is_given(workbench, colours, qtbot):
    path = workbench.library.path
    workbench.set_library(Library.open(path, read_only=True))
    with qtbot.waitSignal(workbench.problem):
        colours.give(["border"], "pink", "")
    assert colours.colour("border") == "" and not workbench.undo_stack.canUndo()
