"""Running text in Markdown: written, marked, pasted, cited."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QToolButton

from casebook.domain.clean_text import LONGEST
from casebook.domain.fields import Kind
from casebook.domain.records import Absence

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_typing_is_told_within_a_moment_and_counted(page, qtbot):
    editor = page.show(Kind.PROSE)
    with qtbot.waitSignal(editor.edited, timeout=1000):
        page.type("Two words")
    assert page.said[-1] == editor.value()[: len(page.said[-1])]
    editor.flush()
    assert page.said[-1] == "Two words"
    assert editor.head.note == "2 words"


def test_leaving_tells_what_is_held_back_at_once(page):
    editor = page.show(Kind.PROSE)
    page.type("Fuel")
    assert editor.held
    page.leave()
    assert page.said == ["Fuel"]
    assert not editor.held


def test_a_click_anywhere_in_the_frame_is_meant_for_the_text(page, qtbot):
    editor = page.show(Kind.PROSE)
    page.leave()
    frame = editor.text.parentWidget()
    below = QPoint(frame.width() // 2, frame.height() - 8)
    assert frame.childAt(below) not in (None, editor.text, editor.text.viewport())
    qtbot.mouseClick(frame.childAt(below), Qt.MouseButton.LeftButton)
    assert editor.text.hasFocus()


def test_bold_and_italic_by_keys_go_on_and_off(page):
    editor = page.show(Kind.PROSE)
    page.type("Fuel")
    page.press(Qt.Key.Key_A, CONTROL)
    page.press(Qt.Key.Key_B, CONTROL)
    assert editor.value() == "**Fuel**"
    page.press(Qt.Key.Key_I, CONTROL)
    assert editor.value() == "***Fuel***"
    page.press(Qt.Key.Key_I, CONTROL)
    page.press(Qt.Key.Key_B, CONTROL)
    assert editor.value() == "Fuel"


def test_every_button_of_the_toolbar_marks_the_selection(page, qtbot):
    editor = page.show(Kind.PROSE)
    expected = {
        "bold": "**x**",
        "italic": "*x*",
        "list": "- x",
        "list-ordered": "1. x",
        "quote": "> x",
        "heading": "### x",
        "link": "[x](https://)",
    }
    for name, text in expected.items():
        editor.set_value("x")
        page.press(Qt.Key.Key_A, CONTROL)
        qtbot.mouseClick(editor.findChild(QToolButton, f"mark:{name}"), Qt.MouseButton.LeftButton)
        assert editor.value() == text, name


def test_the_toolbar_shows_only_while_writing_and_moves_nothing(page):
    editor = page.show(Kind.PROSE)
    bar = editor.findChild(QToolButton, "mark:bold").parentWidget()
    assert bar.isVisible()
    place, height = editor.text.mapToGlobal(QPoint(0, 0)), editor.height()
    page.leave()
    assert not bar.isVisible()
    assert (editor.text.mapToGlobal(QPoint(0, 0)), editor.height()) == (place, height)


def test_enter_goes_on_with_a_list_and_ends_it(page):
    editor = page.show(Kind.PROSE)
    page.type("1. one")
    page.press(Qt.Key.Key_Return)
    page.type("two")
    page.press(Qt.Key.Key_Return)
    page.press(Qt.Key.Key_Return)
    page.type("after")
    assert editor.value() == "1. one\n2. two\nafter"


def test_going_over_the_limit_is_said_and_nothing_is_cut(page):
    editor = page.show(Kind.PROSE, limit=20)
    page.type("x" * 25)
    editor.flush()
    assert editor.head.note == "25 of 20 characters"
    assert editor.value() == "x" * 25


def test_html_is_pasted_as_markdown_and_scripts_are_not(page):
    editor = page.show(Kind.PROSE)
    data = QMimeData()
    data.setHtml("<p>One <b>bold</b></p><script>alert(1)</script><ul><li>item</li></ul>")
    QApplication.clipboard().setMimeData(data)
    page.press(Qt.Key.Key_V, CONTROL)
    assert editor.value() == "One **bold**\n\n- item"


def test_a_huge_paste_is_cut_and_said(page, qtbot):
    editor = page.show(Kind.PROSE)
    page.paste("words and words\n" * (LONGEST // 8))
    assert len(editor.value()) == LONGEST - 1
    qtbot.waitUntil(lambda: "too long" in editor.problem)


def test_spaces_that_do_not_break_survive(page):
    editor = page.show(Kind.PROSE)
    editor.set_value("12\u00a0000 « mots »")
    page.press(Qt.Key.Key_End, CONTROL)
    page.type("!")
    assert editor.value() == "12\u00a0000 « mots »!"


def test_an_undo_shown_while_it_has_the_keyboard_puts_the_cursor_where_it_was_done(page):
    editor = page.show(Kind.PROSE)
    editor.set_value("😀 one two three four")
    page.press(Qt.Key.Key_End, CONTROL)
    editor.set_value("😀 one 2 three four")
    page.type("X")
    assert editor.value() == "😀 one 2X three four"


def test_another_text_is_shown_from_its_beginning(page):
    editor = page.show(Kind.PROSE)
    editor.set_value("one two three four")
    page.press(Qt.Key.Key_End, CONTROL)
    editor.set_value("Quite another text")
    page.type("X")
    assert editor.value() == "XQuite another text"


def test_it_grows_with_its_text_up_to_a_share_of_the_window(page, qtbot):
    editor = page.show(Kind.PROSE)
    low = editor.text.height()
    editor.set_value("line\n" * 6)
    qtbot.waitUntil(lambda: editor.text.height() > low)
    editor.set_value("line\n" * 500)
    qtbot.waitUntil(lambda: editor.text.verticalScrollBar().maximum() > 0)
    assert editor.text.height() < page.window.height() * 0.5
    editor.set_value("")
    qtbot.waitUntil(lambda: editor.text.height() == low)


def test_tab_goes_to_the_next_control_and_an_absence_is_said(page):
    editor = page.show(Kind.PROSE)
    page.press(Qt.Key.Key_Tab)
    assert not editor.text.hasFocus()
    assert editor.value() == ""
    editor.set_marks(Absence.NONE_FOUND, None)
    assert editor.text.placeholderText() == "Looked for, none found"


def test_the_wheel_moves_the_page_unless_the_text_is_being_worked_in(page):
    editor = page.show(Kind.PROSE)
    editor.set_value("line\n" * 500)
    page.leave()
    none = Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        *(QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -240)),
        *(Qt.MouseButton.NoButton, none, Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(editor.text.viewport(), event)
    assert editor.text.verticalScrollBar().value() == 0


def test_read_only(page):
    editor = page.show(Kind.PROSE)
    editor.set_value("kept")
    editor.set_read_only(True)
    page.type("x")
    page.press(Qt.Key.Key_B, CONTROL)
    assert editor.value() == "kept"
    assert page.said == []


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.text())
def test_what_is_set_is_what_is_there(page, value):
    if not hasattr(page, "editor"):
        page.show(Kind.PROSE)
    page.editor.set_value(value)
    assert page.editor.value() == value
    assert page.said == []


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values=st.lists(st.text(alphabet="ab😀é \n-*[@"), min_size=2, max_size=4))
def test_showing_one_text_after_another_in_place_leaves_the_last(page, values):
    if not hasattr(page, "editor"):
        page.show(Kind.PROSE)
    for value in values:
        page.editor.set_value(value)
        assert page.editor.text.text() == value
