"""Draws one item of a list in two lines: what it is, and quietly below it what there is to say of it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from casebook.ui.theme import tokens_of

BYLINE_ROLE = int(Qt.ItemDataRole.UserRole) + 2
"""The quiet second line."""
SIDE, GAP = 12, 5
"""Pixels beside the words, and above and below them."""

Index = QModelIndex | QPersistentModelIndex


class TwoLineDelegate(QStyledItemDelegate):
    """A rounded highlight marks the current item; all of it mirrors for right-to-left languages."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(80, 2 * option.fontMetrics.height() + 2 * GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = tokens_of(option.widget)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        box = option.rect.adjusted(4, 1, -4, -1)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.selection if chosen else tokens.paper))
            painter.drawRoundedRect(box, 5, 5)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(tokens.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 5, 5)
        flags = QStyle.visualAlignment(
            option.direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        inner = option.rect.adjusted(SIDE, GAP, -SIDE, -GAP)
        height = inner.height() // 2
        for at, (role, ink) in enumerate(
            ((int(Qt.ItemDataRole.DisplayRole), tokens.ink), (BYLINE_ROLE, tokens.muted))
        ):
            line = QRect(inner.left(), inner.top() + at * height, inner.width(), height)
            text = option.fontMetrics.elidedText(
                str(index.data(role) or ""), Qt.TextElideMode.ElideRight, line.width()
            )
            painter.setPen(QColor(ink))
            painter.drawText(line, flags, text)
        painter.restore()
