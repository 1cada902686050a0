"""Paints the change log: days as small headings, changes as a sentence over a byline."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from casebook.ui.theme import tokens_of
from casebook.ui.write.history_model import HistoryRole, Index

SIDE, GAP, DAY_GAP = 16, 4, 12
"""Pixels left and right of the words, between lines, and above a day."""

MOST_LINES = 8
"""Lines of a sentence; the whole of it stands in the detail below the list."""

WRAP = Qt.TextFlag.TextWordWrap


class HistoryDelegate(QStyledItemDelegate):
    """Rows as wide as the list."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a day or a change."""
        tokens = tokens_of(option.widget)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        flags = int(
            QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        )
        byline = index.data(HistoryRole.BYLINE)
        inner = option.rect.adjusted(SIDE, GAP, -SIDE, -GAP)
        if byline is None:
            painter.setFont(_bold(option.font))
            painter.setPen(QColor(tokens.muted))
            painter.drawText(inner.adjusted(0, DAY_GAP, 0, 0), flags | WRAP, index.data())
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.selection))
            painter.drawRoundedRect(option.rect.adjusted(6, 0, -6, 0), 5, 5)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(tokens.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(option.rect.adjusted(6, 0, -7, -1), 5, 5)
        height = _height(option.fontMetrics, index.data(), inner.width())
        painter.setPen(QColor(tokens.ink))
        painter.drawText(QRect(inner.left(), inner.top(), inner.width(), height), flags | WRAP, index.data())
        painter.setPen(QColor(tokens.muted))
        line = QRect(inner.left(), inner.top() + height, inner.width(), option.fontMetrics.height())
        shown = option.fontMetrics.elidedText(byline, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, flags, shown)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = option.widget.viewport().width()  # type: ignore[attr-defined]
        inner = width - 2 * SIDE
        if index.data(HistoryRole.BYLINE) is None:
            metrics = QFontMetrics(_bold(option.font))
            return QSize(width, _height(metrics, index.data(), inner) + 2 * GAP + DAY_GAP)
        words = _height(option.fontMetrics, index.data(), inner)
        return QSize(width, words + option.fontMetrics.height() + 2 * GAP)


def _height(metrics: QFontMetrics, text: str, width: int) -> int:
    if metrics.horizontalAdvance(text) <= width:
        return metrics.height()
    box = metrics.boundingRect(QRect(0, 0, max(width, 60), 10_000), WRAP, text)
    return min(box.height(), MOST_LINES * metrics.height())


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold
