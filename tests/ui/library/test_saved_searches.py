"""A search is saved beside the filter, and found again below the lists."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QPushButton, QWidget

from casebook.services.searches import saved_searches
from casebook.ui.actions import Actions
from casebook.ui.library.case_table import CaseTable
from casebook.ui.library.library_workspace import LibraryWorkspace
from casebook.ui.library.saved_searches import SavedSearches


@pytest.fixture
def space(crowded, qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    made = LibraryWorkspace(crowded, Actions(host), host)
    made.resize(1300, 800)
    host.resize(1300, 800)
    host.show()
    yield made
    host.close()


@pytest.fixture
def told(crowded):
    heard = []
    crowded.told.connect(lambda words, undo: heard.append((words, undo)))
    return heard


def field(space):
    return space.findChild(QLineEdit, "filter")


def kept(space):
    return space.findChild(QListWidget, "saved-searches")


def names(space):
    return [kept(space).item(at).text() for at in range(kept(space).count())]


def found(space):
    return space.findChild(CaseTable, "cases").model().rowCount()


def save(space, qtbot, words):
    button = space.findChild(QPushButton, "save-search")
    qtbot.keyClicks(field(space), words)
    qtbot.waitUntil(button.isVisible, timeout=3000)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def click(space, qtbot, at):
    spot = kept(space).visualItemRect(kept(space).item(at)).center()
    qtbot.mouseClick(kept(space).viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_nothing_is_offered_before_something_is_asked(space):
    assert not space.findChild(QPushButton, "save-search").isVisible()
    assert not space.findChild(SavedSearches).isVisible()


def test_a_saved_search_is_one_click_away(space, qtbot, told):
    every = found(space)
    title = space.findChild(CaseTable, "cases").model().case(3).title.split()[0]
    save(space, qtbot, title)
    assert names(space) == [title]
    assert told[-1][0] == f"Saved the search “{title}”."
    qtbot.waitUntil(lambda: found(space) > 0, timeout=3000)
    some = found(space)
    field(space).clear()
    qtbot.waitUntil(lambda: found(space) == every, timeout=3000)
    click(space, qtbot, 0)
    qtbot.waitUntil(lambda: found(space) == some and field(space).text() == title, timeout=3000)


def test_it_keeps_the_list_it_was_asked_in(space, qtbot):
    lists = space.findChild(QListWidget, "lists")
    lists.setCurrentRow(2)
    save(space, qtbot, "a")
    assert names(space) == ["a · My drafts"]
    lists.setCurrentRow(0)
    click(space, qtbot, 0)
    assert lists.currentRow() == 2


def test_the_same_search_is_saved_once_and_saving_can_be_undone(space, qtbot, told):
    save(space, qtbot, "quartz")
    undo = told[-1][1]
    qtbot.mouseClick(space.findChild(QPushButton, "save-search"), Qt.MouseButton.LeftButton)
    assert told[-1][0] == "This search is saved already."
    assert names(space) == ["quartz"]
    undo()
    assert names(space) == []
    assert not space.findChild(SavedSearches).isVisible()


def test_renamed_in_place_and_deleted_by_key_with_undo(space, qtbot, told, crowded):
    save(space, qtbot, "quartz")
    click(space, qtbot, 0)
    qtbot.keyClick(kept(space), Qt.Key.Key_F2)
    editor = kept(space).findChild(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "Stones")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [one.name for one in saved_searches(crowded.library)] == ["Stones"])
    click(space, qtbot, 0)
    qtbot.keyClick(kept(space), Qt.Key.Key_Delete)
    assert told[-1][0] == "The search “Stones” was removed."
    assert saved_searches(crowded.library) == []
    told[-1][1]()
    assert names(space) == ["Stones"]
    QApplication.processEvents()
    assert space.findChild(SavedSearches).isVisible()
