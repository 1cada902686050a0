import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton, QWidget

from casebook.domain.changes import setting
from casebook.storage.listing import ListQuery
from casebook.ui.actions import Actions
from casebook.ui.library.case_table import CaseTable
from casebook.ui.library.library_workspace import LibraryWorkspace
from casebook.ui.library.preview_pane import PreviewPane
from casebook.ui.widgets.line_delegate import NOTE_ROLE


def opened(workbench, qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    space = LibraryWorkspace(workbench, Actions(host), host)
    space.host = host
    space.resize(1300, 800)
    host.resize(1300, 800)
    host.show()
    return space


@pytest.fixture
def space(crowded, qtbot):
    return opened(crowded, qtbot)


def table(space):
    return space.findChild(CaseTable, "cases")


def found(space):
    return table(space).model().rowCount()


def rename(workbench, case_id, title):
    workbench.open_case(case_id)
    workbench.apply(setting(workbench.case, case_id, "title", title))
    workbench.flush()


def test_the_filter_narrows_as_one_types_and_escape_clears_it(space, qtbot, crowded):
    every = found(space)
    rename(crowded, table(space).model().case(7).id, "Quartz corridor")
    space.search()
    field = space.findChild(QLineEdit, "filter")
    qtbot.keyClicks(field, "quar")
    qtbot.waitUntil(lambda: found(space) == 1, timeout=3000)
    assert space.findChild(QLabel, "found").text() == "1 found"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: found(space) == every, timeout=3000)
    assert field.text() == ""


def test_nothing_found_offers_to_clear_the_filter(space, qtbot):
    field = space.findChild(QLineEdit, "filter")
    qtbot.keyClicks(field, "zzzznothing")
    button = space.findChild(QPushButton, "empty-action")
    qtbot.waitUntil(button.isVisible, timeout=3000)
    assert button.text() == "Clear the search"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: found(space) > 0 and table(space).isVisible(), timeout=3000)
    assert field.text() == ""


def test_an_empty_library_says_what_to_do(empty, qtbot):
    space = opened(empty, qtbot)
    button = space.findChild(QPushButton, "empty-action")
    assert (button.isVisible(), button.text()) == (True, "New case")
    with qtbot.waitSignal(space.host.findChild(Actions)["new-case"].triggered):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_choosing_tells_and_shows_the_preview(space, qtbot):
    with qtbot.waitSignal(space.selection_changed):
        table(space).choose(3)
    case = table(space).model().case(3)
    assert space.chosen_cases() == (case.id,)
    preview = space.findChild(PreviewPane)
    qtbot.waitUntil(lambda: preview.shown == case.id, timeout=3000)
    assert not space.shows_trash()


def test_opening_a_case_goes_to_write(space, qtbot, crowded):
    table(space).setFocus()
    table(space).choose(0)
    with qtbot.waitSignal(crowded.workspace_requested) as wanted:
        qtbot.keyClick(table(space), Qt.Key.Key_Return)
    assert wanted.args == ["write"] and crowded.case.id == table(space).model().case(0).id


def test_the_trash_shows_what_lies_in_it_and_opens_nothing(space, qtbot, crowded):
    case_id = table(space).model().case(0).id
    crowded.library.cases.trash(case_id)
    crowded.cases_changed.emit()
    lists = space.findChild(QListWidget, "lists")
    for _ in range(5):
        qtbot.keyClick(lists, Qt.Key.Key_Down)
    assert space.shows_trash() and found(space) == 1
    table(space).choose(0)
    with qtbot.waitSignal(crowded.problem):
        qtbot.keyClick(table(space), Qt.Key.Key_Return)
    assert space.chosen_cases() == (case_id,)


def test_changes_made_elsewhere_are_shown_on_return(space, crowded):
    rename(crowded, table(space).model().case(5).id, "A title of its own")
    space.arrive()
    titles = [table(space).model().case(row).title for row in range(3)]
    assert "A title of its own" in titles


def test_the_preview_gives_way_in_a_narrow_window(space):
    preview = space.findChild(PreviewPane)
    assert preview.isVisible()
    space.resize(760, 560)
    assert not preview.isVisible()
    space.resize(1300, 800)
    assert preview.isVisible()


def test_another_library_starts_over(space, crowded, qtbot):
    qtbot.keyClicks(space.findChild(QLineEdit, "filter"), "zzz")
    crowded.set_library(None)
    assert found(space) == 0 and space.findChild(QLineEdit, "filter").text() == ""
    assert space.chosen_cases() == ()


def test_counts_follow(space, crowded, qtbot):
    lists = space.findChild(QListWidget, "lists")
    expected = str(crowded.library.cases.count(ListQuery()))
    qtbot.waitUntil(lambda: lists.item(0).data(NOTE_ROLE) == expected, timeout=3000)
    crowded.library.cases.trash(table(space).model().case(0).id)
    crowded.cases_changed.emit()
    qtbot.waitUntil(lambda: lists.item(5).data(NOTE_ROLE) == "1", timeout=3000)
