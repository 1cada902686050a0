"""One change in full: who, when, before and after."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from casebook.storage.history import HistoryEntry
from casebook.ui.write.history_detail import Detail
from casebook.ui.write.history_view import HistoryView

ENTRY = HistoryEntry(id="1", at="2026-03-01T12:00:00+00:00", who="Kofi", what="Title set", change={})


@pytest.fixture
def view(look, qtbot):
    made = HistoryView()
    qtbot.addWidget(made)
    return made


def test_it_is_hidden_until_there_is_something_to_show(view):
    assert view.isHidden()
    view.show_details(ENTRY, ())
    assert not view.isHidden()
    assert view.shown == ENTRY
    view.show_nothing()
    assert view.isHidden()
    assert view.shown is None


def test_both_sides_are_headed(view):
    view.show_details(ENTRY, (Detail("Title", "Old", "New"),))
    assert view.text.toPlainText().split("\n") == ["Title set", "Title", "Before", "Old", "After", "New"]


def test_what_was_added_or_removed_has_one_side(view):
    view.show_details(ENTRY, (Detail("Title", None, "New"), Detail("Brief", "Old", None)))
    assert view.text.toPlainText().split("\n") == ["Title set", "Title", "New", "Brief", "Before", "Old"]


def test_another_change_takes_the_place_of_the_first(view):
    view.show_details(ENTRY, (Detail("Title", "Old", "New"),))
    view.show_details(ENTRY, (Detail("Title", "Older", "Old"),))
    assert "New" not in view.text.toPlainText()


def test_its_button_asks_to_copy(view, qtbot):
    view.show_details(ENTRY, ())
    with qtbot.waitSignal(view.copy_wanted):
        qtbot.mouseClick(view.findChild(QPushButton, "copy-change"), Qt.MouseButton.LeftButton)
