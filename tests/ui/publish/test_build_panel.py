import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QToolButton

from casebook.services.builds import BuildList
from casebook.ui.publish.build_panel import BuildPanel


@pytest.fixture
def panel(workbench, qtbot):
    made = BuildPanel(workbench)
    qtbot.addWidget(made)
    made.resize(260, 700)
    made.show()
    made.list.setFocus()
    return made


def names(panel):
    return [build.name for build in panel.model.builds]


def press(panel, key, qtbot, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(panel.list, key, modifiers)


def finish(panel, line, key, qtbot):
    """End typing in a card; the list puts the line away a moment later."""
    with qtbot.waitSignal(line.destroyed, timeout=5000):
        qtbot.keyClick(line, key)


def test_a_click_chooses_a_build(panel, qtbot):
    at = panel.list.visualRect(panel.model.index(2)).center()
    with qtbot.waitSignal(panel.chosen) as told:
        qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert told.args[0] == panel.build == panel.model.builds[2]


def test_f2_renames_in_place_and_escape_leaves_the_name(panel, workbench, qtbot):
    press(panel, Qt.Key.Key_F2, qtbot)
    line = panel.findChild(QLineEdit, "build-name")
    qtbot.keyClicks(line, "Report for Accra")
    finish(panel, line, Qt.Key.Key_Return, qtbot)
    assert names(panel)[0] == "Report for Accra" == BuildList(workbench.library).all()[0].name
    press(panel, Qt.Key.Key_F2, qtbot)
    line = panel.findChild(QLineEdit, "build-name")
    qtbot.keyClicks(line, "Nonsense")
    finish(panel, line, Qt.Key.Key_Escape, qtbot)
    assert names(panel)[0] == "Report for Accra"


def test_keys_move_duplicate_and_delete_and_undo_brings_back(panel, workbench, qtbot):
    usual = names(panel)
    press(panel, Qt.Key.Key_Down, qtbot, Qt.KeyboardModifier.AltModifier)
    assert names(panel)[:2] == [usual[1], usual[0]] and panel.build.name == usual[0]
    press(panel, Qt.Key.Key_Up, qtbot, Qt.KeyboardModifier.AltModifier)
    press(panel, Qt.Key.Key_D, qtbot, Qt.KeyboardModifier.ControlModifier)
    finish(panel, panel.findChild(QLineEdit, "build-name"), Qt.Key.Key_Return, qtbot)
    assert names(panel) == [usual[0], f"{usual[0]} (2)", *usual[1:]] and panel.build.name.endswith("(2)")
    panel.list.setFocus()
    with qtbot.waitSignal(workbench.told) as told:
        press(panel, Qt.Key.Key_Delete, qtbot)
    assert names(panel) == usual and "(2)" in told.args[0]
    told.args[1]()
    assert names(panel) == [usual[0], f"{usual[0]} (2)", *usual[1:]] and panel.build.name.endswith("(2)")


def test_a_new_build_of_any_report_is_ready_to_be_named(panel, qtbot):
    menu = panel.findChild(QPushButton, "new-build").menu()
    menu.aboutToShow.emit()
    action = next(one for one in menu.actions() if one.objectName() == "new-card")
    action.trigger()
    line = panel.findChild(QLineEdit, "build-name")
    qtbot.keyClicks(line, "Cards for the course")
    finish(panel, line, Qt.Key.Key_Return, qtbot)
    assert panel.build.name == "Cards for the course" and panel.build.template == "card"
    assert panel.list.currentIndex().row() == 1


def test_the_menu_of_a_card_offers_it_all(panel, qtbot):
    at = panel.list.visualRect(panel.model.index(1)).center()
    panel.list.customContextMenuRequested.emit(at)
    menu = panel.findChild(QMenu, "build-menu")
    assert [action.text() for action in menu.actions()] == [
        "Export now",
        "Rename",
        "Duplicate",
        "Move up",
        "Move down",
        "Delete",
    ]
    assert panel.list.currentIndex().row() == 1
    with qtbot.waitSignal(panel.export_wanted):
        menu.actions()[0].trigger()
    menu.close()


def test_the_button_asks_for_what_was_exported(panel, qtbot):
    with qtbot.waitSignal(panel.exports_wanted):
        qtbot.mouseClick(panel.findChild(QToolButton, "show-exports"), Qt.MouseButton.LeftButton)


def test_without_a_library_there_are_none(panel, workbench):
    workbench.set_library(None)
    assert panel.build is None and names(panel) == []
    assert not panel.findChild(QPushButton, "new-build").isEnabled()
