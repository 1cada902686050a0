"""Draws a term with its quiet note, and tells when the line it is written in is left."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from casebook.domain.own_terms import LONGEST_LABEL
from casebook.ui.theme import tokens_of

GAP = 12
"""Pixels between a term and its note."""

Index = QModelIndex | QPersistentModelIndex


class NewTermDelegate(QStyledItemDelegate):
    """Emits `left` with the index whose line was closed, once what was typed has been told."""

    NOTE = int(Qt.ItemDataRole.UserRole) + 1
    """Role of the note."""

    left = Signal(QPersistentModelIndex)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        """A line that holds no more than a label may have."""
        line = QLineEdit(parent)
        line.setObjectName("term-line")
        line.setAccessibleName(self.tr("Word"))
        line.setMaxLength(LONGEST_LABEL)
        line.setFrame(False)
        return line

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        super().destroyEditor(editor, index)
        kept = QPersistentModelIndex(index)
        QTimer.singleShot(0, self, lambda: self.left.emit(kept))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), option.fontMetrics.height() + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        note = str(index.data(self.NOTE) or "")
        if not note:
            return
        words = option.fontMetrics.horizontalAdvance(str(index.data()))
        room = option.rect.adjusted(words + GAP, 0, -4, 0)
        if room.width() < option.fontMetrics.averageCharWidth() * 6:
            return
        painter.save()
        painter.setPen(QColor(tokens_of(option.widget).muted))
        text = option.fontMetrics.elidedText(note, Qt.TextElideMode.ElideRight, room.width())
        side = QStyle.visualAlignment(
            option.direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        painter.drawText(QStyle.visualRect(option.direction, option.rect, room), side, text)
        painter.restore()
