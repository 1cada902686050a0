import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QToolButton

from casebook.ui.publish.case_choice import CaseChoice


@pytest.fixture
def choice(workbench, qtbot):
    made = CaseChoice(workbench)
    qtbot.addWidget(made)
    made.show()
    return made


def test_cases_brought_here_can_be_taken_out(choice, liberia, qtbot):
    choice.show_cases((liberia.id,))
    assert choice.case_ids == (liberia.id,)
    button = choice.findChild(QToolButton, f"drop-{liberia.id}")
    assert liberia.title in button.accessibleName()
    with qtbot.waitSignal(choice.changed):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert choice.case_ids == ()


def test_a_case_is_added_by_typing_its_name(choice, liberia, qtbot):
    field = choice.findChild(QLineEdit, "add-case")
    field.setFocus()
    qtbot.keyClicks(field, "vanguard")
    popup = field.completer().popup()
    qtbot.waitUntil(popup.isVisible, timeout=3000)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: choice.case_ids == (liberia.id,), timeout=3000)
    qtbot.waitUntil(lambda: field.text() == "", timeout=3000)
    assert field.text() == ""


def test_a_case_that_is_gone_is_told(choice, workbench, qtbot):
    with qtbot.waitSignal(workbench.problem):
        choice.show_cases(("01910000-0000-7000-8000-000000000000",))
    assert choice.case_ids == ()
