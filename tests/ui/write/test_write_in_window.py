"""Write inside the real window: its menu, its keys beside those of the window, the place kept between runs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from casebook.services.settings import Settings
from casebook.storage.library import Library
from casebook.ui.appearance import Appearance
from casebook.ui.dialogs.command_palette import CommandPalette
from casebook.ui.main_window import MainWindow
from casebook.ui.window_state import WindowState
from casebook.ui.workbench import Workbench
from casebook.ui.write.evidence_row import EvidenceRow
from casebook.ui.write.find_panel import FindPanel
from casebook.ui.write.write_workspace import WriteWorkspace

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEY = Qt.Key


def opened(qtbot, workbench, state) -> MainWindow:
    window = MainWindow(workbench, Appearance(QApplication.instance(), "light", 100), state)
    workbench.places = state.places
    qtbot.addWidget(window)
    window.resize(1440, 900)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    with qtbot.waitActive(window):
        pass
    return window


@pytest.fixture
def window(workbench, qtbot, tmp_path):
    made = opened(qtbot, workbench, WindowState(tmp_path / "window.json"))
    made.go("write")
    return made


def write_of(window) -> WriteWorkspace:
    return window.findChild(WriteWorkspace)


def press(qtbot, window, key, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifiers)
    for _ in range(3):
        QApplication.processEvents()


def test_the_keyboard_begins_in_the_outline(window):
    assert write_of(window).outline.list.hasFocus()


def test_control_and_return_add_an_entry_here_and_open_a_case_elsewhere(window, qtbot, workbench):
    write_of(window).show_section("challenges")
    before = len(workbench.case.challenges)
    press(qtbot, window, KEY.Key_Return, CONTROL)
    assert len(workbench.case.challenges) == before + 1
    assert not window.actions_table["write-case"].isEnabled()
    window.go("library")
    assert not window.actions_table["add-entry"].isEnabled()


def test_the_menu_does_to_the_current_entry_what_its_keys_do(window, qtbot, workbench):
    write = write_of(window)
    write.show_section("challenges")
    write.entries.focus_here()
    first, second = (entry.id for entry in workbench.case.challenges[:2])
    window.actions_table["move-entry-down"].trigger()
    assert [entry.id for entry in workbench.case.challenges[:2]] == [second, first]
    window.actions_table["delete-entry"].trigger()
    assert workbench.case.find(first) is None
    window.actions_table["undo"].trigger()
    assert workbench.case.find(first) is not None


def test_delete_in_a_text_deletes_text(window, qtbot, workbench):
    write = write_of(window)
    write.show_section("challenges")
    editor = write.page.current.form.editor("title")
    editor.setFocus()
    title = workbench.case.challenges[0].title
    press(qtbot, window, KEY.Key_Home)
    press(qtbot, window, KEY.Key_Delete)
    assert workbench.case.challenges[0].title == title[1:]


def test_undo_from_the_menu_takes_back_what_was_typed_just_now(window, qtbot, workbench):
    write = write_of(window)
    write.show_section("challenges")
    before = workbench.case.challenges[0].description
    write.page.current.form.editor("description").setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "Mud")
    press(qtbot, window, KEY.Key_Z, CONTROL)
    assert workbench.case.challenges[0].description == before
    assert write.page.current.form.editor("description").value() == before


def test_all_of_it_is_in_the_menu_and_in_the_palette(window, workbench):
    menus = {menu.text().replace("&", ""): menu.menu() for menu in window.menuBar().actions()}
    words = [action.text() for action in menus["Write"].actions() if not action.isSeparator()]
    assert {"Add an entry", "Link a source", "Next thing to fix", "Send for review"} <= set(words)
    palette = CommandPalette(workbench, window.actions_table, lambda _case: None, window)
    assert {"Add an entry", "Next thing to fix"} <= {offer.text for offer in palette._offers}
    palette.deleteLater()


def test_no_two_enabled_actions_share_a_key(window):
    keys = {}
    for action in window.findChildren(QAction):
        if action.isEnabled() and action.shortcutContext() is Qt.ShortcutContext.WindowShortcut:
            for sequence in action.shortcuts():
                keys.setdefault(sequence.toString(), set()).add(action.objectName() or action.text())
    assert {key: names for key, names in keys.items() if len(names) > 1} == {}


def test_f6_walks_the_panes_and_back(window, qtbot):
    write = write_of(window)
    write.show_section("challenges")
    write.outline.list.setFocus()
    press(qtbot, window, KEY.Key_F6)
    assert write.entries.list.hasFocus()
    press(qtbot, window, KEY.Key_F6)
    assert write.page.isAncestorOf(QApplication.focusWidget())
    press(qtbot, window, KEY.Key_F6)
    assert write.aside.isAncestorOf(QApplication.focusWidget())
    press(qtbot, window, KEY.Key_F6, SHIFT)
    press(qtbot, window, KEY.Key_F6, SHIFT)
    press(qtbot, window, KEY.Key_F6, SHIFT)
    assert write.outline.list.hasFocus()


def test_place_and_panes_are_as_they_were_in_the_next_run(
    window, qtbot, workbench, tmp_path, vocabularies, library_file
):
    write = write_of(window)
    write.show_section("challenges", workbench.case.challenges[2].id)
    QApplication.processEvents()
    splitter = write._splitter
    sizes = splitter.sizes()
    splitter.setSizes([sizes[0] + 40, sizes[1], sizes[2] - 40, sizes[3]])
    kept, case_id = splitter.sizes(), workbench.case.id
    window.close()
    again = Workbench(Settings(), vocabularies)
    second = opened(qtbot, again, WindowState(tmp_path / "window.json"))
    again.set_library(Library.open(library_file))
    again.open_case(case_id)
    second.go("write")
    QApplication.processEvents()
    write = write_of(second)
    assert write.page.current.record_id == again.case.challenges[2].id
    assert write._splitter.sizes() == kept
    second.close()


def test_a_window_that_was_killed_comes_back_to_where_something_was_changed(
    window, qtbot, workbench, tmp_path, library_file
):
    window.door.open(library_file)
    workbench.open_case(workbench.library.cases.resolve("LR-2003-001"))
    window.go("write")
    write_of(window).show_section("lessons")
    editor = write_of(window).page.current.form.editor("title")
    qtbot.keyClicks(editor.control, "And ")
    workbench.flush()
    left = WindowState(tmp_path / "window.json")  # what a killed window leaves behind
    assert left.get("library") == str(library_file)
    assert left.get("workspace") == "write"
    assert left.get(f"case/{library_file}") == workbench.case.id
    assert left.places[workbench.case.id].startswith("lessons ")


def squeezed(root):
    """What stands in `root` and has less height than it needs at its width."""
    for widget in [root, *root.findChildren(QWidget)]:
        layout = widget.layout()
        if widget.isVisible() and layout is not None and layout.hasHeightForWidth():
            needed = layout.totalHeightForWidth(widget.width())
            if widget.height() < needed:
                yield type(widget).__name__, widget.objectName(), widget.height(), needed


@pytest.mark.parametrize("size", [(1920, 1000), (1440, 860), (1100, 700)], ids=str)
def test_no_field_is_squeezed_at_any_width(window, qtbot, workbench, size):
    write, declaration = write_of(window), workbench.declaration
    window.resize(*size)
    for shown in (*declaration.parts, *declaration.top_sections, *declaration.shared_sections):
        write.show_section(shown.key)
        view = write.page.current
        qtbot.waitUntil(lambda view=view: not list(squeezed(view)), timeout=3000)
        link = next(iter(view.findChildren(EvidenceRow)), None)
        if link is not None and link.isVisible():
            qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
            qtbot.waitUntil(lambda view=view: not list(squeezed(view)), timeout=3000)


def test_cards_have_their_width_in_the_next_run_though_none_were_shown(
    window, qtbot, workbench, tmp_path, vocabularies, library_file
):
    write_of(window).show_section("overview")
    case_id = workbench.case.id
    window.close()
    again = Workbench(Settings(), vocabularies)
    second = opened(qtbot, again, WindowState(tmp_path / "window.json"))
    again.set_library(Library.open(library_file))
    again.open_case(case_id)
    second.go("write")
    QApplication.processEvents()
    write = write_of(second)
    write.show_section("challenges")
    QApplication.processEvents()
    assert write.entries.width() == write.entries.sizeHint().width()
    second.close()


def test_find_in_write_finds_in_the_case_and_in_the_library_otherwise(window, workbench, liberia, qtbot):
    workbench.open_case(liberia.id)
    window.go("write")
    panel = window.findChild(FindPanel)
    qtbot.keyClick(window, KEY.Key_F, CONTROL)
    assert panel.isVisible()
    assert not panel.replaces
    assert panel.words.hasFocus()
    qtbot.keyClick(panel.words, KEY.Key_H, CONTROL)
    assert panel.replaces
    qtbot.keyClicks(panel.words, "first contingents")
    qtbot.keyClick(window, KEY.Key_F3)
    assert panel.count.text().startswith("2 places in 2 entries")
    assert window.focusWidget().textCursor().selectedText() == "first contingents"
    window.go("library")
    assert not window.actions_table["replace"].isEnabled()
    qtbot.keyClick(window, KEY.Key_F, CONTROL)
    assert window.focusWidget().objectName() == "filter"
    workbench.close_case()
    window.go("write")
    qtbot.keyClick(window, KEY.Key_F, CONTROL)
    assert window.focusWidget().objectName() == "filter"
