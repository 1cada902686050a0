"""Paints an entry as a card: title, one line of facts, chips."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from casebook.ui.theme import Tokens, tokens_of
from casebook.ui.widgets.card_list import card_width
from casebook.ui.widgets.typing_in_place import TypingInPlace
from casebook.ui.widgets.wrapped_text import wrapped
from casebook.ui.write.entry_model import EntryRole

PAD, GAP, EDGE, RADIUS, STRIP = 12, 4, 10, 6, 4
"""Pixels inside a card, between its lines, around it, of its corners, and of the strip on the current one."""

TITLE_LINES, FACT_LINES = 3, 2
"""Lines shown at most."""

CHIP_PAD = 8
"""Pixels left and right of the word in a chip."""

Index = QModelIndex | QPersistentModelIndex


class EntryDelegate(TypingInPlace):
    """Cards as wide as the list."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one card."""
        tokens = tokens_of(option.widget)
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = selected and state & QStyle.StateFlag.State_HasFocus
        card = QRectF(option.rect.adjusted(EDGE, GAP, -EDGE, -GAP)).adjusted(0.5, 0.5, -0.5, -0.5)
        outline = QPainterPath()
        outline.addRoundedRect(card, RADIUS, RADIUS)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(outline, QColor(tokens.field))
        if selected:
            box = option.rect.adjusted(EDGE, GAP, -EDGE, -GAP)
            strip = QRect(box.left(), box.top(), STRIP, box.height())
            painter.setClipPath(outline)
            painter.fillRect(QStyle.visualRect(option.direction, box, strip), QColor(tokens.accent))
            painter.setClipping(False)
        hover = state & QStyle.StateFlag.State_MouseOver
        edge = tokens.accent if selected else (tokens.muted if hover else tokens.line)
        painter.setPen(QPen(QColor(edge), 2 if focused else 1))
        painter.drawPath(outline)
        self._paint_words(painter, option, index, tokens)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = card_width(option)
        inner = max(width - 2 * (EDGE + PAD), 40)
        title, facts = _title(option, index, inner), _facts(option, index, inner)
        height = len(title) * QFontMetrics(_bold(option.font)).height() + 2 * (PAD + GAP) - 4
        if facts:
            height += len(facts) * option.fontMetrics.height() + GAP
        if index.data(EntryRole.CHIPS):
            height += option.fontMetrics.height() + 2 * GAP
        return QSize(width, height)

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, tokens: Tokens
    ) -> None:
        inner = option.rect.adjusted(EDGE + PAD, GAP + PAD - 2, -EDGE - PAD, -GAP)
        top = inner.top()
        bold = _bold(option.font)
        for lines, font, colour in (
            (_title(option, index, inner.width()), bold, tokens.ink),
            (_facts(option, index, inner.width()), option.font, tokens.muted),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            height = painter.fontMetrics().height()
            for line in lines:
                painter.drawText(QRect(inner.left(), top, inner.width(), height), _flags(option), line)
                top += height
            top += GAP if lines else 0
        height = option.fontMetrics.height() + GAP
        self._paint_chips(painter, option, index, QRect(inner.left(), top, inner.width(), height))

    def _paint_chips(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: QRect) -> None:
        tokens = tokens_of(option.widget)
        left = row.left()
        for text, state in index.data(EntryRole.CHIPS) or ():
            background, ink = tokens.state(state)
            room = row.right() + 1 - left
            width = min(painter.fontMetrics().horizontalAdvance(text) + 2 * CHIP_PAD, room)
            if width < 4 * CHIP_PAD:
                return
            chip = QStyle.visualRect(option.direction, row, QRect(left, row.top(), width, row.height()))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(background)
            painter.drawRoundedRect(chip, row.height() / 2, row.height() / 2)
            painter.setPen(ink)
            word = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, width - 2 * CHIP_PAD + 1
            )
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, word)
            left += width + 6


def _title(option: QStyleOptionViewItem, index: Index, width: int) -> tuple[str, ...]:
    return wrapped(index.data() or " ", _bold(option.font), width, TITLE_LINES)


def _facts(option: QStyleOptionViewItem, index: Index, width: int) -> tuple[str, ...]:
    facts = index.data(EntryRole.FACTS)
    return wrapped(facts, option.font, width, FACT_LINES) if facts else ()


def _flags(option: QStyleOptionViewItem) -> Qt.AlignmentFlag:
    return QStyle.visualAlignment(
        option.direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    )


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold
