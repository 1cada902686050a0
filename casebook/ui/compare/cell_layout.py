"""Places the blocks of a cell and paints them; measured once for each width."""

from collections.abc import Sequence

import attrs
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from casebook.ui.compare.blocks import BarBlock, Block, ChipBlock, Words
from casebook.ui.theme import BODY, SMALL, Tokens

GAP = 4
"""Pixels between blocks."""
BAR = 6
"""Height of a bar at usual text size."""
BREAK = "\u2028"
"""What breaks a line within a paragraph."""


@attrs.frozen(kw_only=True)
class Placed:
    """A block in its place, from the leading top corner of the cell."""

    block: Block
    box: QRectF
    layout: QTextLayout | None = None
    grade: QRectF = attrs.field(factory=QRectF)


@attrs.frozen(kw_only=True)
class Fonts:
    """The types of a table."""

    body: QFont
    bold: QFont
    small: QFont
    zoom: float
    mirrored: bool = False

    @classmethod
    def of(cls, widget: QWidget) -> "Fonts":
        """Made from the font of a widget and its direction."""
        font, pixels = QFont(widget.font()), widget.fontInfo().pixelSize()
        bold, small = QFont(font), QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        small.setPixelSize(max(round(pixels * SMALL / BODY), 1))
        mirrored = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return cls(body=font, bold=bold, small=small, zoom=pixels / BODY, mirrored=mirrored)

    def of_look(self, look: str) -> QFont:
        """The type of a look."""
        return {"bold": self.bold, "small": self.small}.get(look, self.body)


@attrs.frozen(kw_only=True)
class CellLayout:
    """All blocks of a cell, and how high they are together."""

    placed: tuple[Placed, ...]
    height: float

    def block_at(self, point: QPointF) -> Block | None:
        """The block at a point of the cell."""
        return next((one.block for one in self.placed if one.box.contains(point)), None)


def laid_out(blocks: Sequence[Block], width: float, fonts: Fonts) -> CellLayout:
    """The blocks in `width` pixels."""
    placed: list[Placed] = []
    left = top = low = 0.0
    for block in blocks:
        one = _measured(block, width, fonts)
        beside = (
            isinstance(block, ChipBlock)
            and placed
            and isinstance(placed[-1].block, ChipBlock)
            and left + GAP + one.box.width() <= width
        )
        if beside:
            left += GAP
        else:
            left, top = 0.0, low + (GAP if placed else 0.0)
        placed.append(_moved(one, QPointF(left, top)))
        left += one.box.width()
        low = max(low, top + one.box.height())
    if fonts.mirrored:
        placed = [_moved(one, QPointF(width - one.box.right() - one.box.left(), 0)) for one in placed]
    return CellLayout(placed=tuple(placed), height=low)


def _moved(one: Placed, by: QPointF) -> Placed:
    return attrs.evolve(one, box=one.box.translated(by), grade=one.grade.translated(by))


def _measured(block: Block, width: float, fonts: Fonts) -> Placed:
    if isinstance(block, BarBlock):
        return Placed(block=block, box=QRectF(0, 0, width, round(BAR * fonts.zoom)))
    if isinstance(block, Words):
        layout, _natural, height = shaped(block, fonts.of_look(block.look), width, mirrored=fonts.mirrored)
        return Placed(block=block, box=QRectF(0, 0, width, height), layout=layout)
    metrics = QFontMetricsF(fonts.small)
    pad = round(8 * fonts.zoom)
    grade = metrics.horizontalAdvance(block.grade) + pad if block.grade else 0.0
    room = max(width - 2 * pad - grade, 40.0)
    layout, natural, height = shaped(Words(text=block.text, lines=block.lines), fonts.small, room, chip=True)
    box = QRectF(0, 0, min(natural, room) + 2 * pad + grade, height + 4)
    return Placed(
        block=block,
        box=box,
        layout=layout,
        grade=QRectF(box.right() - grade - pad / 2, 0, grade, box.height()) if grade else QRectF(),
    )


