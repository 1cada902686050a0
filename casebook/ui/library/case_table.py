"""The table of cases: sorts by its header, chooses by mouse and keyboard, gives way when it is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from casebook.ui.library.case_columns import COLUMNS, NARROWEST_CASE
from casebook.ui.library.case_delegate import CaseDelegate, row_height
from casebook.ui.library.case_model import CaseModel
from casebook.ui.library.list_view import ListView
from casebook.ui.organise.case_drag import CaseDragging
from casebook.ui.theme import BODY
from casebook.ui.widgets.look import with_look

Index = QModelIndex | QPersistentModelIndex
MANY = 100
"""Rows from which their ids are asked of the library in one go."""


class CaseTable(QTableView):
    """Emits `opened(id)` on Enter or double click, `trash_wanted` on Delete, `chosen` when the choice changes."""

    opened = Signal(str)
    trash_wanted = Signal()
    chosen = Signal()

    def __init__(self, model: CaseModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cases")
        with_look(self, "cases")
        self.setAccessibleName(self.tr("Cases"))
        self.setProperty("pane", True)
        self._cases = model
        self.setModel(model)
        self._drawing = CaseDelegate(model, self)
        self.setItemDelegate(self._drawing)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._view = ListView(self)
        self._view.changed.connect(self.fit_columns)
        self._set_up_header()
        model.modelReset.connect(self.fit_columns)
        self._dragging = CaseDragging(self, self.chosen_ids)
        self.doubleClicked.connect(self._open)
        self.selectionModel().selectionChanged.connect(lambda _now, _before: self.chosen.emit())

    def chosen_ids(self) -> tuple[str, ...]:
        """Ids of the chosen cases in the order of the list."""
        rows = self.chosen_rows()
        if len(rows) > MANY:
            return tuple(self._cases.ids(rows))
        cases = (self._cases.case(row) for row in rows)
        return tuple(case.id for case in cases if case is not None)

    def chosen_rows(self) -> list[int]:
        """Numbers of the chosen rows, ascending."""
        found: set[int] = set()
        for part in self.selectionModel().selection().toList():
            found.update(range(part.top(), part.bottom() + 1))
        return sorted(found)

    def choose(self, row: int) -> None:
        """Choose one row and bring it into view."""
        index = self._cases.index(row, 1)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def choose_all(self, rows: Sequence[int]) -> None:
        """Choose these rows, ascending, and no others."""
        chosen = QItemSelection()
        last = self._cases.columnCount() - 1
        for row in rows:
            chosen.select(self._cases.index(row, 0), self._cases.index(row, last))
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """A click on the mark adds the row to the choice or takes it out, as with Ctrl."""
        by_mouse = isinstance(event, QMouseEvent)
        if by_mouse and index.isValid() and COLUMNS[index.column()].key == "mark":
            pressed = event is not None and event.type() == QEvent.Type.MouseButtonPress
            flags = QItemSelectionModel.SelectionFlag
            return flags.Toggle | flags.Rows if pressed else flags.NoUpdate
        return super().selectionCommand(index, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(self.currentIndex())
        elif key == Qt.Key.Key_Delete and not event.modifiers():
            self.trash_wanted.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._drawing.begin(self, self.currentIndex().row() if self.hasFocus() else -1)
        super().paintEvent(event)
        if self._cases.has_words:
            self._paint_snippets(event)

    def _paint_snippets(self, event: QPaintEvent) -> None:
        """Where the words stand runs across the columns, from the title on."""
        view = self.viewport()
        mark = self.columnWidth(0)
        across = (
            view.rect().adjusted(0, 0, -mark, 0) if self._mirrored else view.rect().adjusted(mark, 0, 0, 0)
        )
        painter = QPainter(view)
        row = self.rowAt(event.rect().top())
        while 0 <= row < self._cases.rowCount():
            top = self.rowViewportPosition(row)
            if top > event.rect().bottom():
                break
            line = QRect(across.left(), top, across.width(), self.rowHeight(row))
            self._drawing.paint_snippet(painter, line, row)
            row += 1
        painter.end()

    @property
    def _mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit_columns()

    def fit_columns(self) -> None:
        """Give columns and rows the size the text asks for; those that do not fit are left out."""
        zoom = max(self.fontInfo().pixelSize() / BODY, 1)
        wanted = [column for column in COLUMNS if self._view.shows(column)]
        left = self.viewport().width() / zoom - sum(column.width for column in wanted)
        shown = {column.key for column in wanted}
        for column in sorted((one for one in wanted if one.gives_way), key=lambda one: one.gives_way):
            if left < NARROWEST_CASE:
                shown.discard(column.key)
                left += column.width
        for at, column in enumerate(COLUMNS):
            self.setColumnHidden(at, column.key not in shown)
            if column.width:
                self.horizontalHeader().resizeSection(at, round(column.width * zoom))
        self._drawing.compact = self._view.compact
        height = row_height(self.fontMetrics(), compact=self._view.compact, snippet=self._cases.has_words)
        self.verticalHeader().setDefaultSectionSize(height)

    def view_menu(self, parent: QWidget) -> QMenu:
        """Which columns are shown, and how dense the list is."""
        return self._view.menu(parent)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(24)
        header.setAccessibleName(self.tr("Columns; press to sort"))
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(
            lambda at: self.view_menu(self).popup(header.mapToGlobal(at))
        )
        for at, column in enumerate(COLUMNS):
            stretched = QHeaderView.ResizeMode.Fixed if column.width else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(at, stretched)
        header.setSortIndicatorClearable(False)
        header.setSortIndicator(-1, Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)

    def _open(self, index: Index) -> None:
        case = self._cases.case(index.row())
        if case is not None:
            self.opened.emit(case.id)
