"""Draws one suggestion: its words, what tells it apart, and its place in the tree."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from casebook.ui.forms.choice import Choice
from casebook.ui.forms.choice_model import CHOICE
from casebook.ui.theme import tokens_of

PAD, INDENT = 8, 16


class ChoiceDelegate(QStyledItemDelegate):
    """One line: indented label on the leading side, detail in muted type on the other."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        choice: Choice = index.data(CHOICE)
        metrics = option.fontMetrics
        words = metrics.horizontalAdvance(index.data()) + metrics.horizontalAdvance(choice.detail)
        return QSize(words + 4 * PAD + INDENT * choice.depth, metrics.height() + PAD)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        choice: Choice = index.data(CHOICE)
        tokens = tokens_of(option.widget)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(tokens.selection))
        lead = PAD + INDENT * choice.depth
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        room = option.rect.adjusted(*((PAD, 0, -lead, 0) if mirrored else (lead, 0, -PAD, 0)))
        metrics = QFontMetrics(option.font)
        spare = room.width() - metrics.horizontalAdvance(index.data()) - 2 * PAD
        detail = metrics.elidedText(choice.detail, Qt.TextElideMode.ElideRight, max(spare, 0))
        if choice.detail and spare > 4 * PAD:
            painter.setPen(QColor(tokens.muted))
            _write(painter, room, Qt.AlignmentFlag.AlignRight, option.direction, detail)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if choice.creates else font.weight())
        painter.setFont(font)
        painter.setPen(
            QColor(tokens.accent if choice.creates else tokens.muted if choice.aside else tokens.ink)
        )
        label = QFontMetrics(font).elidedText(index.data(), Qt.TextElideMode.ElideRight, room.width())
        _write(painter, room, Qt.AlignmentFlag.AlignLeft, option.direction, label)
        painter.restore()


def _write(
    painter: QPainter, room: QRect, side: Qt.AlignmentFlag, direction: Qt.LayoutDirection, text: str
) -> None:
    aligned = QStyle.visualAlignment(direction, side | Qt.AlignmentFlag.AlignVCenter)
    painter.drawText(room, int(aligned.value) | int(Qt.TextFlag.TextSingleLine.value), text)
