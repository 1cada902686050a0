import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
)

from casebook.storage.library import Library
from casebook.storage.listing import ListQuery
from casebook.ui.forms.field_editor import FieldEditor
from casebook.ui.library.case_table import CaseTable
from casebook.ui.library.side_panel import SidePanel
from casebook.ui.widgets.toast import Toast


@pytest.fixture
def table(window):
    found = window.findChild(CaseTable, "cases")
    found.choose(0)
    return found


def count(workbench, **query):
    return workbench.library.cases.count(ListQuery(**query))


def press_toast(window, qtbot):
    button = window.findChild(Toast, "toast").findChild(QAbstractButton, "message-action")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_new_case_is_made_and_opened_in_write(window, workbench):
    window.actions_table["new-case"].trigger()
    assert count(workbench) == 2 and workbench.case.status == "draft"
    assert window.findChild(type(window.centralWidget()), "page-write").isVisible()


def test_the_title_of_a_new_case_can_be_typed_at_once(window, workbench, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(QApplication.focusWidget(), "Ganta border post")
    workbench.flush()
    assert workbench.case.title == "Ganta border post"


def test_a_capture_can_be_opened_from_its_notice(window, workbench, answers, qtbot):
    def note(dialog):
        (title,) = (one for one in dialog.findChildren(FieldEditor) if one.objectName() == "title")
        qtbot.keyClicks(title.findChild(QLineEdit), "Ceasefire cell in Gao")
        dialog.findChild(QPlainTextEdit, "what_happened").setPlainText("It met twice a week.")
        dialog.findChild(QPushButton, "capture").click()

    answers.then(note)
    window.actions_table["capture"].trigger()
    assert count(workbench) == 2
    press_toast(window, qtbot)
    assert workbench.case.title == "Ceasefire cell in Gao"


def test_a_copy_is_a_draft_of_its_own(window, workbench, table, liberia, qtbot):
    window.actions_table["duplicate"].trigger()
    assert count(workbench) == 2
    press_toast(window, qtbot)
    copy = workbench.case
    assert copy.title == f"{liberia.title} (copy)" and copy.status == "draft" and copy.id != liberia.id
    assert len(copy.outcomes) == len(liberia.outcomes) and copy.outcomes[0].id != liberia.outcomes[0].id


def test_delete_puts_into_the_trash_and_undo_brings_back(window, workbench, table, qtbot):
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert (count(workbench), count(workbench, trashed=True)) == (0, 1)
    press_toast(window, qtbot)
    qtbot.waitUntil(lambda: (count(workbench), count(workbench, trashed=True)) == (1, 0))


def test_the_open_case_is_closed_when_it_goes_to_the_trash(window, workbench, table, liberia):
    workbench.open_case(liberia.id)
    window.actions_table["trash"].trigger()
    assert workbench.case is None and count(workbench, trashed=True) == 1


def in_trash(window, workbench, table):
    window.actions_table["trash"].trigger()
    window.findChild(SidePanel).choose("trash")
    table.choose(0)


def test_a_case_comes_back_from_the_trash(window, workbench, table):
    in_trash(window, workbench, table)
    window.actions_table["restore"].trigger()
    assert count(workbench) == 1


def test_deleting_for_good_is_asked_about(window, workbench, table, answers, qtbot):
    in_trash(window, workbench, table)

    def answer(which):
        def act(box):
            assert isinstance(box, QMessageBox)
            (found,) = (one for one in box.buttons() if box.buttonRole(one) is which)
            found.click()

        return act

    answers.then(answer(QMessageBox.ButtonRole.RejectRole))
    window.actions_table["delete"].trigger()
    assert count(workbench, trashed=True) == 1
    answers.then(answer(QMessageBox.ButtonRole.DestructiveRole))
    window.actions_table["delete"].trigger()
    qtbot.waitUntil(lambda: count(workbench, trashed=True) == 0)


def test_what_needs_writing_is_refused_in_words_where_one_may_only_read(window, workbench, table, qtbot):
    workbench.set_library(Library.open(workbench.library.path, read_only=True))
    table.choose(0)
    assert not window.actions_table["trash"].isEnabled()
    with qtbot.waitSignal(workbench.problem):
        window._cases.new()
