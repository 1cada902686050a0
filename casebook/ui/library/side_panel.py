"""Left of the list: ways to begin a case, the lists with their counts, the saved searches, and the facets."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
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
    """Emits `chosen` with a CaseList; `below` stand under the lists, one after the other."""

    chosen = Signal(object)

    def __init__(self, actions: Actions, below: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "side")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 0, 0)
        column.setSpacing(8)
        ways = QVBoxLayout()
        ways.setContentsMargins(0, 0, 12, 0)
        ways.addWidget(self._button(actions["new-case"], "plus", "primary", "on_accent"))
        ways.addWidget(self._button(actions["capture"], "zap", "", "ink"))
        column.addLayout(ways)
        self._build_lists()
        scrolled = QWidget()
        inner = QVBoxLayout(scrolled)
        inner.setContentsMargins(0, 8, 12, 12)
        inner.setSpacing(8)
        inner.addWidget(with_look(QLabel(self.tr("Lists").upper()), "caps"))
        for widget in (self._list, *below):
            inner.addWidget(widget)
        inner.addStretch(1)
        area = with_look(QScrollArea(), "side")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(scrolled)
        with_look(scrolled, "side")
        column.addWidget(area, 1)
        self._fit()

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
        return QSize(max(self.minimumSizeHint().width(), 212), 400)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _build_lists(self) -> None:
        self._list = with_look(QListWidget(), "lists")
        self._list.setObjectName("lists")
        self._list.setAccessibleName(self.tr("Lists"))
        self._list.setProperty("pane", True)
        self._list.setItemDelegate(LineDelegate(self._list))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for policy in (self._list.setHorizontalScrollBarPolicy, self._list.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setMouseTracking(True)
        for entry in LISTS:
            item = QListWidgetItem(translated(entry.title))
            item.setData(Qt.ItemDataRole.UserRole, entry.key)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._list.currentRowChanged.connect(lambda row: self.chosen.emit(LISTS[row]))

    def _fit(self) -> None:
        if hasattr(self, "_list"):
            line = max(self._list.sizeHintForRow(0), self.fontMetrics().height())
            self._list.setFixedHeight(line * self._list.count() + 4)

    def _button(self, action: QAction, picture: str, look: str, colour: str) -> QPushButton:
        button = with_look(QPushButton(action.text().rstrip("…")), look)
        button.setObjectName(f"side-{action.objectName()}")
        button.setToolTip(action.shortcut().toString())
        set_icon(button, picture, colour)
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        button.setEnabled(action.isEnabled())
        return button