def shaped(
    words: Words, font: QFont, width: float, *, mirrored: bool = False, chip: bool = False
) -> tuple[QTextLayout, float, float]:
    """A paragraph in lines of `width`, the last of so many shortened; with its natural width and its height."""
    layout = QTextLayout(words.text.replace("\n", BREAK), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    fixed = Qt.AlignmentFlag.AlignAbsolute
    if chip:
        option.setAlignment(Qt.AlignmentFlag.AlignLeft | fixed)
    elif mirrored:
        option.setAlignment(Qt.AlignmentFlag.AlignRight | fixed)
    layout.setTextOption(option)
    if words.runs:
        layout.setFormats([_format(*run) for run in words.runs])
    layout.beginLayout()
    natural = height = 0.0
    count, start = 0, 0
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        count += 1
        if words.lines and count > words.lines:
            layout.endLayout()
            shorter = Words(text=_shortened(layout.text(), start, font, width))
            return shaped(shorter, font, width, mirrored=mirrored, chip=chip)
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        start = line.textStart()
        natural = max(natural, line.naturalTextWidth() + 1)
        height += line.height()
    layout.endLayout()
    return layout, natural, height


def _shortened(text: str, start: int, font: QFont, width: float) -> str:
    """A text whose line from `start` on is the last, ending in an ellipsis."""
    # Qt counts in UTF-16.
    units = text.encode("utf-16-le")
    begun = units[: 2 * start].decode("utf-16-le", "ignore").rstrip()
    rest = units[2 * start :].decode("utf-16-le", "ignore").replace(BREAK, " ")
    last = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width - 1)
    return begun + BREAK + last if begun else last


def _format(start: int, length: int, kept: str) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length = start, length
    style = QTextCharFormat()
    style.setFontStrikeOut(kept == "removed")
    style.setFontUnderline(kept == "added")
    found.format = style
    return found


def paint(
    painter: QPainter, layout: CellLayout, at: QPointF, tokens: Tokens, *, mirrored: bool = False
) -> None:
    """Paint the blocks with their leading top corner at a point."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for one in layout.placed:
        box = one.box.translated(at)
        match one.block:
            case Words():
                _paint_words(painter, one, box, tokens)
            case ChipBlock():
                _paint_chip(painter, one, box, at, tokens)
            case BarBlock():
                _paint_bar(painter, one.block, box, tokens, mirrored=mirrored)


def _paint_words(painter: QPainter, one: Placed, box: QRectF, tokens: Tokens) -> None:
    block = one.block
    if one.layout is None or not isinstance(block, Words):
        return
    quiet = block.look in ("muted", "small")
    ink = tokens.state(block.state)[1] if block.state else QColor(tokens.muted if quiet else tokens.ink)
    painter.setPen(ink)
    one.layout.draw(painter, box.topLeft(), [_coloured(*run, tokens) for run in block.runs])


def _coloured(start: int, length: int, kept: str, tokens: Tokens) -> QTextLayout.FormatRange:
    """The colours of a run; they follow the theme, so they are put on when it is known."""
    background, ink = tokens.state("ok" if kept == "added" else "danger")
    found = QTextLayout.FormatRange()
    found.start, found.length = start, length
    style = QTextCharFormat()
    style.setBackground(background)
    style.setForeground(ink)
    found.format = style
    return found


def _paint_chip(painter: QPainter, one: Placed, box: QRectF, at: QPointF, tokens: Tokens) -> None:
    block = one.block
    if one.layout is None or not isinstance(block, ChipBlock):
        return
    background, ink = tokens.state(block.state)
    pen = QPen(Qt.PenStyle.NoPen)
    if block.chosen:
        pen = QPen(QColor(tokens.accent), 2)
    elif block.dashed:
        pen = QPen(ink, 1, Qt.PenStyle.DashLine)
        background = QColor(tokens.field)
    painter.setPen(pen)
    painter.setBrush(background)
    radius = min(box.height() / 2, 10.0)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setPen(ink)
    left = box.left() + (box.width() - one.grade.width() - _text_width(one.layout)) / 2
    if one.grade.width():
        grade = one.grade.translated(at)
        font = QFont(one.layout.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.drawText(grade, Qt.AlignmentFlag.AlignCenter, block.grade)
        if grade.center().x() < box.center().x():
            left += one.grade.width()
    one.layout.draw(painter, QPointF(left, box.top() + 2))


def _text_width(layout: QTextLayout) -> float:
    return max((layout.lineAt(at).naturalTextWidth() for at in range(layout.lineCount())), default=0.0)


def _paint_bar(painter: QPainter, block: BarBlock, box: QRectF, tokens: Tokens, *, mirrored: bool) -> None:
    def across(share: float) -> float:
        share = min(max(share, 0.0), 1.0)
        return box.right() - share * box.width() if mirrored else box.left() + share * box.width()

    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.line))
    painter.drawRoundedRect(box, 2, 2)
    painter.setBrush(QColor(tokens.accent))
    ends = sorted((across(block.begun), across(block.reached)))
    painter.drawRoundedRect(QRectF(ends[0], box.top(), max(ends[1] - ends[0], 2.0), box.height()), 2, 2)
    if block.target is not None:
        at = across(block.target)
        painter.setPen(QPen(QColor(tokens.ink), 2))
        painter.drawLine(QPointF(at, box.top() - 2), QPointF(at, box.bottom() + 2))
