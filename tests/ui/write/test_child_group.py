"""What stands in an entry, two levels deep: opening, adding, moving, deleting, by clicks and keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from tests.ui.write.writing_desk import ALT, CONTROL

KEY = Qt.Key


@pytest.fixture
def inside(desk):
    """The first outcome of the Liberia case, which has several indicators."""
    desk.go("outcomes")
    return desk


def ids(desk):
    return [child.id for child in desk.case.children("indicators", desk.case.outcomes[0].id)]


def test_a_click_opens_and_closes_a_child(inside):
    group = inside.group("indicators")
    first, second = ids(inside)[:2]
    inside.click(group.card(first))
    assert group.open_id == first
    assert group.card(first).selected
    assert inside.editor("unit", group).isVisible()
    inside.click(group.card(second))
    assert (group.open_id, group.card(first).selected) == (second, False)
    inside.click(group.card(second))
    assert group.open_id == ""


def test_keys_open_move_duplicate_and_delete_a_child(inside):
    group = inside.group("indicators")
    first, second = ids(inside)[:2]
    count = len(ids(inside))
    group.card(first).setFocus()
    inside.press(KEY.Key_Down, ALT)
    assert ids(inside)[:2] == [second, first]
    assert group.card(first).hasFocus()
    inside.press(KEY.Key_Up, ALT)
    assert ids(inside)[:2] == [first, second]
    inside.press(KEY.Key_D, CONTROL)
    assert len(ids(inside)) == count + 1
    assert group.open_id == ids(inside)[1]
    assert inside.field == "name"
    group.card(group.open_id).setFocus()
    inside.press(KEY.Key_Delete)
    assert ids(inside)[:2] == [first, second]
    assert len(ids(inside)) == count
    assert group.card(second).hasFocus()


def test_a_new_child_two_levels_down_belongs_to_the_open_one(inside):
    group = inside.group("indicators")
    parent = ids(inside)[-1]
    inside.click(group.card(parent))
    before = len(inside.case.children("measurements", parent))
    deeper = inside.group("measurements")
    inside.click(deeper.add_button)
    assert inside.field == "value"
    inside.type("17")
    added = inside.case.children("measurements", parent)
    assert len(added) == before + 1
    assert added[-1].value == 17
    assert deeper.card(added[-1].id).title == "17"


def test_the_card_follows_what_is_typed_in_the_form(inside):
    group = inside.group("indicators")
    child = ids(inside)[0]
    inside.click(group.card(child))
    inside.enter("name", group)
    inside.press(KEY.Key_End)
    inside.type(" (men)")
    assert group.card(child).title.endswith(" (men)")
    assert inside.field == "name"


def test_the_entry_menu_is_about_the_child_with_the_keyboard(inside):
    group = inside.group("indicators")
    child = ids(inside)[0]
    inside.click(group.card(child))
    inside.enter("unit", group)
    inside.write._wishes.remove()
    inside.settle()
    assert child not in ids(inside)
    assert len(inside.case.outcomes) == 8


def test_the_last_child_that_goes_leaves_the_keyboard_at_add(fresh):
    fresh.go("outcomes")
    fresh.press(KEY.Key_Return, CONTROL)
    group = fresh.group("testimonies")
    assert group.findChildren(type(group._guidance))[0].isVisible()
    fresh.click(group.add_button)
    child = fresh.case.testimonies[0].id
    group.card(child).setFocus()
    fresh.press(KEY.Key_Delete)
    assert fresh.case.testimonies == ()
    assert fresh.focus is group.add_button


def test_another_entry_shows_its_own_children(inside):
    first = ids(inside)
    group = inside.group("indicators")
    inside.click(group.card(first[0]))
    inside.choose(1)
    assert group.open_id == ""
    shown = [child.id for child in inside.case.children("indicators", inside.case.outcomes[1].id)]
    assert list(group._cards) == shown


def test_a_card_names_its_sources_and_has_a_menu(inside):
    group = inside.group("indicators")
    linked = next(child for child in ids(inside) if inside.case.evidence_for(child))
    assert "source" in group.card(linked).accessibleName()
    group.card(linked).customContextMenuRequested.emit(QPoint(4, 4))
    inside.settle()
    menu = next(menu for menu in group.card(linked).findChildren(QMenu) if menu.isVisible())
    assert [action.text() for action in menu.actions()] == ["Duplicate", "Move up", "Move down", "Delete"]
    menu.close()
