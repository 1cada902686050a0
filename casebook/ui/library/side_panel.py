"""Left of the list: ways to begin a case, the lists with their counts, and the saved searches."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from casebook.ui.actions import Actions
from casebook.ui.i18n import translated
from casebook.ui.icons import set_icon
from casebook.ui.library.case_lists import LISTS, CaseList
from casebook.ui.widgets.line_delegate import NOTE_ROLE, LineDelegate
from casebook.ui.widgets.look import with_look


class SidePanel(QFrame):
    """Emits `chosen` with a CaseList."""

    chosen = Signal(object)

    def __init__(self, actions: Actions, searches: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "side")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self._button(actions["new-case"], "plus", "primary", "on_accent"))
        column.addWidget(self._button(actions["capture"], "zap", "", "ink"))
        column.addSpacing(8)
        column.addWidget(with_look(QLabel(self.tr("Lists").upper()), "caps"))
        self._list = with_look(QListWidget(), "lists")
        self._list.setObjectName("lists")
        self._list.setAccessibleName(self.tr("Lists"))
        self._list.setProperty("pane", True)
        self._list.setItemDelegate(LineDelegate(self._list))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setMouseTracking(True)
        for entry in LISTS:
            item = QListWidgetItem(translated(entry.title))
            item.setData(Qt.ItemDataRole.UserRole, entry.key)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._list.currentRowChanged.connect(lambda row: self.chosen.emit(LISTS[row]))
        column.addWidget(self._list, 1)
        column.addWidget(searches)

    @property
    def current(self) -> CaseList:
        """The list that is looked at."""
        return LISTS[max(self._list.currentRow(), 0)]

    def choose(self, key: str) -> None:
        """Look at another list."""
        self._list.setCurrentRow(next(at for at, entry in enumerate(LISTS) if entry.key == key))

    def show_counts(self, counts: dict[str, int]) -> None:
        """Show how many cases each list has, by its key."""
        for at, entry in enumerate(LISTS):
            item = self._list.item(at)
            item.setData(NOTE_ROLE, f"{counts.get(entry.key, 0):n}")
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                self.tr("{}: {}").format(translated(entry.title), counts.get(entry.key, 0)),
            )

    def sizeHint(self) -> QSize:
        return QSize(max(self.minimumSizeHint().width(), 200), 400)

    def _button(self, action: QAction, picture: str, look: str, colour: str) -> QPushButton:
        button = with_look(QPushButton(action.text().rstrip("…")), look)
        button.setObjectName(f"side-{action.objectName()}")
        button.setToolTip(action.shortcut().toString())
        set_icon(button, picture, colour)
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        button.setEnabled(action.isEnabled())
        return button
