"""Paints cases that are alike as cards: dots for how alike, titles with references, the reasons below."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from casebook.ui.likeness.likeness_model import DOTS, Index, LikenessRole, dots_of
from casebook.ui.theme import BODY, SMALL, tokens_of
from casebook.ui.widgets.card_list import card_width

PAD, GAP = 12, 4
"""Pixels inside a card, and between its lines and the cards."""
DOT = 8
"""Pixels across a dot at usual text size."""
WRAP = int(Qt.TextFlag.TextWordWrap)

Line = tuple[str, QFont, str]
"""Words, their type, and the name of their colour."""


class LikenessDelegate(QStyledItemDelegate):
    """Cards as wide as the list and as high as their words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = card_width(option)
        room = width - 2 * PAD - _dots_width(option.font)
        heights = [_height(font, words, room) for words, font, _ink in _lines(option.font, index)]
        return QSize(width, sum(heights) + GAP * (len(heights) - 1) + 2 * (PAD - 2) + 2 * GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = tokens_of(option.widget)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        card = QRectF(option.rect.adjusted(0, GAP, 0, -GAP)).adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.accent if chosen or focused else tokens.line), 2 if focused else 1))
        painter.setBrush(QColor(tokens.selection if chosen else tokens.field))
        painter.drawRoundedRect(card, 6, 6)
        inner = option.rect.adjusted(PAD, GAP + PAD - 2, -PAD, -GAP)
        dots = _dots_width(option.font)
        self._paint_dots(painter, option, inner, index.data(LikenessRole.SCORE) or 0.0)
        flags = int(
            QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        )
        top = inner.top()
        for words, font, ink in _lines(option.font, index):
            height = _height(font, words, inner.width() - dots)
            box = QRect(inner.left() + dots, top, inner.width() - dots, height)
            painter.setFont(font)
            painter.setPen(QColor(getattr(tokens, ink)))
            painter.drawText(QStyle.visualRect(option.direction, inner, box), flags | WRAP, words)
            top += height + GAP
        painter.restore()

    def _paint_dots(
        self, painter: QPainter, option: QStyleOptionViewItem, inner: QRect, score: float
    ) -> None:
        accent = QColor(tokens_of(option.widget).accent)
        side, full = _dot(option.font), dots_of(score)
        height = option.fontMetrics.height()
        painter.setPen(QPen(accent, 1.4))
        for number in range(DOTS):
            box = QRect(
                inner.left() + number * (side + 3), inner.top() + (height - side) // 2 + 1, side, side
            )
            painter.setBrush(accent if number < full else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(
                QRectF(QStyle.visualRect(option.direction, inner, box)).adjusted(1, 1, -1, -1)
            )


def _dot(font: QFont) -> int:
    return round(DOT * QFontInfo(font).pixelSize() / BODY)


def _dots_width(font: QFont) -> int:
    return DOTS * (_dot(font) + 3) + PAD


def _lines(font: QFont, index: Index) -> Iterator[Line]:
    bold, small = QFont(font), QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    small.setPixelSize(max(round(QFontInfo(font).pixelSize() * SMALL / BODY), 1))
    for title, reference in index.data(LikenessRole.HEADS) or ():
        yield (f"{title} ({reference})" if reference else title), bold, "ink"
    if reasons := index.data(LikenessRole.REASONS):
        yield reasons, small, "muted"


def _height(font: QFont, words: str, width: int) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, max(width, 60), 10_000), WRAP, words).height()
