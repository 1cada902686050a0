"""Words in a row."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from casebook.ui.forms.token_field import TokenField


@pytest.fixture
def field(look, qtbot):
    field = TokenField(QLineEdit())
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.show_words([("one", False), ("two", False), ("three", False)])
    field.line.setFocus()
    return field


def test_the_keyboard_walks_through_the_tokens_and_back_to_the_line(field, qtbot):
    qtbot.keyClick(field.line, Qt.Key.Key_Left)
    assert field.tokens[2].hasFocus()
    qtbot.keyClick(field.tokens[2], Qt.Key.Key_Left)
    assert field.tokens[1].hasFocus()
    qtbot.keyClick(field.tokens[1], Qt.Key.Key_Right)
    qtbot.keyClick(field.tokens[2], Qt.Key.Key_Right)
    assert field.line.hasFocus()


def test_the_frame_shows_where_the_keyboard_is(field, qtbot):
    assert field.property("focused") == "true"
    qtbot.keyClick(field.line, Qt.Key.Key_Left)
    assert field.property("focused") == "true"
    field.tokens[2].clearFocus()
    assert field.property("focused") == ""


def test_moving_asks_and_never_beyond_the_ends(field, qtbot):
    told = []
    field.moved.connect(lambda start, end: told.append((start, end)))
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(field.tokens[0], Qt.Key.Key_Left, alt)
    qtbot.keyClick(field.tokens[0], Qt.Key.Key_Right, alt)
    assert told == [(0, 1)]


def test_tokens_are_used_again(field):
    first = field.tokens[0]
    field.show_words([("other", True)])
    assert field.tokens == [first]
    assert first.text() == "other"


def test_backspace_removes_from_an_empty_line_only(field, qtbot):
    told = []
    field.removed.connect(told.append)
    field.line.setText("x")
    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)
    assert told == []
    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)
    assert told == [2]


def test_a_click_beside_the_words_goes_to_the_line(field, qtbot):
    field.tokens[0].setFocus()
    with qtbot.waitSignal(field.clicked):
        qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=field.rect().bottomRight())
    assert field.line.hasFocus()
