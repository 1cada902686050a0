"""One line of text: typed, pasted, counted."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from casebook.domain.fields import Kind
from casebook.domain.records import Absence
from casebook.ui.forms.line_editor import LONGEST

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_typing_is_told_at_once(page):
    editor = page.show(Kind.LINE)
    page.type("Fuel")
    assert page.said == ["F", "Fu", "Fue", "Fuel"]
    assert editor.value() == "Fuel"


def test_the_control_carries_the_name_and_the_label(page):
    editor = page.show(Kind.LINE, required=True, hint="One sentence")
    assert editor.objectName() == "field"
    assert editor.control.accessibleName() == "Challenge"
    assert editor.control.accessibleDescription() == "Needed before review. One sentence"
    assert editor.head.label.text() == "Challenge *"
    assert editor.head.label.buddy() is editor.control


def test_the_advised_length_is_counted_and_going_over_it_is_said(page):
    editor = page.show(Kind.LINE, limit=10)
    page.type("Ten letter")
    assert editor.head.note == "10 / 10"
    page.type("s")
    assert editor.head.note == "11 of 10 characters"
    assert editor.value() == "Ten letters"


def test_a_pasted_page_becomes_one_clean_line(page):
    editor = page.show(Kind.LINE)
    page.paste("Two\r\nlines\x00 and a\ttab \u202eevil")
    assert editor.value() == "Two lines and a tab evil"
    assert page.said[-1] == editor.value()


def test_a_huge_paste_is_cut_and_said(page):
    editor = page.show(Kind.LINE)
    page.paste("x" * 1_000_000)
    assert len(editor.value()) == LONGEST
    assert "2000" in editor.problem


def test_a_long_text_that_is_there_already_is_never_cut(page):
    editor = page.show(Kind.LINE)
    editor.set_value("y" * 3 * LONGEST)
    assert editor.value() == "y" * 3 * LONGEST
    page.press(Qt.Key.Key_End)
    page.press(Qt.Key.Key_Backspace)
    assert page.said == ["y" * (3 * LONGEST - 1)]


def test_clearing_and_leaving(page, qtbot):
    editor = page.show(Kind.LINE)
    editor.set_value("Fuel")
    page.press(Qt.Key.Key_A, CONTROL)
    page.press(Qt.Key.Key_Delete)
    assert page.said == [""]
    with qtbot.waitSignal(editor.committed):
        page.leave()


def test_enter_is_a_good_moment_to_save(page, qtbot):
    editor = page.show(Kind.LINE)
    with qtbot.waitSignal(editor.committed):
        page.press(Qt.Key.Key_Return)


def test_an_absence_is_said_in_the_empty_line(page):
    editor = page.show(Kind.LINE)
    editor.set_marks(Absence.NOT_APPLICABLE, None)
    assert editor.line.placeholderText() == "Not applicable"
    assert editor.head.absence_word == "Not applicable"


def test_a_read_only_line_takes_no_keys_but_can_be_copied_from(page):
    editor = page.show(Kind.LINE)
    editor.set_value("Fuel")
    editor.set_read_only(True)
    page.type("x")
    assert editor.value() == "Fuel"
    assert page.said == []
    assert editor.line.isEnabled()


@pytest.mark.parametrize("kind", [Kind.LINE, Kind.URL, Kind.FILE])
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.text())
def test_what_is_set_is_what_is_there(page, kind, value):
    if not hasattr(page, "editor") or page.editor.spec.kind is not kind:
        page.show(kind)
    page.editor.set_value(value)
    assert page.editor.value() == value
    assert page.said == []
