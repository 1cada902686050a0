"""Everything the window can be asked to do, in one table: menus, palette and the list of shortcuts read it."""

from collections.abc import Callable, Mapping
from enum import Flag, auto

import attrs
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from casebook.domain.marking import _
from casebook.ui.i18n import translated


class Needs(Flag):
    """What must be so for an action to make sense; an action is enabled when all it needs is there."""

    NOTHING = 0
    LIBRARY = auto()
    WRITABLE = auto()  # a library that is not open for reading only
    CASE = auto()  # at least one case chosen or open, not in the Trash
    ONE = auto()  # exactly one
    TWO = auto()  # exactly two
    SEVERAL = auto()  # two or more
    TRASHED = auto()  # at least one chosen case lies in the Trash
    UNDO = auto()
    REDO = auto()
    WRITING = auto()  # Write is in front with a case open
    AWAY = auto()  # Write is not in front
    CHOSEN = auto()  # at least one case chosen or open, in the Trash or not


@attrs.frozen(kw_only=True)
class ActionSpec:
    """One thing to do: where it stands, how it is called, its keys, and what it needs."""

    key: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: Needs = Needs.NOTHING
    group: str = ""
    """Actions of one group exclude each other, as in a choice of theme; "on-off" stands alone."""


def _of(menu: str, *rows: tuple[str, str, str, str, Needs]) -> tuple[ActionSpec, ...]:
    """Rows of key, text, keys separated by blanks, icon, needs."""
    return tuple(
        ActionSpec(key=key, menu=menu, text=text, keys=tuple(keys.split()), icon=icon, needs=needs)
        for key, text, keys, icon, needs in rows
    )


FILE, EDIT, CASE, WRITE, VIEW, HELP = _("&File"), _("&Edit"), _("&Case"), _("&Write"), _("&View"), _("&Help")
MENUS = (FILE, EDIT, CASE, WRITE, VIEW, HELP)
SEPARATOR = "-"
_ANY, _LIB, _MAY = Needs.NOTHING, Needs.LIBRARY, Needs.WRITABLE
_CASE, _ONE = Needs.CASE, Needs.CASE | Needs.ONE
_CHOSEN = Needs.CHOSEN
_HERE, _EDIT = Needs.WRITING, Needs.WRITING | Needs.WRITABLE

LOCAL = frozenset({"duplicate-entry", "move-entry-up", "move-entry-down", "delete-entry"})
"""Actions whose keys work only in the widgets they are added to: elsewhere the same keys edit text."""

