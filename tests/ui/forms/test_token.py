"""One chosen word."""

import pytest
from PySide6.QtCore import QPoint, Qt

from casebook.ui.forms.token import Token


@pytest.fixture
def token(look, qtbot):
    token = Token("UN mission", opens=True)
    qtbot.addWidget(token)
    token.resize(token.sizeHint())
    with qtbot.waitActive(token):
        token.show()
        token.activateWindow()
    token.setFocus()
    return token


def test_the_cross_removes_and_the_word_does_not(token, qtbot):
    told = []
    token.removed.connect(lambda: told.append(1))
    qtbot.mouseClick(token, Qt.MouseButton.LeftButton, pos=QPoint(10, token.height() // 2))
    assert told == []
    qtbot.mouseClick(token, Qt.MouseButton.LeftButton, pos=QPoint(token.width() - 10, token.height() // 2))
    assert told == [1]


def test_the_cross_is_on_the_other_side_where_the_language_runs_so(token, qtbot):
    token.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    with qtbot.waitSignal(token.removed):
        qtbot.mouseClick(token, Qt.MouseButton.LeftButton, pos=QPoint(10, token.height() // 2))


@pytest.mark.parametrize(
    ("key", "modifier", "signal", "args"),
    [
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "removed", []),
        (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier, "removed", []),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, "left", [-1]),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier, "moved", [1]),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "opened", []),
    ],
)
def test_keys(token, qtbot, key, modifier, signal, args):
    with qtbot.waitSignal(getattr(token, signal)) as told:
        qtbot.keyClick(token, key, modifier)
    assert list(told.args) == args


def test_a_double_click_opens_and_the_name_is_for_screen_readers(token, qtbot):
    with qtbot.waitSignal(token.opened):
        qtbot.mouseDClick(token, Qt.MouseButton.LeftButton, pos=QPoint(10, token.height() // 2))
    assert token.accessibleName() == "UN mission"
    assert "Delete removes" in token.accessibleDescription()


def test_a_long_word_is_cut_and_whole_in_the_tooltip(token):
    token.show_word("word " * 60)
    assert token.sizeHint().width() < 60 * token.fontMetrics().averageCharWidth()
    assert token.toolTip() == "word " * 60
