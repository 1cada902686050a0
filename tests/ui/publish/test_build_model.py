import attrs
import pytest
from PySide6.QtCore import Qt

from casebook.publishing.builds import Build
from casebook.services.builds import BuildList
from casebook.storage.library import Library
from casebook.ui.publish.build_model import BuildModel


@pytest.fixture
def model(workbench, qtmodeltester):
    made = BuildModel(workbench)
    qtmodeltester.check(made)
    return made


def names(model):
    return [model.index(row).data() for row in range(model.rowCount())]


def kept(workbench):
    return [build.name for build in BuildList(workbench.library).all()]


def test_it_begins_with_the_reports(model):
    assert names(model)[:2] == ["Full case report", "Participant handout"]
    said = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Participant handout, 2 pages · Public · PDF, Word"


def test_every_step_is_kept_in_the_library(model, workbench):
    usual = names(model)
    assert model.add(Build(name="Mine"), 1) == 1
    assert model.duplicate(1) == 2
    assert model.move(2, 0) and not model.move(0, -1)
    model.setData(model.index(0), "  Yours  truly ")
    assert names(model) == ["Yours truly", usual[0], "Mine", *usual[1:]] == kept(workbench)
    bring_back = model.remove(2)
    assert "Mine" not in kept(workbench)
    bring_back()
    assert names(model) == kept(workbench) == ["Yours truly", usual[0], "Mine", *usual[1:]]


def test_a_drop_moves_a_build(model, workbench):
    usual = names(model)
    data = model.mimeData([model.index(0)])
    model.dropMimeData(data, Qt.DropAction.MoveAction, 3, 0, model.index(-1))
    assert names(model) == [usual[1], usual[2], usual[0], *usual[3:]] == kept(workbench)


def test_an_empty_name_is_not_taken(model):
    before = names(model)
    assert not model.setData(model.index(0), "   ") and names(model) == before


def test_in_a_library_open_for_reading_changes_hold_until_it_is_closed(workbench, library_file):
    workbench.set_library(None)
    workbench.set_library(Library.open(library_file, read_only=True))
    model = BuildModel(workbench)
    model.change(attrs.evolve(model.builds[0], file_name="{title}"))
    assert model.builds[0].file_name == "{title}" and workbench.library.shelf.all("build") == []
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsEditable
