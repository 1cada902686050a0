"""Actors and sources by clicks and keys: found, written once, trashed, made one, opened in their cases."""

import attrs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListWidget, QPushButton, QWidget

from casebook.domain.sections.registry import Actor, Source
from casebook.services.registry import changing
from casebook.storage.library import Library
from casebook.storage.record_query import RecordQuery, Show
from casebook.ui.widgets.message_bar import MessageBar

ACTORS, SOURCES = "actor_records", "source_records"


def press(page, qtbot, name):
    button = page.findChild(QWidget, name)
    assert button.isVisible() and button.isEnabled(), name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(box, words):
    box.setCurrentIndex(box.findText(words))
    box.activated.emit(box.currentIndex())


def test_actors_are_listed_filtered_by_any_name_and_by_type(page, qtbot, calm, actor):
    assert page.findChild(QLabel, "record-count").text() == "21 records"
    assert page.list.model.index(0, 0).data() == "Armed Forces of Liberia"
    page.search()
    qtbot.keyClicks(page.findChild(QLineEdit, "record-filter"), "unmil")
    qtbot.waitUntil(lambda: page.list.model.ids == [actor("UNMIL").id], timeout=10_000)
    qtbot.keyClick(page.findChild(QLineEdit, "record-filter"), Qt.Key.Key_Escape)
    choose(page.findChild(QComboBox, "record-type"), "Armed group")
    qtbot.waitUntil(lambda: len(page.list.model.ids) == 2, timeout=10_000)
    choose(page.findChild(QComboBox, "record-show"), "Not used")
    qtbot.waitUntil(lambda: page.list.findChild(QPushButton, "empty-action").isVisible(), timeout=10_000)
    press(page.list, qtbot, "empty-action")
    qtbot.waitUntil(lambda: len(page.list.model.ids) == 21, timeout=10_000)


def test_sources_stand_behind_their_own_button_with_their_keys(page, qtbot, calm):
    press(page, qtbot, f"kind:{SOURCES}")
    qtbot.waitUntil(lambda: page.list.model.rowCount() > 21, timeout=10_000)
    assert page.list.model.headerData(1, Qt.Orientation.Horizontal) == "Citation key"
    assert page.list.model.index(0, 1).data()


def test_the_header_sorts_what_is_used_most_first(page, qtbot, calm, workbench):
    extra = Actor(name="AAA unused")
    workbench.records.do(changing([(None, extra)], "Ama"), "New")
    calm()
    assert page.list.model.ids[0] == extra.id
    page.list.table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: page.list.model.ids[-1] == extra.id, timeout=10_000)


def test_f2_renames_in_the_row_for_every_case(page, qtbot, calm, actor, workbench):
    record = actor("ECOWAS")
    page.list.table.choose(record.id)
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_F2)
    line = page.list.table.findChild(QLineEdit)
    line.selectAll()
    qtbot.keyClicks(line, "The Community")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: actor("ECOWAS").name == "The Community", timeout=10_000)
    calm()
    assert workbench.case.find(record.id).name == "The Community"
    assert page.findChild(QLabel, "record-title").text() == "The Community"
    assert page.list.table.chosen_ids() == (record.id,)
    workbench.undo()
    calm()
    assert actor("ECOWAS") == record
    assert page.findChild(QLabel, "record-title").text() == record.name


def test_enter_leads_into_the_form_and_what_is_written_there_is_saved(page, qtbot, calm, actor, workbench):
    record = actor("ECOWAS")
    page.list.table.choose(record.id)
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_Return)
    line = page.window().focusWidget()
    assert line.objectName() == "name:control"
    line.selectAll()
    qtbot.keyClicks(line, "The Community")
    qtbot.waitUntil(lambda: actor("ECOWAS").name == "The Community", timeout=10_000)
    calm()
    row = page.list.model.row_of(record.id)
    assert page.list.model.index(row, 0).data() == "The Community"
    workbench.undo()
    calm()
    assert line.text() == record.name


def test_a_case_is_opened_where_the_record_stands(page, qtbot, calm, actor, workbench):
    page.list.table.choose(actor("ECOWAS").id)
    cases = page.side.details.findChild(QListWidget, "used-cases")
    qtbot.waitUntil(lambda: cases.count() == 1, timeout=10_000)
    assert page.findChild(QLabel, "used-in").text().startswith("In 1 case")
    workbench.close_case()
    cases.setCurrentRow(0)
    cases.setFocus()
    gone = []
    workbench.go_to.connect(lambda ident, field: gone.append(ident))
    with qtbot.waitSignal(workbench.workspace_requested, check_params_cb=lambda key: key == "write"):
        qtbot.keyClick(cases, Qt.Key.Key_Return)
    assert gone[0] in {entry.id for entry in workbench.case.actors}


def test_a_new_record_waits_for_its_name_and_can_be_taken_back(page, qtbot, calm, workbench):
    press(page, qtbot, "new-record")
    calm()
    line = page.window().focusWidget()
    assert line.objectName() == "name:control"
    qtbot.keyClicks(line, "Aardvark Company")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    calm()
    assert page.list.model.index(0, 0).data() == "Aardvark Company"
    assert page.findChild(QLabel, "used-in").text() == "No case uses it."
    while workbench.undo_stack.canUndo():
        workbench.undo()
    calm()
    assert page.list.model.rowCount() == 21


