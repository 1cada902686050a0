"""The pinned first column: what each row is about, and how the cases stand in it."""

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from casebook.ui.compare.cell_delegate import HEADER, INDENT, PAD, CellDelegate, header_room
from casebook.ui.compare.cell_layout import paint
from casebook.ui.compare.line_model import LineModel
from casebook.ui.compare.lines import Line, LineKind
from casebook.ui.theme import Tokens, tokens_of


class RowHeader(QHeaderView):
    """Emits `pressed_line` with the number of a line that was clicked."""

    pressed_line = Signal(int)

    def __init__(self, model: LineModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._lines = model
        self.delegate: CellDelegate | None = None
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setObjectName("compare-rows")

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        line = self._lines.line(logical)
        if line is None or self.delegate is None:
            return
        tokens = tokens_of(self)
        mirrored = self.delegate.fonts.mirrored
        painter.save()
        deep = line.kind in (LineKind.BAND, LineKind.DETAIL) or line.is_open
        ground = tokens.surface if deep else tokens.paper
        if self.selectionModel().isRowSelected(logical, self.rootIndex()):
            ground = tokens.selection
        painter.fillRect(rect, QColor(ground))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        edge = rect.left() if mirrored else rect.right()
        painter.drawLine(edge, rect.top(), edge, rect.bottom())
        zoom = self.delegate.fonts.zoom
        indent = round(INDENT * (line.depth + 1) * zoom)
        left = rect.left() + (PAD if mirrored else indent + PAD // 2)
        layout = self.delegate.layout_of(line, HEADER, header_room(line, rect.width(), zoom))
        paint(painter, layout, QPointF(left, rect.top() + PAD), tokens, mirrored=mirrored)
        if line.can_open:
            start = round(INDENT * line.depth * zoom) + PAD
            across = rect.right() - start if mirrored else rect.left() + start
            self._arrow(painter, QPoint(across, rect.top() + PAD), line, tokens)
        painter.restore()

    def _arrow(self, painter: QPainter, at: QPoint, line: Line, tokens: Tokens) -> None:
        size = self.fontMetrics().height() * 0.28
        middle = QPointF(at.x(), at.y() + self.fontMetrics().height() * 0.52)
        side = -1 if self.delegate and self.delegate.fonts.mirrored else 1
        if line.is_open:
            points = [QPointF(-size, -size / 2), QPointF(size, -size / 2), QPointF(0, size * 0.7)]
        else:
            points = [
                QPointF(-size / 2 * side, -size),
                QPointF(size * 0.7 * side, 0),
                QPointF(-size / 2 * side, size),
            ]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.muted))
        painter.drawPolygon(QPolygonF([middle + point for point in points]))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            at = self.logicalIndexAt(event.position().toPoint())
            if at >= 0:
                self.pressed_line.emit(at)
