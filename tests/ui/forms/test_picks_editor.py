"""Several things picked from many."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from casebook.domain.fields import Kind
from casebook.domain.records import TermRef
from casebook.domain.sections.frameworks import FrameworkUse
from tests.ui.forms.desk import ECOWAS, UNMIL

ALT = Qt.KeyboardModifier.AltModifier


def tokens(editor):
    return [token.text() for token in editor._field.tokens]


def test_picking_two_terms_in_order(page):
    editor = page.show(Kind.TERMS, vocabulary="partnership-family")
    for typed in ("peacek", "DDR"):
        page.type(typed)
        page.press(Qt.Key.Key_Return)
    assert len(page.said[-1]) == 2
    assert page.said[-1][0] == page.said[0][0]
    assert len(tokens(editor)) == 2
    assert editor.control.text() == ""


def test_what_was_taken_is_no_longer_offered(page):
    editor = page.show(Kind.TERMS, vocabulary="resolved")
    page.press(Qt.Key.Key_Down)
    first = page.offered()[0]
    page.press(Qt.Key.Key_Return)
    page.press(Qt.Key.Key_Down)
    assert first not in page.offered()
    assert tokens(editor) == [first]


def test_no_more_than_allowed(page):
    editor = page.show(Kind.TERMS, vocabulary="resolved", high=2)
    for _ in range(3):
        page.press(Qt.Key.Key_Down)
        page.press(Qt.Key.Key_Return)
    assert len(editor.value()) == 2
    assert "At most 2" in editor.problem
    assert editor.head.note == "2 / 2"
    page.press(Qt.Key.Key_Backspace)
    assert editor.problem == ""


def test_reordering_and_removing_by_keys(page):
    editor = page.show(Kind.COUNTRIES)
    editor.set_value(("LR", "SL", "CI"))
    page.press(Qt.Key.Key_Left)
    page.press(Qt.Key.Key_Left, ALT)
    assert editor.value() == ("LR", "CI", "SL")
    page.press(Qt.Key.Key_Delete)
    assert editor.value() == ("LR", "SL")
    page.press(Qt.Key.Key_Right)
    page.press(Qt.Key.Key_Backspace)
    assert page.said == [("LR", "CI", "SL"), ("LR", "SL"), ("LR",)]
    assert tokens(editor) == ["Liberia"]


def test_only_what_is_narrower_than_the_framework_chosen(page):
    editor = page.show(Kind.TERMS, vocabulary="framework", within="framework")
    page.press(Qt.Key.Key_Down)
    assert not page.editor._pick_line.popup.isVisible()
    framework = next(term for term in page.context.vocabulary("framework").terms if len(term.narrower) > 1)
    editor.set_record(FrameworkUse(framework=TermRef(framework.id)))
    page.press(Qt.Key.Key_Down)
    assert page.offered() == [term.words() for term in framework.narrower]
    page.press(Qt.Key.Key_Return)
    assert page.said == [(framework.narrower[0].id,)]


def test_actors_old_and_new(page, context):
    editor = page.show(Kind.LINKS, to="actor_records")
    editor.set_value((UNMIL.id,))
    page.type("eco")
    page.press(Qt.Key.Key_Return)
    page.type("Market women")
    page.press(Qt.Key.Key_Return)
    unmil, ecowas, made = page.said[-1]
    assert (unmil, ecowas) == (UNMIL.id, ECOWAS.id)
    assert context.record(made).name == "Market women"
    assert tokens(editor) == ["UNMIL", "ECOWAS", "Market women"]


def test_enter_on_a_token_opens_the_shared_record(page, qtbot, context):
    editor = page.show(Kind.LINKS, to="actor_records")
    editor.set_value((UNMIL.id,))
    page.press(Qt.Key.Key_Left)
    with qtbot.waitSignal(context.record_wanted) as wanted:
        page.press(Qt.Key.Key_Return)
    assert wanted.args == [UNMIL.id]


def test_what_is_not_in_the_list_is_said(page):
    editor = page.show(Kind.COUNTRIES)
    page.type("Atlantis")
    page.leave()
    assert "“Atlantis”" in editor.problem
    assert editor.draft() == "Atlantis"
    assert page.said == []


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.lists(st.text(min_size=1, max_size=20), max_size=6, unique=True).map(tuple))
@pytest.mark.parametrize(
    ("kind", "options"),
    [(Kind.TERMS, {"vocabulary": "challenge"}), (Kind.LINKS, {"to": "actor_records"}), (Kind.COUNTRIES, {})],
)
def test_what_is_set_is_what_is_there(page, kind, options, value):
    if not hasattr(page, "editor"):
        page.show(kind, **options)
    page.editor.set_value(value)
    assert page.editor.value() == value
    assert page.said == []


def test_a_missing_word_is_added_to_the_list_and_picked(page, workbench):
    editor = page.show(Kind.TERMS, vocabulary="partnership-family")
    page.type("zebra")
    page.press(Qt.Key.Key_Down)
    page.press(Qt.Key.Key_Return)
    assert page.said[-1] == ("zebra",) and editor.value() == ("zebra",)
    assert workbench.vocabularies["partnership-family"].label("zebra") == "zebra"
