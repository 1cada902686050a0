"""Marks set and taken back."""

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument

from casebook.ui.forms.markdown_marks import (
    BULLET,
    HEADING,
    NUMBER,
    QUOTE,
    continued_lead,
    insert_link,
    toggle_around,
    toggle_lead,
)


@pytest.fixture
def cursor(look):
    document = QTextDocument()
    cursor = QTextCursor(document)
    cursor.kept = document
    return cursor


def select(cursor, text, start, end):
    cursor.insertText(text)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)


@pytest.mark.parametrize("mark", ["**", "*"])
def test_around_a_selection_and_back(cursor, mark):
    select(cursor, "a word here", 2, 6)
    toggle_around(cursor, mark)
    assert cursor.kept.toPlainText() == f"a {mark}word{mark} here"
    assert cursor.selectedText() == "word"
    toggle_around(cursor, mark)
    assert cursor.kept.toPlainText() == "a word here"


def test_around_nothing_leaves_the_cursor_between(cursor):
    toggle_around(cursor, "**")
    cursor.insertText("bold")
    assert cursor.kept.toPlainText() == "**bold**"


@pytest.mark.parametrize(
    ("lead", "marked"),
    [(BULLET, "- a\n- b"), (NUMBER, "1. a\n2. b"), (QUOTE, "> a\n> b"), (HEADING, "### a\n### b")],
)
def test_in_front_of_each_line_and_back(cursor, lead, marked):
    select(cursor, "a\nb", 0, 3)
    toggle_lead(cursor, lead)
    assert cursor.kept.toPlainText() == marked
    cursor.select(QTextCursor.SelectionType.Document)
    toggle_lead(cursor, lead)
    assert cursor.kept.toPlainText() == "a\nb"


def test_one_lead_takes_the_place_of_another(cursor):
    select(cursor, "- a\n- b", 0, 7)
    toggle_lead(cursor, NUMBER)
    assert cursor.kept.toPlainText() == "1. a\n2. b"


def test_a_link_asks_for_its_address(cursor):
    select(cursor, "see here", 4, 8)
    insert_link(cursor)
    assert cursor.kept.toPlainText() == "see [here](https://)"
    assert cursor.selectedText() == "https://"


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        ("- a", "- "),
        ("  * a", "  * "),
        ("9. a", "10. "),
        ("> a", "> "),
        ("- ", ""),
        ("plain", None),
        ("-5 degrees", None),
    ],
)
def test_what_the_next_line_begins_with(line, lead):
    assert continued_lead(line) == lead
