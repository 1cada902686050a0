"""Draws one line of a list: an icon, a text, and a quiet note at the far end."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from casebook.ui.theme import tokens_of
from casebook.ui.widgets.typing_in_place import TypingInPlace

NOTE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The quiet text at the far end: a count, a shortcut."""

Index = QModelIndex | QPersistentModelIndex


class LineDelegate(TypingInPlace):
    """A rounded highlight marks the current line; all of it mirrors for right-to-left languages."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(80, round(option.fontMetrics.height() * 1.2) + 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        widget: QWidget = option.widget
        tokens = tokens_of(widget)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.selection if chosen else tokens.paper))
            painter.drawRoundedRect(option.rect.adjusted(4, 1, -4, -1), 5, 5)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(tokens.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(option.rect.adjusted(4, 1, -4, -1), 5, 5)
        self._draw_words(painter, option, index, bold=chosen)
        painter.restore()

    def _draw_words(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, *, bold: bool
    ) -> None:
        tokens = tokens_of(option.widget)
        row = option.rect.adjusted(14, 0, -14, 0)
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(picture, QIcon):
            side = round(option.fontMetrics.height() * 0.9)
            box = QRect(row.left(), row.center().y() - side // 2, side, side)
            picture.paint(painter, self._mirrored(option, box, row))
            row.setLeft(row.left() + side + 10)
        font = QFont(option.font)
        note = str(index.data(NOTE_ROLE) or "")
        width = option.fontMetrics.horizontalAdvance(note)
        if note:
            box = QRect(row.right() - width, row.top(), width + 1, row.height())
            painter.setPen(QColor(tokens.muted))
            painter.drawText(
                self._mirrored(option, box, option.rect.adjusted(14, 0, -14, 0)),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter,
                note,
            )
        row.setRight(row.right() - width - 8)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(tokens.ink))
        text = painter.fontMetrics().elidedText(
            str(index.data(Qt.ItemDataRole.DisplayRole) or ""), Qt.TextElideMode.ElideRight, row.width()
        )
        flags = QStyle.visualAlignment(
            option.direction, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        )
        painter.drawText(self._mirrored(option, row, option.rect.adjusted(14, 0, -14, 0)), flags, text)

    def _mirrored(self, option: QStyleOptionViewItem, box: QRect, row: QRect) -> QRect:
        return QStyle.visualRect(option.direction, row, box)
