"""Any table goes into a file of the person's choice."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from casebook.domain.grid import Grid
from casebook.exchange.list_reading import read_list
from casebook.ui.lists.grid_export import export_grid, write_grid
from tests.ui.frame.modal import Answers

GRID = Grid(title="Actors", columns=("Name", "Cases"), rows=(("ECOWAS", 3), ("=1+1", 1)))


@pytest.fixture
def answers(look):
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    return Answers()


def test_a_table_is_written_where_it_was_asked_for(workbench, answers, tmp_path, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    answers.choose_files(str(tmp_path / "actors"))
    with qtbot.waitSignal(workbench.told, timeout=10_000) as told:
        export_grid(workbench, parent, "Actors", lambda _progress, _cancelled: GRID)
    assert (
        told.args[0] == f"2 rows are in {tmp_path / 'actors.xlsx'}." and told.args[1][0] == "Open the folder"
    )
    assert read_list(tmp_path / "actors.xlsx").rows == GRID.rows


def test_a_file_dialog_that_is_closed_writes_nothing(workbench, answers, qtbot):
    parent, made = QWidget(), []
    qtbot.addWidget(parent)
    answers.give_up()
    export_grid(workbench, parent, "Actors", lambda _progress, _cancelled: made.append(1) or GRID)
    assert made == [] and not workbench.tasks.running


def test_a_folder_that_refuses_is_told(workbench, tmp_path, qtbot):
    (tmp_path / "folder.xlsx").mkdir()
    with qtbot.waitSignal(workbench.problem, timeout=10_000) as told:
        write_grid(workbench, tmp_path / "folder.xlsx", lambda _progress, _cancelled: GRID)
    assert "could not be written" in told.args[0]
