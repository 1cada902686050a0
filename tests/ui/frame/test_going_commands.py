"""Going from page to page with keys, as the menus say."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QToolButton

from casebook.ui.frame.stage import Stage


def current(window):
    return window.findChild(Stage).current_key


def test_keys_go_to_the_workspaces(window, qtbot):
    for key, expected in ((Qt.Key.Key_3, "compare"), (Qt.Key.Key_4, "publish"), (Qt.Key.Key_1, "library")):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        assert current(window) == expected


def test_find_goes_to_the_search_field_from_where_there_is_none(window, qtbot):
    window.go("settings")
    window.actions_table["find"].trigger()
    assert current(window) == "library"
    field = window.findChild(QLineEdit, "filter")
    qtbot.waitUntil(field.hasFocus, timeout=3000)


def test_the_map_opens_in_the_library_and_closes_again(window):
    window.go("compare")
    window.actions_table["library-map"].trigger()
    assert current(window) == "library"
    assert window.findChild(QToolButton, "show-map").isChecked()
    window.actions_table["library-map"].trigger()
    assert not window.findChild(QToolButton, "show-map").isChecked()
