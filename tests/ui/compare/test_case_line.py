from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.ui.compare.reviewer import HILLS, RIVER


def test_a_case_is_added_by_typing_its_name(reviewer, qtbot):
    reviewer.desk.set_cases((RIVER,), "")
    reviewer.wait()
    field = reviewer.page.findChild(QLineEdit, "add-case")
    field.setFocus()
    qtbot.keyClicks(field, "hills")
    popup = field.completer().popup()
    qtbot.waitUntil(popup.isVisible, timeout=3000)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: reviewer.desk.case_ids == (RIVER, HILLS), timeout=3000)
    reviewer.wait()
    qtbot.waitUntil(lambda: field.text() == "", timeout=3000)
    assert reviewer.titles[1] == "Hills: no partnership came of it"


def test_cases_that_are_there_already_are_not_offered(reviewer, qtbot):
    field = reviewer.page.findChild(QLineEdit, "add-case")
    qtbot.keyClicks(field, "coast")
    assert field.completer().completionCount() == 0
