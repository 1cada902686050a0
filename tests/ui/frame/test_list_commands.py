"""Lists come in from the window, can be taken back in one step, and go out as they are shown."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QTableView, QToolButton, QWidget

from casebook.exchange.list_reading import read_list
from casebook.storage.listing import ListQuery
from casebook.ui.library.case_table import CaseTable
from casebook.ui.lists.import_list_dialog import ImportListDialog
from casebook.ui.widgets.toast import Toast

PROJECTS = "Title;Country;Years;Partners\n" + "".join(
    f"Workshop nr {n};Liberia;2003–2018;ECOWAS\n" for n in range(40)
)
EVENTS = "Date;Event;Who\n18 August 2003;Peace signed;ECOWAS\nOctober 2003;Mission begins;New force\n"


def count(workbench, **query):
    return workbench.library.cases.count(ListQuery(**query))


def toast(window):
    return window.findChild(Toast, "toast")


@pytest.fixture
def imports(answers, qtbot):
    """Goes through the dialog to its end, once it is there."""

    def through(dialog):
        assert isinstance(dialog, ImportListDialog)
        qtbot.waitUntil(lambda: dialog.desk.listed is not None, timeout=10_000)
        dialog.findChild(QPushButton, "next").click()
        qtbot.waitUntil(lambda: dialog.desk.plan is not None, timeout=10_000)
        dialog.findChild(QPushButton, "import-list").click()

    return lambda: answers.then(through)


def written(path, text):
    path.write_text(text, encoding="utf-8")
    return path


def test_a_list_becomes_cases_and_one_step_takes_them_away(window, workbench, imports, tmp_path, qtbot):
    imports()
    window._lists.import_list(written(tmp_path / "list.csv", PROJECTS + ";Mali;2005;\n"))
    qtbot.waitUntil(lambda: "40 cases imported. 1 row was refused." in toast(window).text, timeout=20_000)
    assert count(workbench) == 41
    row = workbench.library.cases.page(ListQuery(text="workshop nr", sort="ref_code", descending=False))[-1]
    assert row.ref_code.startswith("LR-2003-0") and row.partners == ("ECOWAS",)
    toast(window)._act()
    qtbot.waitUntil(lambda: "40 cases are in the Trash" in toast(window).text, timeout=20_000)
    assert (count(workbench), count(workbench, trashed=True)) == (1, 40)


def test_what_came_in_before_a_cancel_stays_is_told_and_can_be_taken_back(
    window, workbench, imports, tmp_path, qtbot
):
    def stop(at, _of):
        if at:
            window.findChild(QToolButton, "cancel-task").click()

    def watch():
        for task in workbench.tasks.running:
            if task.title == "Importing cases":
                task.progressed.connect(stop)

    workbench.tasks.changed.connect(watch)
    imports()
    window._lists.import_list(written(tmp_path / "list.csv", PROJECTS))
    qtbot.waitUntil(lambda: "Stopped: " in toast(window).text, timeout=20_000)
    workbench.tasks.changed.disconnect(watch)
    there = count(workbench) - 1
    assert 0 < there < 40 and f"{there} of 40 cases" in toast(window).text
    toast(window)._act()
    qtbot.waitUntil(lambda: count(workbench) == 1, timeout=20_000)


def test_a_list_dropped_on_the_window_is_imported(window, workbench, imports, tmp_path, qtbot):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(written(tmp_path / "LIST.CSV", PROJECTS)))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    imports()
    window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, left, none))
    qtbot.waitUntil(lambda: count(workbench) == 41, timeout=20_000)


def test_entries_go_into_the_section_that_is_shown_and_one_undo_takes_them_out(
    window, workbench, liberia, imports, tmp_path, qtbot
):
    workbench.open_case(liberia.id)
    window.go("write")
    window._stage.workspace.show_section("timeline")
    before = workbench.case.timeline
    imports()
    window._lists.import_list(
        written(tmp_path / "events.csv", EVENTS), into=window._stage.workspace.current_section
    )
    assert [event.title for event in workbench.case.timeline[len(before) :]] == [
        *("Peace signed", "Mission begins")
    ]
    assert any(actor.name == "New force" for actor in workbench.case.actor_records)
    assert "2 entries imported" in toast(window).text
    window.actions_table["undo"].trigger()
    assert workbench.case.timeline == before
    assert workbench.case.actor_records == liberia.actor_records


def test_the_action_in_write_offers_that_section(window, workbench, liberia, answers, qtbot):
    workbench.open_case(liberia.id)
    window.go("write")
    window._stage.workspace.show_section("lessons")
    offered = []
    answers.then(lambda dialog: (offered.append(dialog.desk.into), dialog.reject()))
    window.actions_table["import-entries"].trigger()
    assert offered == ["lessons"]


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_the_list_goes_out_as_it_is_shown(window, workbench, imports, answers, tmp_path, qtbot, ending):
    imports()
    window._lists.import_list(written(tmp_path / "list.csv", PROJECTS))
    qtbot.waitUntil(lambda: count(workbench) == 41, timeout=20_000)
    qtbot.waitUntil(lambda: not workbench.tasks.running)
    window.go("library")
    window.findChild(QLineEdit, "filter").setText("workshop nr")
    table = window.findChild(CaseTable, "cases")
    qtbot.waitUntil(lambda: table.model().rowCount() == 40, timeout=5000)
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    answers.choose_files(str(tmp_path / f"out{ending}"))
    window.actions_table["export-list"].trigger()
    qtbot.waitUntil(lambda: "40 rows are in" in toast(window).text, timeout=20_000)
    listed = read_list(tmp_path / f"out{ending}")
    shown = [table.model().index(row, 1).data() for row in range(40)]
    assert listed.column(1) == shown and listed.columns[:2] == ("Reference", "Title")


def test_the_list_of_actors_goes_out_as_it_is_shown(window, answers, tmp_path, qtbot):
    window.actions_table["records"].trigger()
    page = window.findChild(QWidget, "page-records")
    qtbot.waitUntil(lambda: len(page.list.model.ids) > 1, timeout=10_000)
    shown = [page.list.model.record(row).name for row in range(len(page.list.model.ids))]
    answers.choose_files(str(tmp_path / "actors.csv"))
    window.actions_table["export-list"].trigger()
    qtbot.waitUntil(lambda: f"{len(shown)} rows are in" in toast(window).text, timeout=20_000)
    listed = read_list(tmp_path / "actors.csv")
    assert listed.column(0) == shown
    assert listed.columns[:2] == ("Name", "Short name")


def test_without_a_library_to_write_nothing_is_imported(window, workbench, qtbot):
    workbench.set_library(None)
    with qtbot.waitSignal(workbench.problem):
        window._lists.import_list()
    assert window.findChild(QTableView, "refused") is None
