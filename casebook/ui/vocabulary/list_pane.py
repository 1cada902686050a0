"""Left of the word lists: which of them is looked at."""

from collections.abc import Sequence

import attrs
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from casebook.ui.widgets.line_delegate import NOTE_ROLE, LineDelegate
from casebook.ui.widgets.look import with_look

KEY = int(Qt.ItemDataRole.UserRole)


@attrs.frozen
class ListRow:
    """One list: its key, its title, how many terms it has, and whether the library has changed it."""

    key: str
    title: str
    terms: int
    changed: bool


class ListPane(QFrame):
    """Emits `chosen` with the key of a list."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "side")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(with_look(QLabel(self.tr("Lists").upper()), "caps"))
        self._list = with_look(QListWidget(), "lists")
        self._list.setObjectName("word-lists")
        self._list.setAccessibleName(self.tr("Word lists"))
        self._list.setProperty("pane", True)
        self._list.setItemDelegate(LineDelegate(self._list))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setMouseTracking(True)
        self._list.currentItemChanged.connect(self._tell)
        column.addWidget(self._list, 1)
        self.setFocusProxy(self._list)

    @property
    def current(self) -> str:
        """The key of the list that is looked at; empty when there is none."""
        row = self._list.currentRow()
        return str(self._list.item(row).data(KEY)) if row >= 0 else ""

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        """Show the lists there are; the one looked at stays."""
        if [row.key for row in rows] != [self._list.item(at).data(KEY) for at in range(self._list.count())]:
            self._list.clear()
            for row in rows:
                item = QListWidgetItem()
                item.setData(KEY, row.key)
                self._list.addItem(item)
        for at, row in enumerate(rows):
            item = self._list.item(at)
            item.setText(row.title)
            item.setData(NOTE_ROLE, f"● {row.terms:n}" if row.changed else f"{row.terms:n}")
            said = self.tr("{title}: {terms} words").format(title=row.title, terms=row.terms)
            if row.changed:
                item.setToolTip(self.tr("This library has words of its own here"))
                said = f"{said}. {item.toolTip()}"
            else:
                item.setToolTip("")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        if self._list.currentRow() < 0 and rows:
            self._list.setCurrentRow(0)

    def choose(self, key: str) -> None:
        """Look at another list."""
        for at in range(self._list.count()):
            if self._list.item(at).data(KEY) == key:
                self._list.setCurrentRow(at)

    def sizeHint(self) -> QSize:
        return QSize(max(self.minimumSizeHint().width(), 200), 400)

    def _tell(self) -> None:
        if self.current:
            self.chosen.emit(self.current)
