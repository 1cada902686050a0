"""Counts and measured numbers in the form."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from casebook.domain.fields import Kind


def test_a_count_with_thousands_and_a_unit(page):
    editor = page.show(Kind.WHOLE, unit="people")
    page.type("8,296 people")
    page.press(Qt.Key.Key_Return)
    assert editor.value() == 8296
    assert editor.control.text() == "8,296"
    assert editor.problem == ""


def test_what_is_no_number_stays_typed_and_is_not_applied(page):
    editor = page.show(Kind.NUMBER)
    editor.set_value(5.0)
    page.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    page.type("about 12")
    page.leave()
    assert editor.control.text() == "about 12"
    assert editor.value() == 5.0
    assert "not a number" in editor.problem
    assert editor.draft() == "about 12"
    assert page.said == []


def test_bounds_are_said_and_mending_takes_the_sentence_away(page):
    editor = page.show(Kind.NUMBER, low=0, high=100, unit="%")
    page.type("120")
    assert editor.problem == "Give a number from 0 to 100."
    page.press(Qt.Key.Key_Backspace)
    assert editor.problem == ""
    assert page.said == [1, 12]


def test_a_count_is_never_negative_but_a_measure_may_be(page):
    editor = page.show(Kind.WHOLE)
    page.type("-3")
    assert "0 or more" in editor.problem
    assert page.said == []


def test_a_sign_alone_is_not_called_wrong_while_it_is_typed(page):
    editor = page.show(Kind.NUMBER)
    page.type("-")
    assert editor.problem == ""
    page.type("3.")
    assert editor.problem == ""
    page.type("5")
    assert editor.value() == -3.5


def test_emptying_means_not_recorded(page):
    editor = page.show(Kind.WHOLE)
    editor.set_value(7)
    page.press(Qt.Key.Key_End)
    page.press(Qt.Key.Key_Backspace)
    assert page.said == [None]
    assert editor.value() is None


def test_a_draft_comes_back_with_its_sentence(page):
    editor = page.show(Kind.NUMBER)
    editor.set_value(None)
    editor.restore_draft("many")
    assert editor.control.text() == "many"
    assert editor.problem


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.none() | st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(2**63), 2**63))
def test_what_is_set_is_what_is_there(page, value):
    if not hasattr(page, "editor"):
        page.show(Kind.NUMBER)
    page.editor.set_value(value)
    assert page.editor.value() == value
    assert page.said == []
