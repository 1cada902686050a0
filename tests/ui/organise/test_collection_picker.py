"""A collection is chosen by typing, or made by it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QPushButton

from casebook.storage.listing import ListQuery
from casebook.ui.organise.collection_picker import CollectionPicker


@pytest.fixture
def ids(desk):
    return desk.library.cases.ids(ListQuery(sort="title", descending=False))[:3]


@pytest.fixture
def open_picker(desk, ids, qtbot):
    def made(**options):
        dialog = CollectionPicker(desk, ids, **options)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog, dialog.findChild(QLineEdit, "collection-field"), dialog.findChild(QListWidget)

    return made


def held(desk):
    counts = desk.library.collections.counts()
    return {one.name: counts.get(one.id, 0) for one in desk.library.collections.all()}


def lines(shown):
    return [shown.item(row).text() for row in range(shown.count())]


def test_typed_found_and_entered(open_picker, desk, qtbot):
    dialog, field, shown = open_picker()
    assert lines(shown) == ["West Africa", "West Africa › Mano river", "Police"]
    qtbot.keyClicks(field, "mano")
    assert lines(shown) == ["West Africa › Mano river", "New collection “mano”"]
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert held(desk) == {"West Africa": 3, "Mano river": 3, "Police": 0} and not dialog.isVisible()


def test_one_that_is_not_there_is_made(open_picker, desk, qtbot):
    dialog, field, _shown = open_picker()
    qtbot.keyClicks(field, "East  Asia")
    qtbot.mouseClick(dialog.findChild(QPushButton, "pick"), Qt.MouseButton.LeftButton)
    assert held(desk)["East Asia"] == 3
    desk.undo()
    qtbot.waitUntil(lambda: held(desk)["East Asia"] == 0)
    desk.undo()
    assert "East Asia" not in held(desk)


def test_arrows_go_through_the_list_while_typing(open_picker, desk, qtbot):
    dialog, field, _shown = open_picker()
    for _step in range(2):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert held(desk)["Police"] == 3


def test_only_what_holds_a_case_is_offered_to_take_it_out_of(open_picker, desk, ids, qtbot):
    police = next(one for one in desk.library.collections.all() if one.name == "Police")
    desk.library.collections.put(police.id, ids[:2])
    dialog, field, shown = open_picker(out=True)
    assert lines(shown) == ["Police"]
    qtbot.keyClicks(field, "x")
    assert not dialog.findChild(QPushButton, "pick").isEnabled()
    field.clear()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert held(desk)["Police"] == 0
