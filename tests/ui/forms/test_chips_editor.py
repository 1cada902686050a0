"""Free words."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from casebook.domain.case import Case
from casebook.domain.fields import Kind, field_spec
from casebook.ui.forms.chips_editor import MOST, ChipsEditor
from casebook.ui.forms.form_context import FormContext
from casebook.ui.forms.token import Token


def test_comma_semicolon_and_enter_make_words(page):
    editor = page.show(Kind.CHIPS)
    page.type("ddr, ssr; police")
    page.press(Qt.Key.Key_Return)
    assert editor.value() == ("ddr", "ssr", "police")
    assert editor.control.text() == ""


def test_names_may_hold_a_comma(page):
    editor = page.show(Kind.CHIPS, comma_within=True)
    page.type("Mensah, Ama;Weah, Jonas")
    page.leave()
    assert editor.value() == ("Mensah, Ama", "Weah, Jonas")


def test_backspace_in_the_empty_line_removes_the_last_word(page):
    editor = page.show(Kind.CHIPS)
    editor.set_value(("ddr", "ssr"))
    page.press(Qt.Key.Key_Backspace)
    assert page.said == [("ddr",)]


def test_the_same_word_stands_once(page):
    editor = page.show(Kind.CHIPS)
    page.type("ddr,ddr,ddr,")
    assert editor.value() == ("ddr",)


def test_a_pasted_list_becomes_words_at_once(page):
    editor = page.show(Kind.CHIPS)
    page.paste("ddr\nssr\r\n\r\n  police  \x00\n")
    assert editor.value() == ("ddr", "ssr", "police")
    assert len(page.said) == 1


def test_a_pasted_word_may_be_typed_on(page):
    editor = page.show(Kind.CHIPS)
    page.paste("police")
    assert editor.value() == ()
    page.type(" reform")
    page.press(Qt.Key.Key_Return)
    assert editor.value() == ("police reform",)


def test_a_huge_list_is_cut_and_said(page):
    editor = page.show(Kind.CHIPS)
    page.paste("\n".join(f"word {at}" for at in range(5_000)))
    assert len(editor.value()) == MOST
    assert str(MOST) in editor.problem


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.lists(st.text(max_size=20), max_size=6).map(tuple))
def test_what_is_set_is_what_is_there(page, value):
    if not hasattr(page, "editor"):
        page.show(Kind.CHIPS)
    page.editor.set_value(value)
    assert page.editor.value() == value
    assert page.said == []


def test_tags_stand_in_the_colours_the_library_gives_them(workbench, qtbot):
    editor = ChipsEditor(field_spec(Case, "tags"), FormContext(workbench))
    qtbot.addWidget(editor)
    editor.set_value(("border", "patrol"))

    def states():
        return [token.state for token in editor.findChildren(Token)]

    assert states() == ["notice", "notice"]
    workbench.tag_colours.give(["patrol"], "violet", "")
    assert states() == ["notice", "violet"]
