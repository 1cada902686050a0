"""Order among many cases, from the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from casebook.domain.case import Case
from casebook.ui.library.case_table import CaseTable
from casebook.ui.organise.bulk_dialog import BulkDialog
from casebook.ui.organise.collection_picker import CollectionPicker
from casebook.ui.organise.tags_dialog import TagsDialog


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


def test_the_chosen_case_goes_into_a_collection_by_keys_alone(window, workbench, qtbot):
    window.findChild(CaseTable, "cases").choose(0)
    qtbot.keyClick(
        window, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    (dialog,) = window.findChildren(CollectionPicker)
    qtbot.keyClicks(dialog.findChild(QLineEdit, "collection-field"), "West Africa")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    (held,) = workbench.library.collections.all()
    assert held.name == "West Africa" and len(workbench.library.collections.case_ids(held.id)) == 1
    window.actions_table["take-out-of-collection"].trigger()
    (dialog,) = (one for one in window.findChildren(CollectionPicker) if one.isVisible())
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert workbench.library.collections.case_ids(held.id) == []


def test_the_tags_stand_beside_the_window(window, qtbot):
    qtbot.keyClick(
        window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    (dialog,) = window.findChildren(TagsDialog)
    assert dialog.isVisible() and not dialog.isModal() and dialog.tags.count() > 0
