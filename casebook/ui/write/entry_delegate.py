"""Paints an entry as a card: title, one line of facts, chips."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from casebook.ui.theme import Tokens, tokens_of
from casebook.ui.widgets.card_list import card_width
from casebook.ui.write.entry_model import EntryRole

PAD, GAP, EDGE = 12, 4, 10
"""Pixels inside a card, between its lines, and around it."""

Index = QModelIndex | QPersistentModelIndex


class EntryDelegate(QStyledItemDelegate):
    """Cards as wide as the list."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one card."""
        tokens = tokens_of(option.widget)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        card = QRectF(option.rect.adjusted(EDGE, GAP, -EDGE, -GAP)).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = selected and option.state & QStyle.StateFlag.State_HasFocus
        hover = option.state & QStyle.StateFlag.State_MouseOver
        edge = tokens.accent if selected else (tokens.muted if hover else tokens.line)
        painter.setPen(QPen(QColor(edge), 2 if focused else 1))
        painter.setBrush(QColor(tokens.field))
        painter.drawRoundedRect(card, 6, 6)
        if selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            bar = QRect(int(card.left()), int(card.top()) + 2, 4, int(card.height()) - 4)
            painter.drawRoundedRect(QStyle.visualRect(option.direction, option.rect, bar), 2, 2)
        self._paint_words(painter, option, index, tokens)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = card_width(option)
        inner = max(width - 2 * (EDGE + PAD), 80)
        height = self._title_height(option, index, inner) + 2 * (PAD + GAP) - 4
        if index.data(EntryRole.FACTS):
            height += option.fontMetrics.height() + GAP
        if index.data(EntryRole.CHIPS):
            height += option.fontMetrics.height() + 2 * GAP
        return QSize(width, height)

    def _title_height(self, option: QStyleOptionViewItem, index: Index, width: int) -> int:
        metrics = QFontMetrics(_bold(option.font))
        box = metrics.boundingRect(QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap, index.data() or " ")
        return min(box.height(), 3 * metrics.height())

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, tokens: Tokens
    ) -> None:
        inner = option.rect.adjusted(EDGE + PAD, GAP + PAD - 2, -EDGE - PAD, -GAP)
        flags = QStyle.visualAlignment(
            option.direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        )
        painter.setFont(_bold(option.font))
        painter.setPen(QColor(tokens.ink))
        height = self._title_height(option, index, inner.width())
        title = QRect(inner.left(), inner.top(), inner.width(), height)
        painter.drawText(title, int(flags) | Qt.TextFlag.TextWordWrap, index.data() or "")
        top = title.bottom() + GAP
        painter.setFont(option.font)
        facts = index.data(EntryRole.FACTS)
        if facts:
            painter.setPen(QColor(tokens.muted))
            line = QRect(inner.left(), top, inner.width(), option.fontMetrics.height())
            painter.drawText(
                line,
                flags,
                painter.fontMetrics().elidedText(facts, Qt.TextElideMode.ElideRight, line.width()),
            )
            top = line.bottom() + GAP
        self._paint_chips(
            painter, option, index, QRect(inner.left(), top, inner.width(), option.fontMetrics.height() + GAP)
        )

    def _paint_chips(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: QRect) -> None:
        tokens = tokens_of(option.widget)
        left = row.left()
        for text, state in index.data(EntryRole.CHIPS) or ():
            background, ink = tokens.state(state)
            width = painter.fontMetrics().horizontalAdvance(text) + 16
            chip = QStyle.visualRect(option.direction, row, QRect(left, row.top(), width, row.height()))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(background)
            painter.drawRoundedRect(chip, row.height() / 2, row.height() / 2)
            painter.setPen(ink)
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)
            left += width + 6


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold
