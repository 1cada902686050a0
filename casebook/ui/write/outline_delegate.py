"""Paints a line of the outline: dot, title, count."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from casebook.ui.theme import tokens_of
from casebook.ui.widgets.completeness_dot import paint_dot
from casebook.ui.write.outline_model import OutlineRole

SIDE = 12
"""Pixels left and right of a line."""

GROUP_GAP = 14
"""Extra pixels above the first line of a group."""


class OutlineDelegate(QStyledItemDelegate):
    """One line per part or section."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw selection, dot, title and count."""
        tokens = tokens_of(option.widget)
        gap = GROUP_GAP if index.data(OutlineRole.STARTS_GROUP) else 0
        rect = option.rect.adjusted(6, gap, -6, 0)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if gap:
            painter.setPen(QColor(tokens.line))
            painter.drawLine(
                rect.left() + SIDE, rect.top() - gap // 2, rect.right() - SIDE, rect.top() - gap // 2
            )
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.selection))
            painter.setOpacity(1.0 if selected else 0.5)
            painter.drawRoundedRect(rect, 5, 5)
            painter.setOpacity(1.0)
        if selected and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(tokens.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        self._paint_words(painter, option, index, rect)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        gap = GROUP_GAP if index.data(OutlineRole.STARTS_GROUP) else 0
        return QSize(120, round(option.fontMetrics.height() * 1.75) + gap)

    def _paint_words(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        rect: QRect,
    ) -> None:
        tokens = tokens_of(option.widget)
        side = round(option.fontMetrics.height() * 0.55)
        inner = rect.adjusted(SIDE, 0, -SIDE, 0)
        mirrored = option.direction
        dot = QStyle.visualRect(
            mirrored, inner, QRect(inner.left(), inner.center().y() - side // 2, side, side)
        )
        percent = index.data(OutlineRole.PERCENT)
        if percent is not None:
            paint_dot(painter, QRectF(dot), percent, (QColor(tokens.accent), QColor(tokens.muted)))
        count = index.data(OutlineRole.COUNT)
        number = "" if count is None else str(count)
        width = option.fontMetrics.horizontalAdvance(number)
        font = QFont(option.font)
        font.setBold(bool(option.state & QStyle.StateFlag.State_Selected))
        painter.setFont(font)
        painter.setPen(QColor(tokens.ink))
        words = QStyle.visualRect(mirrored, inner, inner.adjusted(side + 10, 0, -width - 6, 0))
        title = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, words.width())
        edge = QStyle.visualAlignment(mirrored, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(words, edge, title)
        painter.setFont(option.font)
        painter.setPen(QColor(tokens.muted))
        far = QStyle.visualAlignment(mirrored, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(inner, far, number)
