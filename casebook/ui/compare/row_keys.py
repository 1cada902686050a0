"""The keys of a comparison's rows, in one table: the rows, their menus and the list of shortcuts read it."""

import attrs
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from casebook.domain.marking import _


@attrs.frozen
class RowKey:
    """One thing that can be done with a row, and the keys that do it."""

    name: str
    text: str
    keys: tuple[str, ...]

    @property
    def chords(self) -> tuple[tuple[Qt.Key, Qt.KeyboardModifier], ...]:
        """The keys as a key event tells them."""
        pressed = [QKeySequence(keys)[0] for keys in self.keys]  # type: ignore[index]
        return tuple((one.key(), one.keyboardModifiers()) for one in pressed)

    @property
    def shown(self) -> str:
        """The first of the keys as this system writes it."""
        return QKeySequence(self.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)


ROW_KEYS = {
    row.name: row
    for row in (
        RowKey("open-row", _("Open or close"), ("Return", "Enter")),
        RowKey("write-finding", _("Write a finding"), ("F2",)),
        RowKey("decided", _("Decided"), ("Ctrl+D",)),
        RowKey("waiting", _("Needs information"), ("Ctrl+I",)),
        RowKey("next-difference", _("Next difference"), ("F8",)),
        RowKey("previous-difference", _("Previous difference"), ("Shift+F8",)),
        RowKey("next-undecided", _("Next row that is not decided"), ("F9",)),
        RowKey("previous-undecided", _("Previous row that is not decided"), ("Shift+F9",)),
        RowKey("passage", _("Show in Write"), ("Ctrl+Return",)),
        RowKey("other-entry", _("Next entry of this case"), ("Alt+Down",)),
        RowKey("previous-entry", _("Previous entry of this case"), ("Alt+Up",)),
        RowKey("not-same", _("Say that two suggested entries are not the same"), ("Del",)),
        RowKey("move-back", _("Move towards the beginning"), ("Ctrl+Shift+Left",)),
        RowKey("move-on", _("Move towards the end"), ("Ctrl+Shift+Right",)),
        RowKey("copy-table", _("Copy as a table"), ("Ctrl+C",)),
        RowKey("copy-picture", _("Copy as a picture"), ("Ctrl+Shift+C",)),
    )
}
"""By name, in the order in which they are listed."""
