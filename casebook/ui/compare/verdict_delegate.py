"""Draws what a combination says of the outcome as a chip in its state, everything else as plain text."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from casebook.ui.compare.configuration_model import STATE_ROLE
from casebook.ui.theme import tokens_of

Index = QModelIndex | QPersistentModelIndex


class VerdictDelegate(QStyledItemDelegate):
    """The word says it, the colour only helps."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state = index.data(STATE_ROLE)
        tokens = tokens_of(option.widget)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(tokens.selection))
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        painter.setFont(option.font)
        if state:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            background, ink = tokens.state(state)
            width = option.fontMetrics.horizontalAdvance(text) + 20
            height = option.fontMetrics.height() + 6
            chip = QRectF(0, 0, min(width, option.rect.width() - 4), height)
            chip.moveCenter(QRectF(option.rect).center())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(background)
            painter.drawRoundedRect(chip, height / 2, height / 2)
            painter.setPen(ink)
            text = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, round(chip.width()) - 12)
        else:
            painter.setPen(QColor(tokens.ink))
        painter.drawText(option.rect, Qt.AlignmentFlag.AlignCenter, text)
        painter.setPen(QColor(tokens.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()
