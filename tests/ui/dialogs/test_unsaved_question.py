"""The one question that holds up closing: words would be lost."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QMessageBox, QWidget

from casebook.ui.dialogs.unsaved_question import may_lose_unsaved


@pytest.fixture
def window(look, qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


def answer(qtbot, window, act):
    """Do something to the question once it stands there."""

    def when_shown() -> None:
        question = window.findChild(QMessageBox, "unsaved-question")
        act(question)

    QTimer.singleShot(0, when_shown)


def button(question, role):
    return next(button for button in question.buttons() if question.buttonRole(button) == role)


def test_the_window_stays_open_by_default(qtbot, window):
    answer(qtbot, window, lambda question: qtbot.keyClick(question, Qt.Key.Key_Return))
    assert may_lose_unsaved(window) is False


def test_escape_keeps_it_open(qtbot, window):
    answer(qtbot, window, lambda question: qtbot.keyClick(question, Qt.Key.Key_Escape))
    assert may_lose_unsaved(window) is False


def test_words_are_lost_only_by_saying_so(qtbot, window):
    role = QMessageBox.ButtonRole.DestructiveRole
    answer(
        qtbot,
        window,
        lambda question: qtbot.mouseClick(button(question, role), Qt.MouseButton.LeftButton),
    )
    assert may_lose_unsaved(window) is True
