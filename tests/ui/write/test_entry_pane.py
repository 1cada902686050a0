"""The cards of a section: choosing, reordering by keys and by drag, duplicating, deleting."""

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QMenu

from tests.ui.write.writing_desk import ALT, CONTROL

KEY = Qt.Key


@pytest.fixture
def cards(desk):
    """Write at the challenges of the Liberia case, with the keyboard on the cards."""
    desk.go("challenges")
    desk.choose(0)
    return desk


def test_a_click_shows_the_entry_and_arrows_go_on(cards):
    cards.choose(1)
    assert cards.write.page.current.record_id == cards.case.challenges[1].id
    cards.press(KEY.Key_Down)
    assert cards.write.page.current.record_id == cards.case.challenges[2].id
    assert cards.focus is cards.write.entries.list


def test_alt_and_arrows_put_entries_in_another_order(cards):
    first, second = cards.titles[:2]
    cards.press(KEY.Key_Down, ALT)
    assert cards.titles[:2] == [second, first]
    assert cards.current == first
    cards.press(KEY.Key_Up, ALT)
    assert cards.titles[:2] == [first, second]
    cards.press(KEY.Key_Up, ALT)
    assert cards.titles[:2] == [first, second]
    assert cards.focus is cards.write.entries.list


def test_a_card_can_be_dragged_to_another_place(cards):
    model, titles = cards.write.entries.model, cards.titles
    data = model.mimeData([model.index(0)])
    model.dropMimeData(data, Qt.DropAction.MoveAction, 3, 0, QModelIndex())
    cards.settle()
    assert cards.titles == [titles[1], titles[2], titles[0], *titles[3:]]
    assert cards.current == titles[0]
    assert cards.place.startswith("Challenge 3 of")
    cards.workbench.undo()
    assert cards.titles == titles


def test_a_duplicate_stands_below_and_is_ready_to_be_written(cards):
    first, count = cards.titles[0], len(cards.titles)
    cards.press(KEY.Key_D, CONTROL)
    assert cards.titles[:2] == [first, first]
    assert len(cards.titles) == count + 1
    assert cards.write.page.current.record_id == cards.case.challenges[1].id
    assert cards.field == "title"


@pytest.mark.parametrize("key", [KEY.Key_Delete, KEY.Key_Backspace])
def test_a_deleted_entry_makes_room_for_the_next_and_can_be_had_back(cards, key):
    titles = cards.titles
    cards.choose(1)
    cards.press(key)
    assert cards.titles == [titles[0], *titles[2:]]
    assert cards.current == titles[2]
    assert cards.write.page.current.record_id == cards.case.challenges[1].id
    assert cards.told == [f"Deleted “{titles[1]}”."]
    assert cards.focus is cards.write.entries.list
    cards.workbench.undo()
    assert cards.titles == titles


def test_when_the_last_entry_goes_the_keyboard_is_on_the_next_step(fresh):
    fresh.go("challenges")
    fresh.press(KEY.Key_Return, CONTROL)
    fresh.choose(0)
    fresh.press(KEY.Key_Delete)
    assert fresh.titles == []
    assert fresh.focus is fresh.write.entries.empty.add
    assert fresh.place == ""
    fresh.press(KEY.Key_Space)
    assert len(fresh.titles) == 1


def test_shared_records_are_not_duplicated(desk):
    desk.go("actor_records")
    desk.choose(0)
    before = desk.titles
    desk.press(KEY.Key_D, CONTROL)
    assert desk.titles == before
    assert "not duplicated" in desk.told[-1]


def test_the_menu_of_a_card_is_about_that_card(cards):
    entries = cards.write.entries.list
    at = entries.visualRect(entries.model().index(2, 0)).center()
    entries.customContextMenuRequested.emit(QPoint(at))
    cards.settle()
    menu = next(menu for menu in entries.findChildren(QMenu) if menu.isVisible())
    words = [action.text() for action in menu.actions()]
    assert words == [
        "Duplicate the entry",
        "Move the entry up",
        "Move the entry down",
        "Delete the entry",
    ]
    third = cards.titles[2]
    menu.actions()[3].trigger()
    menu.close()
    assert third not in cards.titles


def test_names_for_the_screen_reader(cards):
    entries = cards.write.entries
    assert entries.list.accessibleName() == "Challenges"
    assert entries.add_button.accessibleName() == "Add a challenge"


def test_adding_scrolls_to_the_new_card(desk):
    desk.go("timeline")
    desk.press(KEY.Key_Return, CONTROL)
    entries = desk.write.entries.list
    assert entries.currentIndex().row() == len(desk.titles) - 1
    assert entries.viewport().rect().intersects(entries.visualRect(entries.currentIndex()))
