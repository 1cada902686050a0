"""Draws the list of cases: title over reference, chips, bars; in the theme's colours, at any size of text."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from casebook.storage.listing import CaseRow
from casebook.ui.library.case_columns import COLUMNS
from casebook.ui.library.case_model import ROW_ROLE
from casebook.ui.library.status_state import status_state
from casebook.ui.theme import BODY, SMALL, Tokens, tokens_of
from casebook.ui.widgets.completeness_bar import THICKNESS, paint_bar

PAD = 10
"""Pixels around what stands in a cell."""
LINES = 2
"""Lines a title or a list of partners may run to."""

Index = QModelIndex | QPersistentModelIndex


def row_height(metrics: QFontMetrics) -> int:
    """Height of every row: two lines of title, one of reference."""
    return round(metrics.height() * (LINES + SMALL / BODY)) + 2 * PAD


class CaseDelegate(QStyledItemDelegate):
    """One for all columns."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(60, row_height(option.fontMetrics))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        tokens = tokens_of(option.widget)
        painter.save()
        # Text finds its own direction, wherever the window runs.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(option.rect, QColor(tokens.selection))
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if isinstance(row, CaseRow):
            self._draw(painter, option, index, row)
        if _is_current(option, index):
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawLine(option.rect.topLeft(), option.rect.topRight())
            painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    def _draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: CaseRow) -> None:
        tokens = tokens_of(option.widget)
        box = option.rect.adjusted(PAD, PAD, -PAD, -PAD)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        match COLUMNS[index.column()].key:
            case "mark":
                self._draw_mark(painter, option, tokens)
            case "case":
                bottom = self._draw_text(painter, option, box, text, QFont.Weight.DemiBold)
                self._draw_reference(painter, option, box, bottom, row.ref_code)
            case "status":
                self._draw_chip(painter, option, box, text, row.status)
            case "complete":
                self._draw_bar(painter, option, box, row.completeness)
            case _:
                self._draw_text(painter, option, box, text, QFont.Weight.Normal)

    def _draw_mark(self, painter: QPainter, option: QStyleOptionViewItem, tokens: Tokens) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(QColor(tokens.accent if chosen else tokens.muted))
        painter.setFont(option.font)
        box = option.rect.adjusted(0, PAD, 0, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, "✓" if chosen else "–")

    def _draw_text(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, text: str, weight: QFont.Weight
    ) -> int:
        """Draw up to LINES lines, the last one shortened; returns where they end."""
        font = QFont(option.font)
        font.setWeight(weight)
        painter.setFont(font)
        painter.setPen(QColor(tokens_of(option.widget).ink))
        metrics = painter.fontMetrics()
        flags = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        top = box.top()
        for line in _lines(text, font, metrics, box.width()):
            painter.drawText(QRect(box.left(), top, box.width(), metrics.height()), flags, line)
            top += metrics.height()
        return top

    def _draw_reference(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, top: int, text: str
    ) -> None:
        painter.setFont(_small(option.font))
        painter.setPen(QColor(tokens_of(option.widget).muted))
        flags = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        painter.drawText(QRect(box.left(), top + 1, box.width(), painter.fontMetrics().height()), flags, text)

    def _draw_chip(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, text: str, status: str
    ) -> None:
        if not text:
            return
        font = _small(option.font)
        metrics = QFontMetrics(font)
        pad = round(metrics.height() * 0.55)
        words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width() - 2 * pad)
        chip = QRect(box.left(), box.top(), metrics.horizontalAdvance(words) + 2 * pad, metrics.height() + 4)
        chip = QStyle.visualRect(option.direction, box, chip)
        background, ink = tokens_of(option.widget).state(status_state(status))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(background)
        painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)

    def _draw_bar(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, percent: int) -> None:
        tokens = tokens_of(option.widget)
        thick = max(THICKNESS, round(option.fontMetrics.height() * 0.28))
        middle = box.top() + option.fontMetrics.height() / 2
        bar = QRectF(box.left(), middle - thick / 2, box.width(), thick)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        paint_bar(painter, bar, percent, (QColor(tokens.accent), QColor(tokens.line)), mirrored=mirrored)


def _is_current(option: QStyleOptionViewItem, index: Index) -> bool:
    """Whether the row is the one the keyboard is in."""
    view = option.widget
    return (
        isinstance(view, QAbstractItemView) and view.hasFocus() and view.currentIndex().row() == index.row()
    )


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(round(font.pixelSize() * SMALL / BODY))
    return small


def _lines(text: str, font: QFont, metrics: QFontMetrics, width: int) -> list[str]:
    """`text` broken into at most LINES lines of `width` pixels, the last one ending in an ellipsis if need be."""
    if metrics.horizontalAdvance(text) <= width:
        return [text] if text else []
    layout = QTextLayout(text, font)
    layout.setTextOption(QTextOption())
    layout.beginLayout()
    broken: list[tuple[int, int]] = []
    while len(broken) < LINES - 1:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF())
        broken.append((line.textStart(), line.textLength()))
    layout.endLayout()
    rest = sum(broken[-1]) if broken else 0
    lines = [text[start : start + length].strip() for start, length in broken]
    return [*lines, metrics.elidedText(text[rest:].strip(), Qt.TextElideMode.ElideRight, width)]
