"""The History tab: the change log of the open case, a page at a time, with what was there before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QListView,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from casebook.domain.case import Case
from casebook.domain.errors import CasebookError
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench
from casebook.ui.write.history_delegate import HistoryDelegate
from casebook.ui.write.history_detail import details_of
from casebook.ui.write.history_model import HistoryModel, moment
from casebook.ui.write.history_view import HistoryView

if TYPE_CHECKING:
    from casebook.storage.history import HistoryEntry

PAGE, AT_ONCE = 200, 50
"""Changes on a page, and changes read in one step of the event loop."""

REFRESH_AFTER = 400
"""Milliseconds after a save at which the list is read anew."""


class HistoryPanel(QWidget):
    """Reads nothing until it is seen; follows what is saved while it is seen."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        """Shows the case that is open in `workbench`."""
        super().__init__(parent)
        self._workbench = workbench
        self._stale = True
        self._wanted = 0
        self.model = HistoryModel(self)
        self.list = self._make_list()
        self.older = with_look(QPushButton(self.tr("Show older")), "link")
        self.older.setObjectName("show-older")
        self.older.clicked.connect(self._show_older)
        self.detail = HistoryView(self)
        self.detail.copy_wanted.connect(self.copy)
        self._empty = with_look(QLabel(self.tr("Nothing has been changed in this case yet."), self), "muted")
        self._empty.setObjectName("no-history")
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(16, 16, 16, 16)
        self._lay_out()
        self._refresh = QTimer(self, singleShot=True, interval=REFRESH_AFTER)
        self._refresh.timeout.connect(self._read)
        self._filling = QTimer(self, singleShot=True, interval=0)
        self._filling.timeout.connect(self._fill)
        workbench.saved.connect(self._saved)
        workbench.case_opened.connect(self._opened)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the log when it is first seen, or has grown since."""
        super().showEvent(event)
        if self._stale:
            self._read()

    def copy(self) -> None:
        """Put the chosen change, in full, on the clipboard."""
        entry, case = self._current(), self._workbench.case
        if entry is None or case is None:
            return
        lines = [f"{moment(entry)} · {entry.who}", entry.what]
        for detail in details_of(entry, case, self._workbench.wording):
            lines.append(f"{detail.label}:" if detail.label else "")
            if detail.before is not None:
                lines.append(self.tr("Before: {words}").format(words=detail.before))
            if detail.after is not None:
                lines.append(self.tr("After: {words}").format(words=detail.after))
        QGuiApplication.clipboard().setText("\n".join(line for line in lines if line))

    def _opened(self) -> None:
        self._refresh.stop()
        self._filling.stop()
        self.model.clear()
        self.detail.show_nothing()
        self._stale, self._wanted = True, 0
        self._show_state(more=False)
        if self.isVisible():
            self._read()

    def _saved(self, _case_id: str) -> None:
        self._stale = True
        if self.isVisible():
            self._refresh.start()

    def _read(self) -> None:
        """Read the latest changes; the first time, go on until a page is full."""
        latest = self._page(offset=0)
        if latest is None:
            return
        self._stale = False
        chosen, at = self._current(), self.list.verticalScrollBar().value()
        self.model.show_latest(latest)
        row = self.model.row_of(chosen.id) if chosen is not None else -1
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))
            self.list.verticalScrollBar().setValue(at)
        else:
            self.detail.show_nothing()
        self._wanted = max(self._wanted, PAGE)
        self._show_state(more=len(latest) == AT_ONCE)
        if len(latest) == AT_ONCE:
            self._filling.start()

    def _show_older(self) -> None:
        self._wanted = len(self.model.entries) + PAGE
        self._fill()

    def _fill(self) -> None:
        """Read on, a few at a time, until as many as wanted are shown."""
        known = len(self.model.entries)
        if known >= self._wanted:
            return
        older = self._page(offset=known)
        if older is None:
            return
        self.model.add_older(older)
        more = len(older) == AT_ONCE
        self._show_state(more=more)
        if more:
            self._filling.start()

    def _page(self, offset: int) -> list[HistoryEntry] | None:
        library, case = self._workbench.library, self._workbench.case
        if library is None or case is None:
            return None
        try:
            return library.history.of(case.id, limit=AT_ONCE, offset=offset)
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
            return None

    def _current(self) -> HistoryEntry | None:
        rows = self.list.selectionModel().selectedIndexes()
        return self.model.entry_at(rows[0].row()) if rows else None

    def _chosen(self) -> None:
        entry, case = self._current(), self._workbench.case
        if entry is None or case is None:
            self.detail.show_nothing()
        elif entry != self.detail.shown:
            self._show_detail(entry, case)

    def _show_detail(self, entry: HistoryEntry, case: Case) -> None:
        opens = self.detail.isHidden()
        self.detail.show_details(entry, details_of(entry, case, self._workbench.wording))
        if opens:
            self._splitter.setSizes([self.height() * 3 // 5, self.height() * 2 // 5])
            self.list.scrollTo(self.list.currentIndex())
            self.detail.text.ensureCursorVisible()

    def _show_state(self, *, more: bool) -> None:
        some = bool(self.model.entries)
        self._empty.setVisible(not some)
        self.list.setVisible(some)
        self.older.setVisible(more)

    def _lay_out(self) -> None:
        upper = QWidget(self)
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        column.addWidget(self.older)
        column.addStretch(0)
        self._splitter = splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(upper)
        splitter.addWidget(self.detail)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(splitter)
        self._show_state(more=False)

    def _make_list(self) -> QListView:
        made = with_look(QListView(self), "cards")
        made.setObjectName("history")
        made.setAccessibleName(self.tr("Changes of this case, latest first"))
        made.setModel(self.model)
        made.setItemDelegate(HistoryDelegate(made))
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.setResizeMode(QListView.ResizeMode.Adjust)
        # Measures a hundred rows at a time: a long history is laid out without holding up the window.
        made.setLayoutMode(QListView.LayoutMode.Batched)
        made.setBatchSize(100)
        copy = QAction(self.tr("Copy"), made)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self.copy)
        made.addAction(copy)
        made.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        made.selectionModel().selectionChanged.connect(self._chosen)
        return made