ACTIONS: tuple[ActionSpec, ...] = (
    *_of(
        FILE,
        ("new-library", _("New library…"), "", "plus", _ANY),
        ("open-library", _("Open library…"), "Ctrl+O", "folder-open", _ANY),
        ("open-sample", _("Open the sample library"), "", "book-open", _ANY),
        ("close-library", _("Close library"), "", "x", _LIB),
        (SEPARATOR, "", "", "", _ANY),
        ("import", _("Import cases…"), "Ctrl+Shift+I", "file-up", _MAY),
        ("import-list", _("Import a list…"), "", "table", _MAY),
        ("export-list", _("Export list…"), "", "download", _LIB),
        ("export", _("Export as JSON…"), "Ctrl+Shift+E", "file-down", _CASE),
        ("back-up", _("Back up library…"), "", "save", _LIB),
        ("restore-backup", _("Restore a backup…"), "", "restore", _ANY),
        ("protect", _("Protect this library…"), "", "lock", _MAY),
        (SEPARATOR, "", "", "", _ANY),
        ("quit", _("Quit"), "Ctrl+Q", "log-out", _ANY),
    ),
    *_of(
        EDIT,
        ("undo", _("Undo"), "Ctrl+Z", "undo", Needs.UNDO),
        ("redo", _("Redo"), "Ctrl+Shift+Z Ctrl+Y", "redo", Needs.REDO),
        (SEPARATOR, "", "", "", _ANY),
        ("find", _("Find"), "Ctrl+F", "search", _LIB),
        ("find-next", _("Find the next place in the case"), "F3", "chevron-down", _HERE),
        ("find-previous", _("Find the place before in the case"), "Shift+F3", "chevron-up", _HERE),
        ("replace", _("Find and replace in the case"), "Ctrl+H", "write", _EDIT),
    ),
    *_of(
        CASE,
        ("new-case", _("New case"), "Ctrl+N", "plus", _MAY),
        ("capture", _("Quick capture…"), "Ctrl+Shift+N", "zap", _MAY),
        (SEPARATOR, "", "", "", _ANY),
        ("write-case", _("Open in Write"), "Ctrl+Return", "write", _ONE | Needs.AWAY),
        ("compare-cases", _("Compare…"), "", "compare", Needs.CASE | Needs.SEVERAL),
        ("similar-cases", _("Find similar cases"), "Ctrl+Shift+F", "shapes", _ONE),
        ("duplicates", _("Likely duplicates…"), "", "layers", _LIB),
        ("merge-cases", _("Merge two cases…"), "", "merge", Needs.CASE | Needs.TWO | _MAY),
        ("publish-cases", _("Publish…"), "Ctrl+P", "publish", _CASE),
        ("export-again", _("Repeat the last export"), "Ctrl+Shift+P", "refresh", _LIB),
        ("duplicate", _("Duplicate"), "Ctrl+Shift+D", "copy", _CASE | _MAY),
        ("change-cases", _("Change…"), "Ctrl+Shift+M", "layers", _CHOSEN | _MAY),
        ("add-to-collection", _("Add to collection…"), "Ctrl+Shift+A", "folder", _CASE | _MAY),
        ("take-out-of-collection", _("Take out of collection…"), "", "folder-open", _CASE | _MAY),
        ("tags", _("Tags…"), "Ctrl+Shift+T", "tag", _LIB),
        (SEPARATOR, "", "", "", _ANY),
        ("trash", _("Move to Trash"), "", "trash", _CASE | _MAY),
        ("restore", _("Restore from Trash"), "", "restore", Needs.TRASHED | _MAY),
        ("delete", _("Delete for good…"), "", "circle-x", Needs.TRASHED | _MAY),
    ),
    *_of(
        WRITE,
        ("add-entry", _("Add an entry"), "Ctrl+Return", "plus", _EDIT),
        ("duplicate-entry", _("Duplicate the entry"), "Ctrl+D", "copy", _EDIT),
        ("move-entry-up", _("Move the entry up"), "Alt+Up", "arrow-up", _EDIT),
        ("move-entry-down", _("Move the entry down"), "Alt+Down", "arrow-down", _EDIT),
        ("delete-entry", _("Delete the entry"), "Del Backspace", "trash", _EDIT),
        ("import-entries", _("Import a list into this section…"), "", "table", _EDIT),
        (SEPARATOR, "", "", "", _ANY),
        ("link-source", _("Link a source"), "Ctrl+L", "link", _EDIT),
        ("link-same", _("Link the same source as last"), "Ctrl+Shift+L", "link", _EDIT),
        (SEPARATOR, "", "", "", _ANY),
        ("previous-section", _("Previous section"), "Ctrl+PgUp", "", _HERE),
        ("next-section", _("Next section"), "Ctrl+PgDown", "", _HERE),
        ("previous-entry", _("Previous entry"), "Alt+PgUp", "", _HERE),
        ("next-entry", _("Next entry"), "Alt+PgDown", "", _HERE),
        (SEPARATOR, "", "", "", _ANY),
        ("check-now", _("Check now"), "F7", "square-check", _HERE),
        ("next-finding", _("Next thing to fix"), "F8", "chevron-down", _HERE),
        ("previous-finding", _("Previous thing to fix"), "Shift+F8", "chevron-up", _HERE),
        ("send-for-review", _("Send for review"), "", "check", _EDIT),
        (SEPARATOR, "", "", "", _ANY),
        ("guidance", _("Show or hide the guidance"), "F9", "sidebar", _HERE),
        ("case-history", _("History of the case"), "Shift+F9", "history", _HERE),
    ),
    *_of(
        VIEW,
        ("library", _("Library"), "Ctrl+1", "library", _LIB),
        ("write", _("Write"), "Ctrl+2", "write", _LIB),
        ("compare", _("Compare"), "Ctrl+3", "compare", _LIB),
        ("publish", _("Publish"), "Ctrl+4", "publish", _LIB),
        ("settings", _("Settings"), "Ctrl+5 Ctrl+,", "settings", _ANY),
        ("records", _("Actors and sources"), "Ctrl+Shift+R", "users", _LIB),
        ("word-lists", _("Word lists"), "", "list", _LIB),
        ("library-map", _("Map and years of the cases"), "Ctrl+M", "globe", _LIB),
        (SEPARATOR, "", "", "", _ANY),
        ("palette", _("Command palette…"), "Ctrl+K", "command", _ANY),
        ("next-pane", _("Next pane"), "F6", "", _ANY),
        ("previous-pane", _("Previous pane"), "Shift+F6", "", _ANY),
        (SEPARATOR, "", "", "", _ANY),
        ("theme-system", _("Colours of the system"), "", "refresh", _ANY),
        ("theme-light", _("Light colours"), "", "sun", _ANY),
        ("theme-dark", _("Dark colours"), "", "moon", _ANY),
        (SEPARATOR, "", "", "", _ANY),
        ("larger", _("Larger text"), "Ctrl++ Ctrl+=", "plus", _ANY),
        ("smaller", _("Smaller text"), "Ctrl+-", "minus", _ANY),
        ("usual-size", _("Usual text size"), "Ctrl+0", "", _ANY),
        ("full-screen", _("Full screen"), "F11", "", _ANY),
    ),
    *_of(
        HELP,
        ("shortcuts", _("Keyboard shortcuts"), "F1", "keyboard", _ANY),
        ("show-log", _("Show the log folder"), "", "folder", _ANY),
        ("about", _("About Casebook"), "", "info", _ANY),
    ),
)
"""In menu order; SEPARATOR rows draw a line."""


class Actions(QObject):
    """One QAction for each row of the table, found by key."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._actions: dict[str, QAction] = {}
        for spec in ACTIONS:
            if spec.key != SEPARATOR:
                self._actions[spec.key] = self._action(spec)

    def __getitem__(self, key: str) -> QAction:
        """The action called `key`; KeyError if there is none."""
        return self._actions[key]

    def connect_to(self, doers: Mapping[str, Callable[[], object]]) -> None:
        """Have actions call what does them; a page connects itself what only it can do.

        Raises:
            KeyError: there is no action of that name.
        """
        for key, doer in doers.items():
            self._actions[key].triggered.connect(_ignoring_state(doer))

    def enable(self, present: Needs) -> None:
        """Enable what can be done while `present` holds, and nothing else."""
        for spec in ACTIONS:
            if spec.key != SEPARATOR:
                self._actions[spec.key].setEnabled(spec.needs in present)

    def _action(self, spec: ActionSpec) -> QAction:
        action = QAction(translated(spec.text), self)
        action.setObjectName(spec.key)
        action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
        if spec.key in LOCAL:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        return action


def _ignoring_state(doer: Callable[[], object]) -> Callable[[bool], None]:
    def do(_checked: bool) -> None:
        doer()

    return do


def shortcut_text(action: QAction) -> str:
    """The action's first shortcut as this system writes it; empty when it has none."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
