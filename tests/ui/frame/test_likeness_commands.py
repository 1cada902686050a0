import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from casebook import paths
from casebook.domain.changes import setting
from casebook.exchange.case_reading import read_file
from casebook.services.new_cases import copy_case
from casebook.ui.compare.comparison_page import ComparisonPage
from casebook.ui.library.case_table import CaseTable
from casebook.ui.likeness.duplicates_list import DuplicatesList
from casebook.ui.likeness.likeness_list import LikenessList
from casebook.ui.likeness.merge_dialog import MergeCasesDialog
from casebook.ui.likeness.similar_cases import SimilarCases
from casebook.ui.widgets.message_bar import MessageBar
from casebook.ui.widgets.toast import Toast
from tests.strategies import same_in_full


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


def merging(window, qtbot):
    window.actions_table["merge-cases"].trigger()
    (dialog,) = window.findChildren(MergeCasesDialog)
    qtbot.waitUntil(dialog.findChild(QPushButton, "merge-do").isEnabled, timeout=10_000)
    return dialog


def test_two_chosen_cases_are_merged_and_undo_puts_both_back(window, workbench, table, qtbot):
    assert not window.actions_table["merge-cases"].isEnabled()
    table.selectAll()
    before = {case_id: workbench.library.cases.load(case_id) for case_id in table.chosen_ids()}
    dialog = merging(window, qtbot)
    kept, other = table.chosen_ids()
    assert workbench.open_case(kept)
    qtbot.mouseClick(dialog.findChild(QPushButton, "merge-do"), Qt.MouseButton.LeftButton)
    cases = workbench.library.cases
    assert cases.trashed_ids() == {other} and cases.load(kept) != before[kept]
    assert workbench.case == cases.load(kept)
    toast = window.findChild(Toast, "toast")
    assert "which is in the Trash" in toast.text
    qtbot.mouseClick(toast.findChild(QPushButton, "message-action"), Qt.MouseButton.LeftButton)
    assert cases.trashed_ids() == frozenset()
    assert all(same_in_full(cases.load(case_id), case) for case_id, case in before.items())
    assert workbench.case == before[kept]


def test_the_other_case_is_closed_in_write_when_it_goes(window, workbench, table, qtbot):
    table.selectAll()
    dialog = merging(window, qtbot)
    assert workbench.open_case(table.chosen_ids()[1])
    dialog.findChild(QPushButton, "merge-do").click()
    assert workbench.case is None


def test_a_case_that_was_changed_meanwhile_is_not_merged(window, workbench, table, qtbot):
    table.selectAll()
    dialog = merging(window, qtbot)
    case = workbench.library.cases.load(table.chosen_ids()[0])
    change = setting(case, case.id, "title", "Changed elsewhere")
    workbench.library.cases.save(case, change.apply(case), change)
    dialog.findChild(QPushButton, "merge-do").click()
    assert "Nothing was merged" in window.findChild(MessageBar, "problem-bar").text
    assert workbench.library.cases.trashed_ids() == frozenset()


def test_duplicates_lead_to_merging(window, workbench, liberia, qtbot):
    copy_case(workbench.library, liberia.id, "Liberia: from West African vanguard to UN mission")
    window.actions_table["duplicates"].trigger()
    (dialog,) = window.findChildren(DuplicatesList)
    qtbot.waitUntil(lambda: bool(dialog.findChild(LikenessList).rows), timeout=10_000)
    dialog.findChild(QPushButton, "duplicates-merge").click()
    (merge,) = window.findChildren(MergeCasesDialog)
    qtbot.waitUntil(merge.findChild(QPushButton, "merge-do").isEnabled, timeout=10_000)
    merge.findChild(QPushButton, "merge-do").click()
    assert len(workbench.library.cases.trashed_ids()) == 1
    qtbot.waitUntil(lambda: not dialog.findChild(LikenessList).rows, timeout=10_000)
