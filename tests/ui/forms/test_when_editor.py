"""Dates as people know them."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCalendarWidget, QToolButton

from casebook.domain.dates import When
from casebook.domain.fields import Kind
from casebook.ui.forms.when_editor import readable


def test_it_says_back_how_a_date_was_understood(page):
    editor = page.show(Kind.WHEN)
    page.type("ca 06/2003")
    assert editor.head.note == "= about June 2003"
    page.leave()
    assert page.said[-1] == When("2003-06~")


def test_what_is_typed_is_told_after_a_short_pause(page, qtbot):
    editor = page.show(Kind.WHEN)
    with qtbot.waitSignal(editor.edited, timeout=1000) as told:
        page.type("2003–2018")
    assert told.args == [When("2003/2018")] or page.said[-1] == When("2003/2018")
    assert editor.head.note == "= 2003 – 2018"


def test_what_is_no_date_stays_typed_and_is_said_on_leaving(page):
    editor = page.show(Kind.WHEN)
    editor.set_value(When("2003"))
    page.press(Qt.Key.Key_End)
    page.type(" or so")
    assert editor.problem == ""
    page.leave()
    assert "not a date I know" in editor.problem
    assert editor.control.text() == "2003 or so"
    assert editor.value() == When("2003")
    assert editor.draft() == "2003 or so"


def test_emptying_clears(page):
    editor = page.show(Kind.WHEN)
    editor.set_value(When("2003"))
    page.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    page.press(Qt.Key.Key_Delete)
    page.leave()
    assert page.said == [None]
    assert editor.value() is None


def test_an_exact_day_from_the_calendar_by_keys(page, qtbot):
    editor = page.show(Kind.WHEN)
    editor.set_value(When("2003-08-17"))
    page.press(Qt.Key.Key_F4)
    calendar = page.window.findChild(QCalendarWidget)
    grid = calendar.focusProxy() or calendar.findChild(object, "qt_calendar_calendarview")
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert page.said == [When("2003-08-18")]
    assert editor.control.text() == "18 August 2003"


def test_the_calendar_opens_by_its_button_and_closes_on_escape(page, qtbot):
    editor = page.show(Kind.WHEN)
    qtbot.mouseClick(editor.findChild(QToolButton, "field:calendar"), Qt.MouseButton.LeftButton)
    calendar = page.window.findChild(QCalendarWidget)
    assert calendar.isVisible()
    qtbot.keyClick(calendar.window(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.window.findChild(QCalendarWidget) is None)
    assert page.said == []


@pytest.mark.parametrize(
    "edtf", ["2003", "2003-06~", "2003/2018", "2005/..", "[..2009]", "2003-06?/2004%", "200X", "2003-33"]
)
def test_what_is_shown_reads_back(edtf):
    from casebook.domain.date_text import parse

    assert parse(readable(When(edtf))) == When(edtf)


DATES = st.sampled_from(
    ["1989", "2003-06~", "2003/2018", "2005/..", "[..2009]", "199X", "2003-21", "2003/", "2003-02-28"]
)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.none() | DATES.map(When))
def test_what_is_set_is_what_is_there(page, value):
    if not hasattr(page, "editor"):
        page.show(Kind.WHEN)
    page.editor.set_value(value)
    assert page.editor.value() == value
    assert page.said == []
