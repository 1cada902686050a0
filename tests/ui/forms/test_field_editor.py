"""What every editor does, whatever its kind."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from casebook.domain.fields import Kind
from casebook.domain.find_in_case import Occurrence
from casebook.domain.records import Absence, Sensitivity
from casebook.ui.forms.editors import EDITORS
from casebook.ui.forms.field_menu import FieldMenu
from casebook.ui.forms.token import Token

OPTIONS = {
    Kind.TERM: {"vocabulary": "challenge"},
    Kind.TERMS: {"vocabulary": "challenge"},
    Kind.SCALE: {"low": 1, "high": 3, "words": ("a", "b", "c")},
    Kind.LINK: {"to": "actor_records"},
    Kind.LINKS: {"to": "actor_records"},
}
KINDS = sorted(EDITORS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_editor_can_be_reached_named_locked_and_asked_for_more(page, qtbot, kind):
    editor = page.show(kind, hint="A hint", required=True, **OPTIONS.get(kind, {}))
    assert editor.control.hasFocus()
    assert editor.control.accessibleName() == "Challenge"
    assert "Needed before review" in editor.control.accessibleDescription()
    page.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    menu = editor.findChild(FieldMenu)
    with qtbot.waitSignal(editor.absence_chosen) as chosen:
        for _ in range(2):
            qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert chosen.args == [Absence.NONE_FOUND]
    editor.set_read_only(True)
    before = editor.value()
    editor.setFocus()
    page.type("1")
    assert editor.value() == before
    assert page.said == []


@pytest.mark.parametrize("kind", KINDS)
def test_marks_are_shown_as_words(page, kind):
    editor = page.show(kind, **OPTIONS.get(kind, {}))
    editor.set_marks(Absence.NOT_APPLICABLE, Sensitivity.INTERNAL)
    words = {label.text() for label in editor.head.findChildren(QLabel) if label.isVisible()}
    assert {"Not applicable", "Internal"} <= words


@pytest.mark.parametrize("kind", KINDS)
def test_undo_is_left_to_the_window_after_telling_what_is_held_back(page, kind):
    from PySide6.QtGui import QKeySequence, QShortcut

    editor = page.show(kind, **OPTIONS.get(kind, {}))
    undone = []
    QShortcut(QKeySequence.StandardKey.Undo, page.window).activated.connect(
        lambda: undone.append(list(page.said))
    )
    if kind is Kind.PROSE:
        page.type("words")
    page.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [["words"]] if kind is Kind.PROSE else undone == [[]]
    assert not editor.held


def test_a_problem_is_a_sentence_below_and_in_the_description(page):
    editor = page.show(Kind.LINE)
    editor.set_problem("That cannot be.")
    label = editor.findChild(QLabel, "field:problem")
    assert (label.text(), label.isVisible()) == ("That cannot be.", True)
    assert editor.control.accessibleDescription() == "That cannot be."
    assert editor.control.property("problem") == "true"
    editor.set_value("x")
    assert not label.isVisible()


def test_a_short_field_has_its_hint_below(page):
    editor = page.show(Kind.LINE, short=True, hint="In one word")
    hints = [
        label for label in editor.findChildren(QLabel) if label.text() == "In one word" and label.isVisible()
    ]
    assert [label.parentWidget() for label in hints] == [editor]


@pytest.mark.parametrize("kind", [Kind.LINE, Kind.PROSE, Kind.URL, Kind.CHIPS])
def test_a_place_that_was_found_is_marked_as_if_it_had_been_selected(page, kind):
    editor = page.show(kind)
    text = "😀 the Ecomil force"
    editor.set_value(("first", text) if kind is Kind.CHIPS else text)
    editor.mark_place(
        Occurrence(
            root="", record_id="", field="field", text=text, start=6, end=12, item=int(kind is Kind.CHIPS)
        )
    )
    if kind is Kind.PROSE:
        assert editor.control.textCursor().selectedText() == "Ecomil"
    elif kind is Kind.CHIPS:
        assert [token.text() for token in editor.findChildren(Token) if token.hasFocus()] == [text]
    else:
        assert editor.control.selectedText() == "Ecomil"
