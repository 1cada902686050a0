import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from casebook import paths
from casebook.exchange.case_reading import read_file
from casebook.ui.compare.comparison_page import ComparisonPage
from casebook.ui.library.case_table import CaseTable
from casebook.ui.likeness.likeness_list import LikenessList
from casebook.ui.likeness.similar_cases import SimilarCases


@pytest.fixture
def table(window, workbench):
    (case,) = read_file(paths.resources() / "sample" / "sierra-leone.json")
    workbench.library.cases.save(None, case)
    workbench.cases_changed.emit()
    found = window.findChild(CaseTable, "cases")
    found.choose(0)
    return found


def similar(window, qtbot):
    qtbot.keyClick(
        window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    (dialog,) = window.findChildren(SimilarCases)
    qtbot.waitUntil(lambda: bool(dialog.findChild(LikenessList).rows), timeout=10_000)
    return dialog


def test_similar_cases_are_found_by_key_and_opened_in_write(window, workbench, table, qtbot):
    listed = similar(window, qtbot).findChild(LikenessList)
    wanted = listed.rows[0].ids[0]
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert workbench.case.id == wanted != table.chosen_ids()[0]
    assert window.findChild(type(window.centralWidget()), "page-write").isVisible()


def test_similar_cases_are_compared(window, table, qtbot):
    dialog = similar(window, qtbot)
    dialog.findChild(QPushButton, "similar-compare").click()
    page = window.findChild(ComparisonPage)
    qtbot.waitUntil(lambda: page.isVisible(), timeout=10_000)


def test_it_is_offered_for_one_case_and_goes_with_its_library(window, workbench, table, qtbot):
    dialog = similar(window, qtbot)
    table.selectAll()
    assert not window.actions_table["similar-cases"].isEnabled()
    assert workbench.set_library(None)
    assert not dialog.isVisible()
