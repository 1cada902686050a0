from datetime import date

from casebook.ui.compare.time_labels import time_labels
from casebook.ui.compare.time_window import TimeWindow


def words(window, *, aligned=False):
    return [label for _x, label in time_labels(window, aligned=aligned)]


def test_years_then_months_as_one_comes_closer(look):
    window = TimeWindow.whole(date(2000, 1, 1).toordinal(), date(2010, 1, 1).toordinal(), 900)
    assert words(window)[:3] == ["2000", "2001", "2002"] or words(window)[:2] == ["2000", "2002"]
    assert "Jan 2000" in words(window.zoomed(10, 0))


def test_from_the_start_years_are_counted(look):
    window = TimeWindow.whole(-800, 4000, 900)
    said = words(window, aligned=True)
    assert "start" in said
    assert "+2 years" in said
    assert "−2 years" in said or "−1 years" in said
