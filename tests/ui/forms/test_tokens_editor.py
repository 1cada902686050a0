"""What editors of several words share."""

from PySide6.QtCore import Qt

from casebook.domain.fields import Kind
from casebook.domain.records import Absence


def test_adding_keeps_each_once_and_the_number_allowed(page):
    editor = page.show(Kind.CHIPS, high=3)
    editor.add(("a", "b", "a"))
    editor.add(("c", "d"))
    assert editor.value() == ("a", "b", "c")
    assert "At most 3" in editor.problem
    assert editor.head.note == "3 / 3"


def test_read_only_hides_the_line_and_the_crosses_do_nothing(page, qtbot):
    editor = page.show(Kind.CHIPS)
    editor.set_value(("a",))
    editor.set_read_only(True)
    assert not editor.control.isVisible()
    qtbot.mouseClick(editor._field.tokens[0], Qt.MouseButton.LeftButton)
    assert editor.value() == ("a",)


def test_an_absence_is_said_in_the_line(page):
    editor = page.show(Kind.CHIPS)
    editor.set_marks(Absence.NONE_FOUND, None)
    assert editor.control.placeholderText() == "Looked for, none found"
    editor.set_marks(None, None)
    assert editor.control.placeholderText() == "Add…"


def test_going_from_a_token_to_another_control_is_leaving(page, qtbot):
    editor = page.show(Kind.CHIPS)
    editor.set_value(("a",))
    page.press(Qt.Key.Key_Left)
    with qtbot.waitSignal(editor.committed):
        page.leave()
