"""The page: what it shows, where it is scrolled to, and the bar above it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from casebook.domain.changes import setting
from casebook.domain.records import TermRef
from tests.ui.write.writing_desk import CONTROL

KEY = Qt.Key


def bar(desk, name):
    return desk.write.page.findChild(QToolButton, name) or desk.write.page.findChild(QPushButton, name)


def scrolled(desk):
    return desk.write.page._stack.currentWidget().verticalScrollBar()


def test_the_bar_says_what_is_shown(desk):
    desk.go("narrative")
    assert desk.place == "Narrative"
    desk.go("challenges")
    desk.choose(1)
    assert desk.place == "Challenge 2 of 6"


def test_the_buttons_for_undo_follow_what_can_be_undone(desk):
    assert not bar(desk, "undo").isEnabled()
    desk.go("challenges")
    desk.enter("title")
    desk.type("x")
    assert bar(desk, "undo").isEnabled()
    desk.click(bar(desk, "undo"))
    assert not bar(desk, "undo").isEnabled()
    desk.click(bar(desk, "redo"))
    assert desk.case.challenges[0].title.startswith("x") or "x" in desk.case.challenges[0].title


def test_another_entry_begins_at_its_top_and_the_same_one_stays(desk):
    desk.go("outcomes")
    scrolled(desk).setValue(300)
    desk.workbench.apply(setting(desk.case, desk.case.outcomes[0].id, "statement", "New words"))
    desk.settle()
    assert scrolled(desk).value() == 300
    desk.choose(1)
    assert scrolled(desk).value() == 0


def test_only_a_draft_can_be_sent_for_review(desk):
    review = bar(desk, "send-for-review")
    assert not review.isVisible()  # it is published
    desk.workbench.apply(setting(desk.case, desk.case.id, "status", TermRef("draft")))
    assert review.isVisible()


def test_a_section_without_entries_leaves_the_page_empty(fresh):
    fresh.go("challenges")
    assert fresh.place == ""
    assert fresh.write.page.current is None
    fresh.press(KEY.Key_Return, CONTROL)
    assert fresh.place == "Challenge 1 of 1"


def test_what_is_typed_and_not_yet_told_is_told_on_leaving(desk):
    desk.go("challenges")
    desk.enter("description")
    desk.press(KEY.Key_Home, CONTROL)
    desk.type("Mud. ")
    first = desk.case.challenges[0].id
    desk.go("timeline")
    assert desk.case.find(first).description.startswith("Mud. ")


def test_every_button_of_the_bar_has_a_name(desk):
    for name in ("undo", "redo", "check-now", "send-for-review", "sidebar"):
        button = bar(desk, name)
        assert button.accessibleName() or button.text()
