"""Paints a finding as a small card: a chip that names the place, the message, how to mend it."""

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from casebook.ui.theme import BODY, SMALL, tokens_of
from casebook.ui.write.finding_model import FindingRole, Index

PAD, GAP = 12, 4
"""Pixels inside a card, and between its lines and the cards."""

WRAP = Qt.TextFlag.TextWordWrap

MEASURED = 5_000
"""Heights remembered before all are forgotten."""


class FindingDelegate(QStyledItemDelegate):
    """Cards as wide as the list and as high as their words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heights: dict[tuple[str, int, str], int] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one card."""
        tokens = tokens_of(option.widget)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        current = focused or bool(option.state & QStyle.StateFlag.State_Selected)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        edge = tokens.accent if current else (tokens.muted if hover else tokens.line)
        card = QRectF(option.rect.adjusted(0, GAP, 0, -GAP)).adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(edge), 2 if focused else 1))
        painter.setBrush(QColor(tokens.field))
        painter.drawRoundedRect(card, 6, 6)
        self._paint_words(painter, option, index)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = option.widget.viewport().width()  # type: ignore[attr-defined]
        line = option.fontMetrics.height()
        heights = [self._height(option.font, text, width - 2 * PAD) for text in _texts(index)]
        return QSize(width, line + 2 * GAP + sum(heights) + GAP * len(heights) + 2 * (PAD - 2 + GAP))

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = tokens_of(option.widget)
        inner = option.rect.adjusted(PAD, GAP + PAD - 2, -PAD, -GAP)
        metrics = option.fontMetrics
        small = QFont(option.font)
        small.setPixelSize(max(round(QFontInfo(option.font).pixelSize() * SMALL / BODY), 1))
        small_metrics = QFontMetrics(small)
        background, ink = tokens.state(index.data(FindingRole.STATE) or "warning")
        room = inner.width() - 16
        place = small_metrics.elidedText(
            index.data(FindingRole.PLACE) or "", Qt.TextElideMode.ElideMiddle, room
        )
        height = metrics.height() + GAP
        box = QRect(inner.left(), inner.top(), small_metrics.horizontalAdvance(place) + 16, height)
        chip = QStyle.visualRect(option.direction, inner, box)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(background)
        painter.drawRoundedRect(chip, height / 2, height / 2)
        painter.setPen(ink)
        painter.setFont(small)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, place)
        painter.setFont(option.font)
        flags = QStyle.visualAlignment(
            option.direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        )
        top = chip.bottom() + 1 + GAP
        for text, colour in zip(_texts(index), (tokens.ink, tokens.muted), strict=True):
            block = QRect(inner.left(), top, inner.width(), self._height(option.font, text, inner.width()))
            painter.setPen(QColor(colour))
            painter.drawText(block, int(flags) | WRAP, text)
            top = block.bottom() + 1 + GAP

    def _height(self, font: QFont, text: str, width: int) -> int:
        """The height of a wrapped text; measured once, for the list asks again and again."""
        key = font.key(), width, text
        if key not in self._heights:
            if len(self._heights) > MEASURED:
                self._heights.clear()
            box = QRect(0, 0, max(width, 60), 10_000)
            self._heights[key] = QFontMetrics(font).boundingRect(box, WRAP, text).height()
        return self._heights[key]


def _texts(index: Index) -> tuple[str, str]:
    return index.data() or "", index.data(FindingRole.MEND) or ""
