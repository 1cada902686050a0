"""The panel by itself: what it asks for, and when."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolButton

from casebook.ui.write.find_panel import FindPanel


@pytest.fixture
def panel(look, qtbot):
    made = FindPanel()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.focus_find()
    return made


def test_it_asks_once_for_what_is_typed_quickly(panel, qtbot):
    asked = []
    panel.asked.connect(lambda: asked.append(panel.wanted.text))
    qtbot.keyClicks(panel.words, "Ecomil")
    assert panel.pending
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == ["Ecomil"]


def test_options_are_asked_for_at_once(panel, qtbot):
    for box, name in (
        (panel.match_case, "match_case"),
        (panel.whole_words, "whole_words"),
        (panel.match_accents, "match_accents"),
    ):
        with qtbot.waitSignal(panel.asked):
            qtbot.keyClick(box, Qt.Key.Key_Space)
        assert getattr(panel.wanted, name)


def test_enter_steps_and_escape_closes(panel, qtbot):
    steps = []
    panel.step_wanted.connect(steps.append)
    qtbot.keyClick(panel.words, Qt.Key.Key_Return)
    qtbot.keyClick(panel.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert steps == [1, -1]
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(panel.words, Qt.Key.Key_Escape)


def test_replacing_is_offered_at_a_click(panel, qtbot):
    assert not panel.replacement.isVisible()
    qtbot.mouseClick(panel.findChild(QToolButton, "replace-too"), Qt.MouseButton.LeftButton)
    assert panel.replaces
    assert panel.replacement.isVisible()
    assert panel.replace.isVisible()
    qtbot.mouseClick(panel.findChild(QToolButton, "replace-too"), Qt.MouseButton.LeftButton)
    assert not panel.replace.isVisible()


def test_lines_that_are_pasted_become_one(panel):
    panel.show_replace(True)
    QGuiApplication.clipboard().setText("two\u2028lines\tand more")
    panel.replacement.paste()
    assert panel.tree.found.outcome is None  # there is no case, and no error
