"""Citing while writing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from casebook.domain.fields import Kind


def test_at_offers_the_sources_and_the_page_follows(page):
    editor = page.show(Kind.PROSE)
    page.type("So it was @prog")
    assert page.offered() == ["First progress report of the Secretary-General"]
    page.press(Qt.Key.Key_Return)
    assert editor.value() == "So it was [@un2003]"
    page.type("4]")
    page.type(" and so on")
    assert editor.value() == "So it was [@un2003, p. 4] and so on"


def test_by_key_and_without_a_page(page):
    editor = page.show(Kind.PROSE)
    page.type("@un2")
    page.press(Qt.Key.Key_Tab)
    page.press(Qt.Key.Key_Return)
    page.type(" Then")
    assert editor.value() == "[@un2003] Then"


def test_going_on_with_a_space_steps_out_of_the_bracket(page):
    editor = page.show(Kind.PROSE)
    page.type("@un2")
    page.press(Qt.Key.Key_Return)
    page.type(" Then.")
    assert editor.value() == "[@un2003] Then."


def test_escape_leaves_the_at_alone(page):
    editor = page.show(Kind.PROSE)
    page.type("@un")
    page.press(Qt.Key.Key_Escape)
    page.press(Qt.Key.Key_Return)
    assert editor.value() == "@un\n"


def test_a_source_that_is_not_there_is_made(page, context):
    editor = page.show(Kind.PROSE)
    page.type("@Interview with a mediator")
    page.press(Qt.Key.Key_Return)
    assert editor.value() == "[@interviewwithamediator]"
    step = context.change("challenge-1", "description", editor.value())
    made = step.apply(context.case).source_records[-1]
    assert (made.title, made.citation_key) == ("Interview with a mediator", "interviewwithamediator")


def test_the_button_and_going_elsewhere(page, qtbot):
    editor = page.show(Kind.PROSE)
    qtbot.mouseClick(editor.findChild(QToolButton, "mark:at-sign"), Qt.MouseButton.LeftButton)
    assert page.offered()
    page.press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert not editor._cite.popup.isVisible()
    assert editor.value() == "@"
