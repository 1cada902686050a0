import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from casebook.ui.library.time_strip import TimeStrip


@pytest.fixture
def strip(qtbot, look):
    made = TimeStrip()
    qtbot.addWidget(made)
    made.resize(600, made.sizeHint().height())
    made.show()
    made.show_years({2001: 2, 2002: 7, 2003: 1}, after=1)
    return made


def text(strip, name):
    return strip.findChild(QLabel, name).text()


def test_it_says_what_it_shows(strip):
    assert text(strip, "years-span") == "2001 – 2003: most in 2002 (7 cases)"
    strip.show_years({2001: 2})
    assert text(strip, "years-span") == "2001: 2 cases"
    strip.show_years({})
    assert text(strip, "years-span") == "Years"


def test_years_are_chosen_told_and_left(strip, qtbot):
    with qtbot.waitSignal(strip.years_chosen) as chosen:
        strip.choose(2002, 2003)
    assert chosen.args == [2002, 2003] and strip.chosen == (2002, 2003)
    assert text(strip, "years-chosen") == "2002 – 2003 chosen"
    assert "2002 – 2003 chosen" in strip.bars.accessibleDescription()
    with qtbot.waitSignal(strip.cleared):
        qtbot.mouseClick(strip.findChild(QPushButton, "years-clear"), Qt.MouseButton.LeftButton)
    assert strip.chosen is None and not strip.findChild(QPushButton, "years-clear").isVisible()


def test_keys_are_told_year_by_year(strip, qtbot):
    strip.bars.setFocus()
    qtbot.keyClick(strip.bars, Qt.Key.Key_End)
    assert "2003: 1 case." in strip.bars.accessibleDescription()


def test_what_is_chosen_stays_chosen_when_the_search_changes(strip):
    strip.choose(2002, 2003)
    strip.show_years({1990: 1})
    assert strip.chosen == (2002, 2003)
    assert not strip.bars.grab().toImage().isNull()
