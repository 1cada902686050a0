"""Dragging a card among its neighbours."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from casebook.storage.library import Library
from casebook.ui.write.card_drag import CardDrag, card_data, dragged_card, places_passed


@pytest.mark.parametrize(
    ("start", "at", "moved"),
    [(0, 5, 0), (0, 35, 2), (0, 99, 3), (3, 0, -3), (1, 22, 0), (2, 12, -1), (1, 32, 1)],
)
def test_a_card_moves_past_those_whose_middle_it_passed(start, at, moved):
    assert places_passed([10, 20, 30, 40], start, at) == moved


def test_what_is_dragged_names_its_record(qapp):
    assert dragged_card(card_data("abc")) == "abc"
    foreign = QMimeData()
    foreign.setText("abc")
    assert dragged_card(foreign) == ""


def test_a_drag_carries_the_card_and_its_picture(desk):
    desk.go("outcomes")
    group = desk.group("indicators")
    child = next(iter(group._cards))
    drag = group.card(child).findChild(CardDrag).drag()
    assert dragged_card(drag.mimeData()) == child
    assert not drag.pixmap().isNull()


def drop(group, data, at):
    point = QPointF(10, at)
    enter = QDragEnterEvent(
        point,
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(group, enter)
    event = QDropEvent(
        point,
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(group, event)
    return enter.isAccepted()


def test_a_child_dropped_below_the_others_is_the_last(desk):
    desk.go("outcomes")
    group = desk.group("indicators")
    ids = list(group._cards)
    assert drop(group, card_data(ids[0]), group.height())
    assert list(group._cards) == [*ids[1:], ids[0]]
    assert desk.workbench.undo_stack.undoText() == "Move"
    desk.workbench.undo()
    assert list(group._cards) == ids


def test_a_card_of_another_group_is_not_taken(desk):
    desk.go("outcomes")
    before = desk.case
    assert not drop(desk.group("indicators"), card_data("somebody"), 0)
    assert desk.case == before


def test_nothing_is_taken_where_nothing_may_change(desk, library_file):
    case_id = desk.case.id
    desk.workbench.set_library(Library.open(library_file, read_only=True))
    desk.workbench.open_case(case_id)
    desk.go("outcomes")
    group = desk.group("indicators")
    before = desk.case
    drop(group, card_data(next(iter(group._cards))), group.height())
    assert desk.case == before
    assert not group.acceptDrops()
