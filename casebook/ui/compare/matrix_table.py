"""The matrix on screen: shaded cells with their number or sign; drawn in one go, so that it scrolls smoothly."""

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from casebook.domain.matrix import Cell, Line
from casebook.domain.records import Absence
from casebook.ui.compare.copying import LARGEST, picture_of
from casebook.ui.compare.matrix_header import MatrixHeader
from casebook.ui.compare.matrix_model import MatrixModel
from casebook.ui.compare.shades import shade, sign_shade
from casebook.ui.compare.stamps import Stamps
from casebook.ui.theme import BODY, tokens_of
from casebook.ui.widgets.look import with_look

Index = QModelIndex | QPersistentModelIndex
CELL, ROW = 46, 30
"""Width and height of a cell in pixels at 100 %."""
ROOMY = 104
"""Width of a column whose head is written upright."""
ABSENT = {Absence.NONE_FOUND: "∅", Absence.NOT_APPLICABLE: "n/a", None: "–"}
"""Stands in the cells of a case without any entry; why is said in words beside it."""
NO_CELLS: Line = {}


class MatrixTable(QTableView):
    """Emits `opened` on Enter or a click on a cell, and `sorting` when a head is pressed or S is typed."""

    opened = Signal(int, int)
    sorting = Signal(bool, int)
    """Whether it is the head of a row, and which."""

    def __init__(self, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("matrix")
        with_look(self, "cases")
        self.setAccessibleName(self.tr("Matrix"))
        self.setProperty("pane", True)
        self._matrix = model
        self._stamps = Stamps(self)
        self.rows = MatrixHeader(model, Qt.Orientation.Vertical, self)
        self.columns = MatrixHeader(model, Qt.Orientation.Horizontal, self)
        self.setVerticalHeader(self.rows)
        self.setHorizontalHeader(self.columns)
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for mode in (self.setVerticalScrollMode, self.setHorizontalScrollMode):
            mode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.rows.sectionClicked.connect(lambda at: self.sorting.emit(True, at))
        self.columns.sectionClicked.connect(lambda at: self.sorting.emit(False, at))
        self.clicked.connect(self._open)
        model.modelReset.connect(self.forget)
        model.modelReset.connect(self.fit)

    def forget(self) -> None:
        """Draw every cell and head anew when it comes into view."""
        self._stamps.forget()
        self.rows.forget()
        self.columns.forget()

    def fit(self) -> None:
        """Give lines the size the text asks for; heads of columns stand upright where all of them fit."""
        zoom = max(self.fontInfo().pixelSize() / BODY, 1)
        columns = max(self._matrix.columnCount(), 1)
        room = self.width() - self.rows.sizeHint().width()
        self.columns.turned = columns * ROOMY * zoom > room
        self.columns.setDefaultSectionSize(
            round(CELL * zoom)
            if self.columns.turned
            else max(round(ROOMY * zoom), min(room // columns, round(150 * zoom)))
        )
        self.rows.setDefaultSectionSize(round(ROW * zoom))
        self.updateGeometries()
        self.viewport().update()

    def whole_picture(self) -> QImage:
        """All of the matrix, also what is scrolled out of view; cut where it is larger than a picture may be."""
        other = MatrixTable(self._matrix)
        other.setLayoutDirection(self.layoutDirection())
        other.resize(self.size())
        other.ensurePolished()
        other.columns.turned = self.columns.turned
        for theirs, ours in ((other.columns, self.columns), (other.rows, self.rows)):
            theirs.setDefaultSectionSize(ours.defaultSectionSize())
            theirs.sorted_section, theirs.descending = ours.sorted_section, ours.descending
        for turn_off in (other.setHorizontalScrollBarPolicy, other.setVerticalScrollBarPolicy):
            turn_off(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        width = self.rows.sizeHint().width() + self.columns.length()
        height = self.columns.sizeHint().height() + self.rows.length()
        other.resize(min(width, LARGEST), min(height, LARGEST))
        other.updateGeometries()
        picture = picture_of(other)
        other.deleteLater()
        return picture

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, key = self.currentIndex(), event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and index.isValid():
            self._open(index)
        elif key == Qt.Key.Key_S and index.isValid():
            by_row = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.sorting.emit(by_row, index.row() if by_row else index.column())
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.rows.mark(current.row())
        self.columns.mark(current.column())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size() != event.oldSize():
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """All cells in view at once: asking a delegate for each would cost several times as much."""
        matrix = self._matrix.matrix
        painter = QPainter(self.viewport())
        tokens = tokens_of(self)
        area = event.rect()
        painter.fillRect(area, QColor(tokens.paper))
        if matrix is None or not matrix.rows or not matrix.columns:
            return
        line = QPen(QColor(tokens.line), 1)
        self._stamps.begin()
        stamp = self._stamps.get
        columns = self._columns_in(area)
        totals, cells = matrix.row_totals, matrix.cells
        for row in range(*self._rows_in(area)):
            head = matrix.rows[row]
            top, height = self.rowViewportPosition(row), self.rowHeight(row)
            held = cells.get(head.key, NO_CELLS)
            sign = "" if head.key in totals else ABSENT[head.absence]
            for key, left, width in columns:
                cell = held.get(key) or sign
                if cell:
                    draw = partial(self._draw, cell)
                    painter.drawPixmap(left, top, stamp((cell, width), QSize(width, height), draw))
            painter.setPen(line)
            painter.drawLine(area.left(), top + height - 1, area.right(), top + height - 1)
        self._draw_current(painter)

    def _draw(self, cell: Cell | str, painter: QPainter, box: QRect) -> None:
        """A cell, or the sign of a line without any."""
        matrix, tokens = self._matrix.matrix, tokens_of(self)
        if matrix is None or isinstance(cell, str):
            painter.setPen(QColor(tokens.muted))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(cell))
            return
        text, share = matrix.text(cell), self._share(cell)
        fill, ink = sign_shade(tokens, text) if share < 0 else shade(tokens, share)
        painter.fillRect(box.adjusted(2, 2, -2, -3), fill)
        painter.setPen(ink)
        painter.drawText(box.adjusted(2, 2, -2, -3), Qt.AlignmentFlag.AlignCenter, text)

    def _share(self, cell: Cell) -> float:
        """How strongly a cell is filled, 0 to 1; below 0 where its signs say how."""
        matrix = self._matrix.matrix
        if matrix is None:
            return 0
        if cell.of:
            return cell.number / cell.of - 0.001
        if matrix.measure.symbols:
            return -1
        level = matrix.measure.level(cell.marks)
        if matrix.measure.levels:
            return (level or 0) / matrix.measure.high - 0.001
        # Most cells hold one entry: a lone one is light even where none holds more.
        return cell.number / max(self._matrix.most, 3) - 0.001

    def _draw_current(self, painter: QPainter) -> None:
        index = self.currentIndex()
        if index.isValid():
            tokens = tokens_of(self)
            painter.setPen(QPen(QColor(tokens.accent if self.hasFocus() else tokens.muted), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.visualRect(index).adjusted(1, 1, -1, -1))

    def _rows_in(self, area: QRect) -> tuple[int, int]:
        last = self.rowAt(area.bottom())
        return max(self.rowAt(area.top()), 0), (self._matrix.rowCount() if last < 0 else last + 1)

    def _columns_in(self, area: QRect) -> list[tuple[str, int, int]]:
        """Key, left edge and width of each column in view."""
        matrix = self._matrix.matrix
        if matrix is None:
            return []
        ends = [self.columnAt(x) for x in (area.left(), area.right())]
        first, last = (
            (min(ends), max(ends)) if min(ends) >= 0 else (max(min(ends), 0), len(matrix.columns) - 1)
        )
        if min(ends) < 0 <= max(ends):
            # Beyond the last column there is none; it lies to the left where the language runs from the right.
            first = max(ends)
        return [
            (matrix.columns[at].key, self.columnViewportPosition(at), self.columnWidth(at))
            for at in range(first, last + 1)
        ]

    def _open(self, index: Index) -> None:
        if index.isValid():
            self.opened.emit(index.row(), index.column())
