"""Order among many cases, from the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from casebook.domain.case import Case
from casebook.ui.library.case_table import CaseTable
from casebook.ui.organise.bulk_dialog import BulkDialog


def test_the_chosen_cases_are_changed_by_key_and_by_the_bar(window, workbench, qtbot):
    workbench.library.cases.add_all([Case(title="Gao"), Case(title="Ganta")])
    workbench.cases_changed.emit()
    window.findChild(CaseTable, "cases").selectAll()
    qtbot.keyClick(
        window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    (dialog,) = window.findChildren(BulkDialog)
    assert dialog.windowTitle() == "Change 3 cases" and not dialog.isModal()
    dialog.close()
    window.findChild(QPushButton, "bar-change-cases").click()
    assert any(one.isVisible() for one in window.findChildren(BulkDialog))
