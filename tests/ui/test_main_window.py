import warnings
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from casebook import paths
from casebook.domain.changes import setting
from casebook.storage.library import Library
from casebook.storage.listing import ListQuery
from casebook.ui.actions import ACTIONS, SEPARATOR, Needs
from casebook.ui.library.case_table import CaseTable
from casebook.ui.main_window import MainWindow
from casebook.ui.window_state import WindowState

CONTROL = Qt.KeyboardModifier.ControlModifier


def in_front(window):
    names = ("library", "write", "compare", "publish", "settings", "welcome", "opening")
    found = ((name, window.findChild(QWidget, f"page-{name}")) for name in names)
    return next(name for name, page in found if page is not None and page.isVisible())


def test_every_action_has_a_doer(window):
    window.actions_table.enable(~Needs.NOTHING)
    shown = {spec.key for spec in ACTIONS if spec.key != SEPARATOR and Needs.WRITING not in spec.needs}
    assert shown <= set(window._doers())


def test_control_and_a_number_go_to_a_workspace(window, qtbot):
    for key, name in (
        (Qt.Key.Key_2, "write"),
        (Qt.Key.Key_3, "compare"),
        (Qt.Key.Key_4, "publish"),
        (Qt.Key.Key_5, "settings"),
        (Qt.Key.Key_1, "library"),
    ):
        qtbot.keyClick(window, key, CONTROL)
        assert in_front(window) == name


def test_find_goes_to_the_filter(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL)
    assert window.focusWidget() is window.findChild(QLineEdit, "filter")


def test_the_title_names_case_and_library(window, workbench, liberia):
    assert window.windowTitle() == "field – Casebook"
    workbench.open_case(liberia.id)
    assert window.windowTitle() == f"{liberia.title} – field – Casebook"


def test_the_strip_says_saved_and_counts(window, workbench, liberia):
    workbench.open_case(liberia.id)
    workbench.apply(setting(workbench.case, liberia.id, "title", "Another title"))
    workbench.flush()
    assert "All changes saved" in window.findChild(QLabel, "saved").text()
    assert window.findChild(QLabel, "case-count").text() == "1 case"


def test_undo_and_redo_answer_to_their_keys(window, workbench, liberia, qtbot):
    workbench.open_case(liberia.id)
    window.go("compare")
    workbench.apply(setting(workbench.case, liberia.id, "scope", "regional"))
    assert window.actions_table["undo"].isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert workbench.case.scope == liberia.scope
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert workbench.case.scope == "regional"


def test_chosen_cases_are_handed_to_publish(window, liberia):
    window.findChild(CaseTable, "cases").choose(0)
    window.actions_table["publish-cases"].trigger()
    assert in_front(window) == "publish"
    assert window.findChild(QWidget, "page-publish").chosen_cases() == (liberia.id,)


def dropped(window, file):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    where, action, button = QPointF(400, 300), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    with warnings.catch_warnings():
        # Whole pixels are all the bindings take here, and they call that old-fashioned.
        warnings.simplefilter("ignore", DeprecationWarning)
        entered = QDragEnterEvent(where.toPoint(), action, data, button, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, entered)
    if entered.isAccepted():
        QApplication.sendEvent(
            window, QDropEvent(where, action, data, button, Qt.KeyboardModifier.NoModifier)
        )
    return entered.isAccepted()


def test_a_library_dropped_on_the_window_opens(window, workbench, tmp_path):
    Library.create(tmp_path / "stick.casebook").close()
    assert dropped(window, tmp_path / "stick.casebook")
    assert workbench.library.name == "stick"


def test_a_case_dropped_on_the_window_is_imported(window, workbench, qtbot):
    assert dropped(window, paths.resources() / "sample" / "sierra-leone.json")
    qtbot.waitUntil(lambda: workbench.library.cases.count(ListQuery()) == 2, timeout=20_000)
    assert not dropped(window, Path(__file__))


@pytest.mark.parametrize("key", ["shortcuts", "about", "palette"])
def test_dialogs_open_and_close(window, qtbot, key):
    from tests.ui.frame.modal import Answers

    answers = Answers()
    answers.give_up()
    window.actions_table[key].trigger()
    assert len(answers.seen) == 1


def test_closing_saves_and_remembers_where_one_was(window, workbench, appearance, liberia, tmp_path, qtbot):
    path = workbench.library.path
    workbench.open_case(liberia.id)
    window.go("write")
    workbench.apply(setting(workbench.case, liberia.id, "title", "Typed just now"))
    window.close()
    assert workbench.library is None
    with Library.open(path) as library:
        assert library.cases.load(liberia.id).title == "Typed just now"
    again = MainWindow(workbench, appearance, WindowState(tmp_path / "window.json"))
    qtbot.addWidget(again)
    again.show()
    again.door.open(path)
    assert in_front(again) == "write" and workbench.case.id == liberia.id
    again.close()


def test_without_a_library_the_first_page_stands_in_front(window, workbench):
    window.door.close()
    assert in_front(window) == "welcome"
    window.go("write")
    assert in_front(window) == "welcome" and not window.actions_table["new-case"].isEnabled()


def test_panes_are_walked_with_f6(window, qtbot):
    window.findChild(CaseTable, "cases").setFocus()
    seen = []
    for _ in range(4):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        seen.append(window.focusWidget().objectName())
    assert len(set(seen)) >= 3
    qtbot.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert window.focusWidget().objectName() == seen[-2]


def test_a_record_renamed_for_all_cases_reads_so_in_the_open_case_and_the_list(
    window, workbench, liberia, qtbot
):
    record = next(one for one in liberia.actor_records if one.short_name == "ECOWAS")
    workbench.open_case(liberia.id)
    window.go("write")
    workbench.go_to.emit(record.id, "short_name")
    line = window.findChild(QWidget, "page-write").findChild(QLineEdit, "short_name:control")
    assert line.text() == "ECOWAS"
    qtbot.keyClick(window, Qt.Key.Key_R, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    page = window.findChild(QWidget, "page-records")
    assert page.isVisible()
    qtbot.waitUntil(lambda: bool(page.list.model.ids), timeout=10_000)
    assert page.list.table.choose(record.id)
    field = page.findChild(QLineEdit, "short_name:control")
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "The Community")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert line.text() == "The Community"
    assert "The Community" in workbench.library.cases.page(ListQuery())[0].partners
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert line.text() == "ECOWAS"
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL)
    assert window.focusWidget() is page.findChild(QLineEdit, "record-filter")
    qtbot.waitUntil(lambda: not workbench.tasks.running, timeout=10_000)
