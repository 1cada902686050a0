"""How the list of cases is looked at: which columns, and how dense; remembered from one run to the next."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from casebook.ui.i18n import translated
from casebook.ui.library.case_columns import COLUMNS, CaseColumn
from casebook.ui.window_state import REMEMBERS

COMPACT = "compact"
CHOSEN = tuple(column for column in COLUMNS if column.title and column.width)
"""Columns that may be left out; what a case is called always stands there."""


class ListView(QObject):
    """Emits `changed`; keeps itself in the property of the table that the window remembers."""

    changed = Signal()

    def __init__(self, table: QWidget) -> None:
        super().__init__(table)
        self._table = table
        self._shown = {column.key for column in COLUMNS if column.usual}
        self.compact = False
        table.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window gives the table back what it remembered."""
        if event.type() == QEvent.Type.DynamicPropertyChange and watched is self._table:
            self._recall()
        return False

    def shows(self, column: CaseColumn) -> bool:
        """Whether the person wants to see a column, if there is room."""
        return column.key in self._shown

    def menu(self, parent: QWidget) -> QMenu:
        """A menu to change it; what is ticked is shown."""
        menu = QMenu(parent)
        menu.setObjectName("list-view-menu")
        for column in CHOSEN:
            action = self._ticked(
                menu, translated(column.title), f"column-{column.key}", on=self.shows(column)
            )
            action.toggled.connect(lambda on, key=column.key: self._show_column(key, on=on))
        menu.addSeparator()
        group = QActionGroup(menu)
        for words, name, compact in (
            (self.tr("Comfortable rows"), "rows-comfortable", False),
            (self.tr("Compact rows"), "rows-compact", True),
        ):
            action = self._ticked(menu, words, name, on=self.compact is compact)
            group.addAction(action)
            action.triggered.connect(lambda _on, compact=compact: self._make_compact(compact=compact))
        return menu

    def _recall(self) -> None:
        """Take over what the window remembered."""
        words = str(self._table.property(REMEMBERS) or "").split()
        shown = set(words) - {COMPACT} | {column.key for column in COLUMNS if column not in CHOSEN}
        if words and (shown, COMPACT in words) != (self._shown, self.compact):
            self._shown, self.compact = shown, COMPACT in words
            self.changed.emit()

    def _ticked(self, menu: QMenu, words: str, name: str, *, on: bool) -> QAction:
        action = menu.addAction(words)
        action.setObjectName(name)
        action.setCheckable(True)
        action.setChecked(on)
        return action

    def _show_column(self, key: str, *, on: bool) -> None:
        self._shown = self._shown | {key} if on else self._shown - {key}
        self._keep()

    def _make_compact(self, *, compact: bool) -> None:
        self.compact = compact
        self._keep()

    def _keep(self) -> None:
        words = sorted(self._shown) + ([COMPACT] if self.compact else [])
        self._table.setProperty(REMEMBERS, " ".join(words))
        self.changed.emit()
