"""The keys that the guide names are keys of the window, and do what it says."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QKeyCombination
from PySide6.QtGui import QAction, QKeySequence, QShortcut

from casebook.ui.compare.comparison_table import ComparisonTable
from casebook.ui.forms.markdown_toolbar import MarkdownToolbar
from casebook.ui.write.write_workspace import WriteWorkspace

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "guide"

KEYS = re.compile(r"(?<![\w+])((?:(?:Ctrl|Alt|Shift)\+)+(?:[A-Z][a-z]\w*|[A-Z0-9,+=-])|F\d{1,2})(?!\w)")
ROW = re.compile(r"^\| `([^`]+)` \| (.+?) \|$", re.MULTILINE)
IN_FIELDS = {"Alt+Down", "Ctrl+A", "Ctrl+S", "Ctrl+Space", "F4", "Shift+Ins", "Shift+S", "Shift+Tab"}
"""Keys that fields, tables and windows of their own take by themselves, without an action of the main window."""
NAMES = {"Enter": "Return", "Delete": "Del"}
"""What the guide calls a key, and what Qt calls it."""


@pytest.fixture
def keys_of_the_window(window, workbench, liberia, qtbot):
    """Portable names of all keys, with the words of what they do, in a window with a case open."""
    assert workbench.open_case(liberia.id)
    window.go("publish")
    window.go("write")
    pane = window.findChild(WriteWorkspace)
    pane.show_section("narrative")
    window.activateWindow()
    pane.page.current.form.focus_field("context")
    qtbot.waitUntil(lambda: bool(window.findChildren(MarkdownToolbar)))
    found: dict[str, set[str]] = {}
    for action in window.findChildren(QAction):
        for keys in action.shortcuts():
            found.setdefault(portable(keys), set()).add(action.text().replace("&", "").rstrip("…"))
    buttons = [button for bar in window.findChildren(MarkdownToolbar) for button in bar.children()]
    words = {
        button.toolTip().rpartition(" (")[2].rstrip(")"): button.accessibleName()
        for button in buttons
        if button.objectName().startswith("mark:")
    }
    for shortcut in window.findChildren(QShortcut):
        keys = portable(shortcut.key())
        found.setdefault(keys, set()).add(words.get(keys, ""))
    window.go("compare")
    for key, modifiers in window.findChild(ComparisonTable).keys:
        found.setdefault(portable(QKeySequence(QKeyCombination(modifiers, key))), set()).add("")
    return found


def portable(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.PortableText)


def as_qt_says(keys: str) -> str:
    *modifiers, key = re.split(r"(?<!\+)\+(?=.)", keys)
    return portable(QKeySequence("+".join([*modifiers, NAMES.get(key, key)])))


def test_every_key_the_guide_names_does_something(keys_of_the_window):
    unknown = {
        (page.name, keys)
        for page in GUIDE.glob("*.md")
        for keys in KEYS.findall(page.read_text(encoding="utf-8"))
        if keys not in IN_FIELDS and as_qt_says(keys) not in keys_of_the_window
    }
    assert unknown == set()


def test_the_tables_of_keys_say_what_the_window_says(keys_of_the_window):
    _, _, tables = (GUIDE / "write.md").read_text(encoding="utf-8").partition("## All keys")
    rows = ROW.findall(tables)
    assert len(rows) >= 30
    assert [(keys, words) for keys, words in rows if words not in keys_of_the_window[as_qt_says(keys)]] == []
