from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.ui.compare.time_window import STEPS, TimeWindow

START, END = date(1999, 1, 1).toordinal(), date(2020, 12, 31).toordinal()
WHOLE = TimeWindow.whole(START, END, 900)


def test_all_of_it_is_in_view_at_first():
    assert WHOLE.is_whole
    assert (WHOLE.at(START), WHOLE.at(END)) == (0, 900)
    assert WHOLE.day(450) == pytest.approx((START + END) / 2)


@given(st.floats(0.2, 8), st.floats(0, 900), st.floats(-3000, 3000))
def test_zooming_and_moving_never_leave_the_axis(factor, x, pixels):
    window = WHOLE.zoomed(2, 450).zoomed(factor, x).moved(pixels)
    assert window.lowest - 1e-6 <= window.first < window.last <= window.highest + 1e-6


@given(st.floats(1.1, 3), st.floats(200, 700))
def test_what_is_under_the_mouse_stays_there(factor, x):
    day = WHOLE.day(x)
    assert WHOLE.zoomed(factor, x).at(day) == pytest.approx(x, abs=1e-6)


def test_a_day_out_of_view_is_brought_into_it():
    close = WHOLE.zoomed(8, 0)
    assert not close.first <= END - 400 <= close.last
    shown = close.showing(END - 400)
    assert shown.first <= END - 400 <= shown.last
    assert close.showing(close.first + 1) is close


def test_the_scale_has_few_marks_in_whole_steps():
    for factor in (1, 2, 5, 20, 80):
        window = WHOLE.zoomed(factor, 300)
        ticks = window.ticks(aligned=False)
        assert window.step in STEPS
        assert len(ticks) <= 14
        assert all(0 <= x <= 900 and month % window.step == 0 for x, month in ticks)


def test_counted_from_the_start_the_scale_has_nought():
    window = TimeWindow.whole(-400, 6000, 800)
    months = [month for _x, month in window.ticks(aligned=True)]
    assert 0 in months
    assert window.at(0) == {month: x for x, month in window.ticks(aligned=True)}[0]


def test_the_end_of_all_years_does_no_harm():
    window = TimeWindow.whole(date(9990, 1, 1).toordinal(), date.max.toordinal(), 600)
    assert window.ticks(aligned=False)
    assert TimeWindow.whole(5, 5, 0).width == 1
