"""The table of a comparison: cases side by side, the headers pinned, findings in the last column."""

import time
from collections import deque
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from casebook.ui.compare.blocks import ChipBlock
from casebook.ui.compare.case_header import CaseHeader
from casebook.ui.compare.cell_blocks import Sight
from casebook.ui.compare.cell_delegate import CellDelegate
from casebook.ui.compare.comparison_desk import ComparisonDesk
from casebook.ui.compare.line_model import Index, LineModel
from casebook.ui.compare.lines import Line, LineKind
from casebook.ui.compare.row_header import RowHeader
from casebook.ui.theme import BODY
from casebook.ui.widgets.look import with_look

HEADER_WIDTH, CASE_WIDTH, FINDING_WIDTH = 190, 200, 220
"""Pixels at usual text size: of the pinned column, and the least of the others."""
FIRST, BIT = 0.02, 0.01
"""Seconds that lines are measured for before they are seen, and then at a time."""
NEAR = 12
"""Lines above the current one that are measured with it."""
SETTLE = 60
"""Milliseconds of rest after which the lines are fitted to another width."""
STEP = 24
"""Pixels that one turn of the wheel scrolls by."""

Key = tuple[Qt.Key, Qt.KeyboardModifier]


class ComparisonTable(QTableView):
    """Shows the lines of the model; what keys and clicks ask for is told by signals."""

    toggle_wanted = Signal(int)
    """Number of a line that is to be opened or closed."""
    finding_wanted = Signal(int, str)
    """Number of a line, and what was typed already."""
    entry_chosen = Signal(int, int, str)
    """Line, case, and the entry that is to be looked into."""
    current_changed = Signal(int)
    menu_wanted = Signal(QPoint)
    laid_out = Signal()
    """Lines stand elsewhere than before, or others are in sight."""

    def __init__(self, desk: ComparisonDesk, model: LineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "compare")
        self.setObjectName("comparison")
        self.setAccessibleName(self.tr("Cases side by side"))
        self.setProperty("pane", True)
        self._lines = model
        self.keys: dict[Key, Callable[[], object]] = {}
        """What keys do here beside moving about."""
        self.row_header = RowHeader(model, self)
        self.case_header = CaseHeader(desk, model, self)
        self.setModel(model)
        self.setVerticalHeader(self.row_header)
        self.setHorizontalHeader(self.case_header)
        self.cells = CellDelegate(desk, model, self)
        self.row_header.delegate = self.case_header.cells = self.cells
        self.setItemDelegate(self.cells)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(
            lambda at: self.menu_wanted.emit(self.viewport().mapToGlobal(at))
        )
        self.row_header.pressed_line.connect(self._header_clicked)
        self.verticalScrollBar().valueChanged.connect(lambda _at: self.laid_out.emit())
        self._unfitted: deque[int] = deque()
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(lambda: self._fit_some())
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(lambda: self.fit())

    @property
    def lines(self) -> LineModel:
        """The model."""
        return self._lines

    def show_lines(self, lines: Sequence[Line], sight: Sight | None) -> None:
        """Show other lines; the keyboard stays in the line and case it was in, if they are there still."""
        current, column = self._lines.line(self.currentIndex().row()), self.currentIndex().column()
        offset = self.rowViewportPosition(self.currentIndex().row()) if current else 0
        self._lines.show(lines, sight)
        self.cells.forget()
        at = self._lines.row_of(current) if current else -1
        if at < 0 and current is not None:
            at = self._lines.row_with(current.key)
        self.go(max(at, 0), max(column, 0), scroll=False)
        self.fit(max(at - NEAR, 0))
        if at >= 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.rowViewportPosition(at) - offset)

    def go(self, row: int, column: int | None = None, *, scroll: bool = True) -> None:
        """Put the keyboard into a line."""
        wanted = max(self.currentIndex().column(), 0) if column is None else column
        index = self._lines.index(row, min(wanted, max(self._lines.columnCount() - 1, 0)))
        if index.isValid():
            choose = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, choose)
            if scroll:
                self.scrollTo(index)

    @property
    def current_line(self) -> Line | None:
        """The line the keyboard is in."""
        return self._lines.line(self.currentIndex().row())

    def fit(self, first: int = -1) -> None:
        """Share the width between the columns, and give each line the height its words need, from `first` on."""
        self._settle.stop()
        zoom = max(self.fontInfo().pixelSize() / BODY, 1)
        if round(self.cells.fonts.zoom * 100) != round(self.fontInfo().pixelSize() / BODY * 100):
            self.cells.forget()
        pinned = min(round(HEADER_WIDTH * zoom), max(self.width() // 4, 110))
        self.row_header.setFixedWidth(pinned)
        columns = self._lines.columnCount()
        if not columns:
            return
        room = self.width() - pinned - self.verticalScrollBar().sizeHint().width() - 2
        least = [round(CASE_WIDTH * zoom)] * (columns - 1) + [round(FINDING_WIDTH * zoom)]
        least = [min(one, max(room // 2, 120)) for one in least]
        more = max(room - sum(least), 0)
        widths = [one + more // columns for one in least]
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self.case_header.updateGeometry()
        self._fit_lines(max(self.rowAt(0), 0) if first < 0 else first)

    def _fit_lines(self, first: int) -> None:
        """Measure what comes into sight; the rest follows bit by bit, and is guessed until then."""
        count = self._lines.rowCount()
        self._unfitted = deque((*range(first, count), *range(first)))
        guess = 4 * self.fontMetrics().height()
        self.row_header.blockSignals(True)
        for at in range(count):
            self.row_header.resizeSection(at, guess)
        self.row_header.blockSignals(False)
        self._fit_some(FIRST)

    def _fit_some(self, seconds: float = BIT) -> None:
        """Measure some lines; what is in sight stays where it is."""
        until, high = time.perf_counter() + seconds, 0
        widths = [self.columnWidth(column) for column in range(self._lines.columnCount())]
        top = max(self.rowAt(0), 0)
        before = self.rowViewportPosition(top)
        self.row_header.blockSignals(True)
        while self._unfitted and (time.perf_counter() < until or high < self.viewport().height()):
            at = self._unfitted.popleft()
            line = self._lines.line(at)
            if line is not None:
                size = self.cells.height_of(line, widths, self.row_header.width())
                high += size
                self.row_header.resizeSection(at, size)
        self.row_header.blockSignals(False)
        self.updateGeometries()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.rowViewportPosition(top) - before)
        self.viewport().update()
        self.row_header.viewport().update()
        self.laid_out.emit()
        if self._unfitted:
            self._fitting.start()

    def fit_line(self, at: int, least: int = 0) -> None:
        """Give one line the height it needs now, and at least so much."""
        line = self._lines.line(at)
        if line is not None:
            self.cells.forget_line(line.key)
            widths = [self.columnWidth(column) for column in range(self._lines.columnCount())]
            high = self.cells.height_of(line, widths, self.row_header.width())
            self.row_header.resizeSection(at, max(high, least))
            self.laid_out.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.current_changed.emit(current.row())

    def event(self, event: QEvent) -> bool:
        """Keys that do something here are not taken for shortcuts of the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (Qt.Key(event.key()), plain(event.modifiers())) in self.keys
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        doer = self.keys.get((Qt.Key(event.key()), plain(event.modifiers())))
        line = self.current_line
        if doer is not None:
            doer()
        elif is_typing(event) and line is not None and line.finds:
            self.finding_wanted.emit(self.currentIndex().row(), event.text())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        line = self._lines.line(index.row())
        if line is None or event.button() != Qt.MouseButton.LeftButton or event.modifiers():
            return
        if line.kind is LineKind.ROW and line.is_open and index.column() < self._lines.finding_column:
            cell = self.visualRect(index)
            block = self.cells.block_at(index, event.position().toPoint(), cell)
            if isinstance(block, ChipBlock) and block.target:
                self.entry_chosen.emit(index.row(), index.column(), block.target)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        line = self._lines.line(index.row())
        if line is None:
            return
        if index.column() == self._lines.finding_column and line.finds:
            self.finding_wanted.emit(index.row(), "")
        elif line.can_open:
            self.toggle_wanted.emit(index.row())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._settle.start()

    def _header_clicked(self, at: int) -> None:
        self.go(at, scroll=False)
        self.setFocus()
        line = self._lines.line(at)
        if line is not None and line.can_open:
            self.toggle_wanted.emit(at)


def is_typing(event: QKeyEvent) -> bool:
    """Whether a key writes a sign; Ctrl and Alt together do, on keyboards that have no AltGr."""
    text, held = event.text(), event.modifiers()
    control = bool(held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier))
    alone = control and not held & Qt.KeyboardModifier.AltModifier
    return bool(text) and text.isprintable() and not text.isspace() and not alone


def plain(modifiers: Qt.KeyboardModifier) -> Qt.KeyboardModifier:
    """Modifiers without those that say where the key stands."""
    return modifiers & ~Qt.KeyboardModifier.KeypadModifier
