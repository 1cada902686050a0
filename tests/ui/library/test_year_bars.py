import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from casebook.domain.active_years import YearCounts
from casebook.ui.library.year_bars import YearBars
from tests.ui.library.maps import drag

COUNTS = YearCounts({year: 1 + (year - 2000) % 5 for year in range(2000, 2020)}, 1, 3)


@pytest.fixture
def bars(qtbot, look):
    made = YearBars()
    qtbot.addWidget(made)
    made.resize(600, made.sizeHint().height())
    made.show()
    made.show_counts(COUNTS)
    made.setFocus()
    return made


def over(bars, year):
    """The pixel in the middle of a year."""
    left, right = bars.axis.span(year, year)
    return QPoint(round((left + right) / 2), 30)


def test_dragging_over_years_chooses_them(bars, qtbot):
    with qtbot.waitSignal(bars.years_chosen) as chosen:
        drag(qtbot, bars, [over(bars, 2010), over(bars, 2007), over(bars, 2005)])
    assert chosen.args == [2005, 2010]


def test_a_click_chooses_one_year_and_a_double_click_none(bars, qtbot):
    with qtbot.waitSignal(bars.years_chosen) as chosen:
        qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=over(bars, 2003))
    assert chosen.args == [2003, 2003]
    with qtbot.waitSignal(bars.cleared):
        qtbot.mouseDClick(bars, Qt.MouseButton.LeftButton, pos=over(bars, 2003))
    assert bars.chosen is None


def test_what_is_chosen_can_be_moved_and_drawn_out(bars, qtbot):
    bars.choose(2005, 2008)
    with qtbot.waitSignal(bars.years_chosen) as moved:
        drag(qtbot, bars, [over(bars, 2006), over(bars, 2008), over(bars, 2009)])
    assert moved.args == [2008, 2011]
    edge = QPoint(round(bars.axis.start(2012)), 30)
    with qtbot.waitSignal(bars.years_chosen) as longer:
        drag(qtbot, bars, [edge, over(bars, 2013), over(bars, 2015)])
    assert longer.args == [2008, 2015]
    drag(qtbot, bars, [over(bars, 2010), over(bars, 2019), QPoint(2000, 30)])
    assert bars.chosen == (2012, 2019)


def test_keys_choose_years(bars, qtbot):
    for _ in range(3):
        qtbot.keyClick(bars, Qt.Key.Key_Right)
    assert bars.caret == 2002 and bars.chosen is None
    with qtbot.waitSignal(bars.years_chosen) as chosen:
        qtbot.keyClick(bars, Qt.Key.Key_Space)
    assert chosen.args == [2002, 2002]
    for _ in range(2):
        qtbot.keyClick(bars, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert bars.chosen == (2002, 2004)
    qtbot.keyClick(bars, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert bars.chosen == (2002, 2019)
    with qtbot.waitSignal(bars.cleared):
        qtbot.keyClick(bars, Qt.Key.Key_Escape)


def test_time_runs_from_right_to_left_where_the_language_does(bars, qtbot):
    bars.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert over(bars, 2001).x() > over(bars, 2018).x()
    qtbot.keyClick(bars, Qt.Key.Key_Home)
    qtbot.keyClick(bars, Qt.Key.Key_Left)
    assert bars.caret == 2001


def test_a_year_tells_its_cases(bars):
    at = over(bars, 2004)
    QApplication.sendEvent(bars, QHelpEvent(QHelpEvent.Type.ToolTip, at, bars.mapToGlobal(at)))
    assert QToolTip.text() == "2004: 5 cases"
    QToolTip.hideText()
    assert bars.words_of(2000) == "2000: 1 case"


@pytest.mark.parametrize("span", [1, 2, 30, 200, 9000])
def test_any_span_is_drawn(qtbot, look, span):
    bars = YearBars()
    qtbot.addWidget(bars)
    bars.resize(300, bars.sizeHint().height())
    nothing = bars.grab().toImage()
    bars.show_counts(YearCounts({year: 1 + year % 3 for year in range(900, 900 + span)}))
    shown = bars.grab().toImage()
    assert shown != nothing
    bars.choose(900, 900 + span // 2)
    assert bars.grab().toImage() != shown


def test_open_ends_fade(bars):
    faded = bars.grab().toImage()
    bars.show_counts(YearCounts(COUNTS.counts))
    assert bars.axis.span(2000, 2019) == (12, 588)
    assert bars.grab().toImage() != faded


def test_without_years_keys_and_mouse_do_nothing(qtbot, look):
    bars = YearBars()
    qtbot.addWidget(bars)
    bars.resize(300, bars.sizeHint().height())
    bars.show()
    with qtbot.assertNotEmitted(bars.years_chosen):
        qtbot.keyClick(bars, Qt.Key.Key_Right)
        qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=QPoint(100, 20))
    assert bars.chosen is None
