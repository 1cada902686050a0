"""Where the keyboard is."""

import pytest
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget

from casebook.ui.widgets.focus import focus_path, focused, holds_focus, scroll_to


@pytest.fixture
def nested(qtbot):
    window = QWidget()
    box, line = QWidget(window), QLineEdit()
    QVBoxLayout(window).addWidget(box)
    QVBoxLayout(box).addWidget(line)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    with qtbot.waitActive(window):
        pass
    return window, box, line


def test_the_keyboard_is_in_a_widget_and_in_all_around_it(nested):
    window, box, line = nested
    line.setFocus()
    assert focused() is line
    assert all(holds_focus(widget) for widget in nested)
    assert list(focus_path(window)) == [line, box]


def test_the_keyboard_can_be_nowhere(nested):
    window, box, line = nested
    line.setFocus()
    line.clearFocus()
    assert not holds_focus(line)
    assert not holds_focus(box)
    assert list(focus_path(window)) == []


def test_what_stands_below_is_scrolled_to(qtbot):
    area, inside = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    area.resize(200, 100)
    inside.resize(150, 900)
    line = QLineEdit(inside)
    line.move(0, 800)
    area.setWidget(inside)
    with qtbot.waitExposed(area):
        area.show()
    assert line.visibleRegion().isEmpty()
    scroll_to(line)
    assert line.visibleRegion().boundingRect() == line.rect()
