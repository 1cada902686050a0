"""Collections in their tree: made, named, nested and filled by keys, clicks and dragging; all of it undone."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QToolButton, QTreeView

from casebook.storage.library import Library
from casebook.storage.listing import ListQuery
from casebook.ui.organise.case_drag import cases_data
from casebook.ui.organise.collections_tree import CollectionsTree
from casebook.ui.widgets.line_delegate import NOTE_ROLE

SOON = 20_000
KEY, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def tree(desk, qtbot):
    made = CollectionsTree(desk)
    qtbot.addWidget(made)
    made.resize(260, 300)
    made.show()
    return made


@pytest.fixture
def view(tree):
    return tree.findChild(QTreeView, "collections")


@pytest.fixture
def ids(desk):
    return desk.library.cases.ids(ListQuery(sort="title", descending=False))


def outline(desk):
    return ["  " * one.depth + one.name for one in desk.library.collections.all()]


def named(desk, name):
    (found,) = (one.id for one in desk.library.collections.all() if one.name == name)
    return found


def index(view, desk, name):
    return view.model().index_of(named(desk, name))


def type_name(view, name, qtbot):
    def open_lines():
        return [line for line in view.findChildren(QLineEdit) if line.isVisible()]

    qtbot.waitUntil(lambda: len(open_lines()) == 1, timeout=SOON)
    (line,) = open_lines()
    line.selectAll()
    qtbot.keyClicks(line, name)
    qtbot.keyClick(line, KEY.Key_Return)
    qtbot.waitUntil(lambda: not open_lines(), timeout=SOON)


def test_a_click_chooses_and_counts_are_shown(tree, view, desk, ids, qtbot):
    tree.put(named(desk, "Mano river"), ids[:3])
    model = view.model()
    qtbot.waitUntil(lambda: model.index(0, 0).data(NOTE_ROLE) == "3", timeout=SOON)
    spot = view.visualRect(index(view, desk, "Mano river")).center()
    with qtbot.waitSignal(tree.chosen) as told:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert told.args == [named(desk, "Mano river")] == [tree.current]
    assert sorted(tree.case_ids(named(desk, "West Africa"))) == sorted(ids[:3])


def test_counts_follow_the_trash(tree, view, desk, ids, qtbot):
    tree.put(named(desk, "Police"), ids[:2])
    qtbot.waitUntil(lambda: index(view, desk, "Police").data(NOTE_ROLE) == "2", timeout=SOON)
    desk.library.cases.trash(ids[0])
    desk.cases_changed.emit()
    qtbot.waitUntil(lambda: index(view, desk, "Police").data(NOTE_ROLE) == "1", timeout=SOON)


def test_marking_one_tells_nobody(tree, desk, qtbot):
    with qtbot.assertNotEmitted(tree.chosen):
        tree.choose(named(desk, "Police"))
        desk.cases_changed.emit()
    assert tree.current == named(desk, "Police")
    tree.choose("")
    assert tree.current == ""


def test_plus_makes_one_and_its_name_is_typed(tree, view, desk, qtbot):
    qtbot.mouseClick(tree.findChild(QToolButton, "new-collection"), Qt.MouseButton.LeftButton)
    type_name(view, "Asia", qtbot)
    qtbot.waitUntil(lambda: outline(desk)[-1] == "Asia", timeout=SOON)
    assert tree.current == "", "the list goes on showing what it shows"
    desk.undo()
    desk.undo()
    assert "Asia" not in outline(desk) and "New collection" not in outline(desk)


def test_keys_make_one_inside_and_rename(tree, view, desk, qtbot):
    tree.choose(named(desk, "Police"))
    qtbot.keyClick(view, KEY.Key_Insert, Qt.KeyboardModifier.ShiftModifier)
    type_name(view, "Kosovo", qtbot)
    qtbot.waitUntil(lambda: outline(desk)[-1] == "  Kosovo", timeout=SOON)
    view.setFocus()
    qtbot.keyClick(view, KEY.Key_F2)
    type_name(view, "Civil police", qtbot)
    qtbot.waitUntil(lambda: outline(desk)[-2] == "Civil police", timeout=SOON)


def test_a_count_that_comes_in_leaves_what_is_typed_alone(tree, view, desk, qtbot):
    tree.choose(named(desk, "Police"))
    view.setFocus()
    qtbot.keyClick(view, KEY.Key_F2)
    (line,) = [line for line in view.findChildren(QLineEdit) if line.isVisible()]
    view.model().show_counts({named(desk, "Police"): 4})
    assert line.selectedText() == "Police"
    qtbot.keyClicks(line, "Civil")
    view.model().show_counts({named(desk, "Police"): 5})
    qtbot.keyClicks(line, " police")
    qtbot.keyClick(line, KEY.Key_Return)
    qtbot.waitUntil(lambda: outline(desk)[-1] == "Civil police", timeout=SOON)


def test_keys_move_and_nest(tree, view, desk, qtbot):
    tree.choose(named(desk, "Police"))
    qtbot.keyClick(view, KEY.Key_Up, ALT)
    assert outline(desk) == ["Police", "West Africa", "  Mano river"]
    qtbot.keyClick(view, KEY.Key_Down, ALT)
    qtbot.keyClick(view, KEY.Key_Right, ALT)
    assert outline(desk) == ["West Africa", "  Mano river", "  Police"]
    qtbot.keyClick(view, KEY.Key_Right, ALT)
    assert outline(desk)[-1] == "    Police" and tree.current == named(desk, "Police")
    qtbot.keyClick(view, KEY.Key_Left, ALT)
    qtbot.keyClick(view, KEY.Key_Left, ALT)
    assert outline(desk) == ["West Africa", "  Mano river", "Police"]
    for _step in range(6):
        desk.undo()
    assert outline(desk) == ["West Africa", "  Mano river", "Police"]


def test_delete_is_told_and_undone_with_all_that_was_in_it(tree, view, desk, ids, qtbot):
    tree.put(named(desk, "Mano river"), ids[:3])
    tree.choose(named(desk, "West Africa"))
    with qtbot.waitSignal(desk.told) as told:
        qtbot.keyClick(view, KEY.Key_Delete)
    assert outline(desk) == ["Police"]
    desk.open_case(ids[5])
    told.args[1]()
    assert outline(desk) == ["West Africa", "  Mano river", "Police"]
    assert len(tree.case_ids(named(desk, "West Africa"))) == 3


def drop(widget, data, at):
    where, copy = QPointF(at), Qt.DropAction.CopyAction
    button, key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QDragEnterEvent(where, copy, data, button, key))
    event = QDropEvent(where, copy, data, button, key, QEvent.Type.Drop)
    QApplication.sendEvent(widget, event)


def test_cases_dropped_on_a_collection_are_in_it(tree, view, desk, ids, qtbot):
    spot = view.visualRect(index(view, desk, "Police")).center()
    with qtbot.waitSignal(desk.told) as told:
        drop(view.viewport(), cases_data(ids[:5]), spot)
    assert told.args[0] == "5 cases are in “Police” now."
    with qtbot.waitSignal(desk.told) as again:
        drop(view.viewport(), cases_data(ids[:5]), spot)
    assert again.args[0] == "All of them are in “Police” already."
    desk.undo()
    qtbot.waitUntil(lambda: tree.case_ids(named(desk, "Police")) == [], timeout=SOON)


def test_cases_dropped_beside_the_collections_make_a_new_one(tree, desk, ids, qtbot):
    drop(tree, cases_data(ids[:2]), tree.findChild(QToolButton, "new-collection").pos())
    qtbot.waitUntil(lambda: outline(desk)[-1] == "New collection", timeout=SOON)
    assert len(tree.case_ids(named(desk, "New collection"))) == 2


def test_the_menu_offers_all_of_it_to_a_library_that_may_change(tree, view, desk, qtbot):
    tree.choose(named(desk, "Police"))
    view.customContextMenuRequested.emit(view.visualRect(index(view, desk, "Police")).center())
    menu = tree.findChild(QMenu, "collection-menu")
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts[:3] == ["New collection", "New collection in this one", "Rename"] and texts[-1] == "Delete"
    menu.actions()[-1].trigger()
    menu.close()
    assert "Police" not in outline(desk)


def test_without_any_it_says_how_to_begin(desk, tmp_path, qtbot, tree):
    desk.set_library(Library.create(tmp_path / "empty.casebook"))
    assert tree.findChild(QLabel, "no-collections").isVisible()
    assert not tree.findChild(QTreeView, "collections").isVisible()


def test_where_one_may_only_read_they_are_only_looked_at(tree, view, desk, qtbot):
    path = desk.library.path
    desk.set_library(None)
    desk.set_library(Library.open(path, read_only=True))
    assert not tree.findChild(QToolButton, "new-collection").isEnabled()
    tree.choose(named(desk, "Police"))
    qtbot.keyClick(view, KEY.Key_Delete)
    qtbot.keyClick(view, KEY.Key_F2)
    assert view.findChild(QLineEdit) is None
    assert outline(desk) == ["West Africa", "  Mano river", "Police"]
