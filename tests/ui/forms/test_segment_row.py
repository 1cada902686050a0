"""Alternatives in a row."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from casebook.ui.forms.segment_row import SegmentRow


@pytest.fixture
def row(look, qtbot):
    row = SegmentRow([(at, str(at), f"word {at}") for at in range(1, 6)])
    qtbot.addWidget(row)
    with qtbot.waitActive(row):
        row.show()
        row.activateWindow()
    row.setFocus()
    row.told = []
    row.chosen.connect(row.told.append)
    return row


def test_arrows_digits_and_backspace(row, qtbot):
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_4, Qt.Key.Key_Backspace):
        qtbot.keyClick(row, key)
    assert row.told == [1, 2, 1, 4, None]
    assert row.meaning() == ""


def test_arrows_stop_at_the_ends_and_mirror_with_the_language(row, qtbot):
    row.show_value(5)
    qtbot.keyClick(row, Qt.Key.Key_Right)
    assert row.told == []
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.keyClick(row, Qt.Key.Key_Right)
    assert row.told == [4]


def test_a_click_chooses_and_a_second_click_clears(row, qtbot):
    four = row.findChild(QToolButton, "segment:4")
    qtbot.mouseClick(four, Qt.MouseButton.LeftButton)
    assert (row.value, row.meaning(), four.isChecked()) == (4, "word 4", True)
    qtbot.mouseClick(four, Qt.MouseButton.LeftButton)
    assert (row.told, four.isChecked()) == ([4, None], False)


def test_it_is_one_stop_for_the_tab_key(row):
    assert row.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert all(not button.focusPolicy() for button in row.findChildren(QToolButton))
    assert row.findChild(QToolButton, "segment:4").accessibleName() == "4, word 4"
