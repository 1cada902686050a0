import pytest
from PySide6.QtCore import Qt

from casebook.ui.likeness.likeness_list import LikenessList
from casebook.ui.likeness.likeness_model import LikenessRow

ROWS = [LikenessRow(ids=(name,), heads=((name, ""),), score=0.4, reasons="") for name in "abc"]


@pytest.fixture
def shown(look, qtbot):
    made = LikenessList("Cases")
    qtbot.addWidget(made)
    made.resize(300, 300)
    made.show_rows(ROWS)
    made.show()
    return made


def test_the_first_is_chosen_and_enter_opens_it(shown, qtbot):
    assert shown.chosen == (ROWS[0],)
    with qtbot.waitSignal(shown.opened) as opened:
        qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert opened.args == [ROWS[0]]


def test_several_are_chosen_with_shift(shown, qtbot):
    qtbot.keyClick(shown, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert shown.chosen == (ROWS[0], ROWS[1])


def test_a_double_click_opens(shown, qtbot):
    at = shown.visualRect(shown.model().index(2, 0)).center()
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(shown.opened) as opened:
        qtbot.mouseDClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened.args == [ROWS[2]]


def test_delete_is_told(shown, qtbot):
    with qtbot.waitSignal(shown.delete_wanted):
        qtbot.keyClick(shown, Qt.Key.Key_Delete)
