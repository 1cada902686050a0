from collections import Counter

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from casebook import paths
from casebook.ui.actions import ACTIONS, LOCAL, MENUS, SEPARATOR, Actions, Needs, shortcut_text

SPECS = [spec for spec in ACTIONS if spec.key != SEPARATOR]


@pytest.fixture
def actions(look):
    owner = QObject()
    made = Actions(owner)
    made.kept = owner
    return made


def test_keys_and_shortcuts_are_each_there_once():
    assert max(Counter(spec.key for spec in SPECS).values()) == 1
    keys = Counter(keys for spec in SPECS if spec.key not in LOCAL for keys in spec.keys)
    shared = {keys for keys, count in keys.items() if count > 1}
    # Return opens a case in the list and adds an entry in Write: never both at once.
    assert shared <= {"Ctrl+Return"}


def test_shortcuts_are_keys_qt_knows():
    for spec in SPECS:
        for keys in spec.keys:
            assert QKeySequence(keys).toString(), keys


def test_every_icon_is_there_and_every_menu_has_a_title():
    for spec in SPECS:
        assert spec.menu in MENUS
        assert not spec.icon or (paths.resources() / "icons" / f"{spec.icon}.svg").is_file()


def test_actions_are_enabled_by_what_they_need(actions):
    actions.enable(Needs.NOTHING)
    enabled = {spec.key for spec in SPECS if actions[spec.key].isEnabled()}
    assert {"new-library", "open-library", "settings", "palette", "quit"} <= enabled
    assert "new-case" not in enabled and "undo" not in enabled
    actions.enable(Needs.LIBRARY | Needs.CASE | Needs.ONE)
    assert actions["publish-cases"].isEnabled() and not actions["duplicate"].isEnabled()


def test_each_calls_its_doer(actions):
    called = []
    actions.connect_to({spec.key: (lambda key=spec.key: called.append(key)) for spec in SPECS})
    actions.enable(~Needs.NOTHING)
    for spec in SPECS:
        actions[spec.key].trigger()
    assert called == [spec.key for spec in SPECS]


def test_a_shortcut_is_written_as_the_system_does(actions):
    assert shortcut_text(actions["palette"]) == "Ctrl+K"
    assert shortcut_text(actions["about"]) == ""
