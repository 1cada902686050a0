"""The list that hangs from a line."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget

from casebook.ui.forms.choice import Choice
from casebook.ui.forms.choice_popup import ROWS, ChoicePopup

MANY = [Choice(value=str(at), label=f"Row {at}", definition="What it means.") for at in range(30)]


@pytest.fixture
def line(look, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    line = QLineEdit()
    area = QScrollArea()
    inner = QWidget()
    inner.setMinimumHeight(2_000)
    QVBoxLayout(inner).addWidget(line, 0, Qt.AlignmentFlag.AlignTop)
    area.setWidget(inner)
    area.setWidgetResizable(True)
    column = QVBoxLayout(window)
    column.addWidget(area)
    line.window_kept, line.area = window, area
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    line.setFocus()
    return line


@pytest.fixture
def popup(line):
    return ChoicePopup(line)


def press(popup, key, modifier=Qt.KeyboardModifier.NoModifier):
    return popup.take_key(QKeyEvent(QEvent.Type.KeyPress, key, modifier))


def test_it_leaves_the_keyboard_with_the_line(popup, line):
    popup.offer(MANY, line.rect())
    assert popup.isVisible()
    assert line.hasFocus()
    assert line.screen().availableGeometry().contains(popup.geometry())


def test_keys_move_and_pick(popup, line, qtbot):
    popup.offer(MANY, line.rect())
    assert press(popup, Qt.Key.Key_Down)
    assert press(popup, Qt.Key.Key_PageDown)
    assert press(popup, Qt.Key.Key_Up)
    assert popup.current == MANY[ROWS - 1]
    with qtbot.waitSignal(popup.picked) as picked:
        press(popup, Qt.Key.Key_Return)
    assert picked.args == [MANY[ROWS - 1]]
    assert not popup.isVisible()


def test_other_keys_are_for_the_line(popup, line):
    popup.offer(MANY, line.rect())
    assert not press(popup, Qt.Key.Key_A)
    assert not press(popup, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert press(popup, Qt.Key.Key_Escape)
    assert not press(popup, Qt.Key.Key_Down)


def test_the_row_that_holds_now_or_the_first_that_matched_is_current(popup, line):
    popup.offer(MANY, line.rect(), current="7")
    assert popup.current == MANY[7]
    popup.offer([Choice(value="x", label="above", aside=True), *MANY[:2]], line.rect())
    assert popup.current == MANY[0]


def test_what_is_added_for_everybody_has_to_be_gone_to(popup, line, qtbot):
    offer = Choice(value="", label="zebra", creates=True, offer="Add “zebra” to this list")
    popup.offer([offer], line.rect())
    assert popup.current is None and popup.list.model().index(0, 0).data() == "Add “zebra” to this list"
    assert not press(popup, Qt.Key.Key_Return)
    assert press(popup, Qt.Key.Key_Down) and popup.current is offer
    with qtbot.waitSignal(popup.picked):
        press(popup, Qt.Key.Key_Return)


def test_nothing_to_offer_closes_it(popup, line):
    popup.offer(MANY, line.rect())
    popup.offer([], line.rect())
    assert not popup.isVisible()


def test_fewer_rows_make_it_smaller(popup, line):
    popup.offer(MANY, line.rect())
    tall = popup.height()
    popup.offer(MANY[:1], line.rect())
    assert popup.height() < tall / 2


def test_it_stands_above_where_the_screen_ends(popup, line):
    bottom = line.mapFromGlobal(line.screen().availableGeometry().bottomLeft()) - QPoint(0, 20)
    popup.offer(MANY, QRect(bottom, line.size()))
    assert popup.geometry().bottom() < line.mapToGlobal(bottom).y() + 5


@pytest.mark.parametrize("what", ["focus", "scroll", "click", "move"])
def test_it_closes_when_what_it_hangs_from_moves_or_is_left(popup, line, qtbot, what):
    popup.offer(MANY, line.rect())
    if what == "focus":
        line.clearFocus()
    elif what == "scroll":
        line.area.verticalScrollBar().setValue(200)
    elif what == "click":
        qtbot.mouseClick(line.window_kept, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    else:
        line.window_kept.move(200, 200)
    assert not popup.isVisible()