def test_what_is_used_goes_into_the_trash_only_after_a_word_on_where(page, qtbot, calm, actor, workbench):
    record = actor("ECOWAS")
    page.list.table.choose(record.id)
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_Delete)
    bar = page.findChild(MessageBar, "records-ask")
    assert bar.isVisible() and "Liberia" in bar.text and not actor("ECOWAS").trashed
    press(bar, qtbot, "message-action")
    calm()
    assert record.id not in page.list.model.ids
    choose(page.findChild(QComboBox, "record-show"), "In the Trash")
    qtbot.waitUntil(lambda: page.list.model.ids == [record.id], timeout=10_000)
    page.list.table.choose(record.id)
    press(page, qtbot, "delete-record")
    calm()
    assert workbench.library.records.get(ACTORS, [record.id])
    press(page, qtbot, "restore-record")
    calm()
    assert actor("ECOWAS") == record


def test_what_nothing_uses_is_trashed_at_once_and_deleted_for_good_until_undone(page, qtbot, calm, workbench):
    extra = Actor(name="AAA unused")
    workbench.records.do(changing([(None, extra)], "Ama"), "New")
    calm()
    page.list.table.choose(extra.id)
    press(page, qtbot, "trash-record")
    calm()
    choose(page.findChild(QComboBox, "record-show"), "In the Trash")
    qtbot.waitUntil(lambda: page.list.model.ids == [extra.id], timeout=10_000)
    page.list.table.choose(extra.id)
    press(page, qtbot, "delete-record")
    calm()
    assert workbench.library.records.get(ACTORS, [extra.id]) == []
    workbench.undo()
    calm()
    assert workbench.library.records.get(ACTORS, [extra.id])[0].trashed


def test_two_are_made_one_with_the_values_chosen_and_come_apart_again(page, qtbot, calm, actor, workbench):
    one, other = actor("ECOWAS"), actor("UN")
    page.list.table.choose(one.id, other.id)
    press(page, qtbot, "merge-records")
    page.side.merging.findChild(QWidget, "stays:1").click()
    choose(page.side.merging.findChild(QComboBox, "value:name"), one.name)
    assert "United Nations" in page.findChild(QLabel, "merge-names").text()
    qtbot.waitUntil(
        lambda: "become one: 1 case" in page.findChild(QLabel, "merge-plan").text(), timeout=10_000
    )
    with qtbot.waitSignal(
        workbench.told, timeout=10_000, check_params_cb=lambda said, _undo: "became one" in said
    ):
        press(page, qtbot, "merge-do")
    calm()
    kept = workbench.library.records.get(ACTORS, [other.id])[0]
    assert kept.name == one.name and other.name in kept.aliases
    assert workbench.case.find(one.id) is None
    assert page.list.table.chosen_ids() == (other.id,)
    workbench.undo()
    calm()
    assert workbench.library.records.get(ACTORS, [one.id, other.id]) == [one, other]


def test_likely_duplicates_are_shown_and_what_is_not_the_same_is_remembered(page, qtbot, calm, workbench):
    twin = Actor(name="ECOMIL", country="LR")
    workbench.records.do(changing([(None, twin)], "Ama"), "Twin")
    calm()
    press(page, qtbot, "find-same")
    same = page.findChild(QListWidget, "same-records")
    qtbot.waitUntil(lambda: same.count() == 1 and same.isVisible(), timeout=10_000)
    assert "ECOMIL" in same.item(0).text()
    told = []
    workbench.told.connect(lambda _words, undo: told.append(undo))
    press(page, qtbot, "merge-apart")
    qtbot.waitUntil(lambda: same.count() == 0, timeout=10_000)
    calm()
    told[0]()
    qtbot.waitUntil(lambda: same.count() == 1, timeout=10_000)
    calm()
    press(page, qtbot, "merge-do")
    qtbot.waitUntil(
        lambda: page.same.findChild(QPushButton, "empty-action").isVisible() and same.count() == 0,
        timeout=10_000,
    )
    calm()
    (gone,) = workbench.library.records.ids(RecordQuery(section=ACTORS, show=Show.TRASH))
    assert gone == twin.id


def test_a_source_made_one_takes_its_citations_along(page, qtbot, calm, workbench):
    case = workbench.case
    source = next(one for one in case.source_records if f"@{one.citation_key}" in case.context)
    twin = attrs.evolve(Source(title="Twin", citation_key="twin-key"))
    workbench.records.do(changing([(None, twin)], "Ama"), "Twin")
    press(page, qtbot, f"kind:{SOURCES}")
    qtbot.waitUntil(lambda: twin.id in page.list.model.ids, timeout=10_000)
    page.list.table.choose(source.id, twin.id)
    press(page, qtbot, "merge-records")
    stays = 0 if page.side.merging.ids[0] == twin.id else 1
    page.side.merging.findChild(QWidget, f"stays:{stays}").click()
    with qtbot.waitSignal(workbench.told, timeout=10_000):
        press(page, qtbot, "merge-do")
    calm()
    assert "@twin-key" in workbench.case.context and f"@{source.citation_key}" not in workbench.case.context


def test_a_library_for_reading_only_is_only_looked_at(page, qtbot, calm, workbench, library_file):
    workbench.set_library(None)
    assert not page.list.isVisible()
    workbench.set_library(Library.open(library_file, read_only=True))
    page.arrive()
    qtbot.waitUntil(lambda: len(page.list.model.ids) == 21, timeout=10_000)
    page.list.table.choose(page.list.model.ids[0])
    calm()
    for name in ("new-record", "rename-record", "trash-record"):
        assert not page.findChild(QPushButton, name).isEnabled()
    assert "reading only" in page.findChild(QLabel, "record-notice").text()
