"""Wishes about the current entry, wherever the keyboard stands."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from casebook.domain.records import Absence
from tests.ui.write.writing_desk import CONTROL, SHIFT

KEY = Qt.Key


def test_a_source_is_linked_to_the_entry_of_the_page(desk):
    desk.go("challenges")
    desk.enter("title")
    desk.press(KEY.Key_L, CONTROL)
    assert desk.focus.objectName() == "source-line"
    assert desk.focus.parentWidget().parentWidget() is not None
    assert desk.write.page.current.evidence.isAncestorOf(desk.focus)


def test_a_source_is_linked_to_the_child_the_keyboard_is_in(desk):
    desk.go("outcomes")
    group = desk.group("indicators")
    child = desk.case.children("indicators", desk.case.outcomes[0].id)[0].id
    desk.click(group.card(child))
    desk.enter("unit", group)
    desk.press(KEY.Key_L, CONTROL)
    desk.type("a")
    desk.press(KEY.Key_Down)
    before = len(desk.case.evidence)
    desk.press(KEY.Key_Return)
    assert len(desk.case.evidence) == before + 1
    assert desk.case.evidence[-1].claim == child


def test_the_same_source_again_is_one_keystroke(desk):
    desk.go("challenges")
    desk.press(KEY.Key_L, CONTROL)
    desk.type("a")
    desk.press(KEY.Key_Down)
    desk.press(KEY.Key_Return)
    first = desk.case.evidence[-1]
    desk.go("lessons")
    desk.press(KEY.Key_L, CONTROL | SHIFT)
    second = desk.case.evidence[-1]
    assert second.source == first.source
    assert second.claim == desk.case.lessons[0].id


def test_where_no_entry_is_shown_it_says_so(desk):
    desk.go("overview")
    before = desk.case
    desk.press(KEY.Key_L, CONTROL)
    assert "Open an entry first" in desk.told[-1]
    assert desk.case == before


def test_adding_where_there_are_no_entries_does_nothing(desk):
    desk.go("challenges")
    desk.go("overview")
    before = desk.case
    desk.press(KEY.Key_Return, CONTROL)
    assert desk.case == before


def test_attachments_are_added_from_files(fresh, tmp_path):
    file = tmp_path / "photo.txt"
    file.write_text("x")
    fresh.go("attachments")
    fresh.press(KEY.Key_Return, CONTROL)
    dialog = next(dialog for dialog in fresh.write.findChildren(QFileDialog) if dialog.isVisible())
    dialog.filesSelected.emit([str(file)])
    dialog.reject()
    fresh.settle()
    assert [item.file_name for item in fresh.case.attachments] == ["photo.txt"]


def test_a_section_marked_as_empty_can_be_unmarked(fresh):
    fresh.go("lessons")
    fresh.click(fresh.button("absence-not-applicable"))
    assert fresh.case.absences["lessons"] is Absence.NOT_APPLICABLE
    fresh.click(fresh.button("absence-not-recorded"))
    assert "lessons" not in fresh.case.absences
