"""The line above an editor."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from casebook.domain.fields import FieldSpec, Kind
from casebook.domain.records import Absence, Sensitivity
from casebook.ui.forms.field_head import FieldHead
from casebook.ui.forms.field_menu import FieldMenu
from casebook.ui.widgets.chip import Chip

SPEC = FieldSpec(kind=Kind.LINE, name="title", label="Challenge", hint="One sentence", required=True)


@pytest.fixture
def head(context, qtbot):
    head = FieldHead(SPEC, context)
    qtbot.addWidget(head)
    head.show()
    return head


def chips(head):
    return [chip.text() for chip in head.findChildren(Chip) if chip.isVisible()]


def test_what_is_needed_has_a_star_and_a_word(head):
    assert head.label.text() == "Challenge *"
    assert "Needed" in head.label.toolTip()
    assert head.hint.text() == "One sentence"


def test_marks_come_and_go(head):
    head.show_marks(Absence.NONE_FOUND, Sensitivity.PARTNER)
    assert chips(head) == ["Looked for, none found", "Partner"]
    head.show_marks(None, None)
    assert chips(head) == []


def test_a_note_may_stand_out(head):
    head.say("132 of 120 characters", "warning")
    assert head.note == "132 of 120 characters"
    head.say("")
    assert head.note == ""


def test_the_button_opens_the_menu_with_what_holds_ticked(head, qtbot):
    head.show_marks(Absence.NOT_APPLICABLE, None)
    button = head.findChild(QToolButton, "title:more")
    assert button.accessibleName() == "More for “Challenge”"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    menu = head.findChild(FieldMenu)
    assert menu.isVisible()
    assert [a.text() for a in menu.actions() if a.isChecked()] == ["Not applicable", "As the whole record"]
    menu.close()


def test_no_menu_when_nothing_may_be_changed(head):
    head.set_read_only(True)
    assert not head.findChild(QToolButton, "title:more").isVisible()
