"""Scales and yes-or-no fields."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from casebook.domain.fields import Kind

WORDS = ("a nuisance", "limited", "serious", "severe", "threatened it all")
SCALE = {"low": 1, "high": 5, "words": WORDS}


def test_a_scale_shows_the_word_of_the_step_chosen(page):
    editor = page.show(Kind.SCALE, **SCALE)
    page.press(Qt.Key.Key_4)
    assert page.said == [4]
    assert editor.head.note == "severe"
    assert editor.control.accessibleDescription().startswith("severe")
    page.press(Qt.Key.Key_Backspace)
    assert page.said == [4, None]
    assert editor.head.note == ""


def test_a_scale_may_begin_at_nought(page):
    editor = page.show(Kind.SCALE, low=0, high=3, words=WORDS[:4])
    page.press(Qt.Key.Key_0)
    assert page.said == [0]
    assert editor.head.note == "a nuisance"


def test_a_flag_is_yes_no_or_not_recorded(page, qtbot):
    editor = page.show(Kind.FLAG)
    buttons = {button.text(): button for button in editor.findChildren(QToolButton) if button.text()}
    assert [word for word, button in buttons.items() if button.isChecked()] == ["Not recorded"]
    qtbot.mouseClick(buttons["No"], Qt.MouseButton.LeftButton)
    page.press(Qt.Key.Key_Y)
    page.press(Qt.Key.Key_Delete)
    assert page.said == [False, True, None]


def test_read_only(page):
    editor = page.show(Kind.SCALE, **SCALE)
    editor.set_value(2)
    editor.set_read_only(True)
    assert not editor.control.isEnabled()
    assert editor.value() == 2


@pytest.mark.parametrize(
    ("kind", "values"), [(Kind.SCALE, (None, 1, 2, 3, 4, 5, 9)), (Kind.FLAG, (None, True, False))]
)
def test_what_is_set_is_what_is_there(page, kind, values):
    editor = page.show(kind, **(SCALE if kind is Kind.SCALE else {}))
    for value in values:
        editor.set_value(value)
        assert editor.value() is value
    assert page.said == []
