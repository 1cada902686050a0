"""Paints what was found: a line for its field, and below it the words around, with old and new marked."""

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetrics,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from casebook.ui.theme import BODY, SMALL, Tokens, tokens_of
from casebook.ui.write.find_model import FindRole, Index, Snippet

PAD, GAP = 5, 2
"""Pixels above and below a row, and between its two lines."""

AFTER_TICK = 8
"""Pixels between a tick and the words behind it."""

LEAD, OLD = 0.3, 0.4
"""How much of the line the words before a place may take, and the old words themselves."""

Run = tuple[str, QTextCharFormat]


class FindDelegate(QStyledItemDelegate):
    """Groups are one line in bold with their count; places are two lines."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heights: dict[str, int] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        own = QStyleOptionViewItem(option)
        self.initStyleOption(own, index)
        own.text = ""
        style = own.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, own, painter, own.widget)
        room = self._room(own, style)
        painter.save()
        painter.setClipRect(room.adjusted(-2, 0, 2, 0))
        snippet = index.data(FindRole.SNIPPET)
        if snippet is None:
            _paint_group(painter, own, room, index)
        else:
            _paint_place(painter, own, room, (index.data(FindRole.NOTE), snippet))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = option.fontMetrics.height()
        if index.data(FindRole.COUNT) is not None:
            return QSize(100, line + 2 * PAD)
        return QSize(100, line + self._small_height(option.font) + GAP + 2 * PAD)

    def _small_height(self, font: QFont) -> int:
        """Measured once for each font, for the tree asks for every row."""
        key = font.key()
        if key not in self._heights:
            self._heights[key] = QFontMetrics(_small(font)).height()
        return self._heights[key]

    @staticmethod
    def _room(option: QStyleOptionViewItem, style: QStyle) -> QRect:
        """Where the words of a row go: behind its tick, which the style sheet may draw wider than the style thinks."""
        element = QStyle.SubElement
        words = style.subElementRect(element.SE_ItemViewItemText, option, option.widget)
        lead = 2
        if option.features & QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator:
            box = style.subElementRect(element.SE_ItemViewItemCheckIndicator, option, option.widget)
            mirrored = option.direction == Qt.LayoutDirection.RightToLeft
            behind = words.right() - box.left() if mirrored else box.right() - words.left()
            lead = behind + AFTER_TICK
        return QStyle.visualRect(option.direction, words, words.adjusted(lead, PAD, -6, -PAD))


def _paint_group(painter: QPainter, option: QStyleOptionViewItem, room: QRect, index: Index) -> None:
    tokens = tokens_of(option.widget)
    count = str(index.data(FindRole.COUNT))
    width = option.fontMetrics.horizontalAdvance(count) + 8
    names = QStyle.visualRect(option.direction, room, room.adjusted(0, 0, -width, 0))
    counts = QStyle.visualRect(
        option.direction, room, QRect(room.right() - width, room.top(), width, room.height())
    )
    font = QFont(option.font)
    font.setWeight(QFont.Weight.Bold if not index.parent().isValid() else QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(QColor(tokens.ink))
    words = QFontMetrics(font).elidedText(index.data(), Qt.TextElideMode.ElideRight, names.width())
    painter.drawText(names, int(_start(option)), words)
    painter.setFont(option.font)
    painter.setPen(QColor(tokens.muted))
    end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(counts, int(QStyle.visualAlignment(option.direction, end)), count)


def _paint_place(
    painter: QPainter, option: QStyleOptionViewItem, room: QRect, said: tuple[str, Snippet]
) -> None:
    tokens = tokens_of(option.widget)
    note, snippet = said
    small = _small(option.font)
    metrics = QFontMetrics(small)
    painter.setFont(small)
    painter.setPen(QColor(tokens.muted))
    head = QRect(room.left(), room.top(), room.width(), metrics.height())
    words = metrics.elidedText(note, Qt.TextElideMode.ElideRight, head.width())
    painter.drawText(head, int(_start(option)), words)
    line = QRect(room.left(), head.bottom() + 1 + GAP, room.width(), option.fontMetrics.height())
    _draw_runs(painter, option, line, _runs(snippet, option.font, line.width(), tokens))


def _runs(snippet: Snippet, font: QFont, width: int, tokens: Tokens) -> list[Run]:
    """The pieces of a line, cut so that what was found is always seen."""
    metrics = QFontMetrics(font)
    found, new = QTextCharFormat(), QTextCharFormat()
    background, ink = tokens.state("notice" if snippet.new is None else "danger")
    found.setBackground(background)
    found.setForeground(ink)
    found.setFontStrikeOut(snippet.new is not None)
    background, ink = tokens.state("ok")
    new.setBackground(background)
    new.setForeground(ink)
    new.setFontWeight(QFont.Weight.DemiBold)
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    right = Qt.TextElideMode.ElideRight
    before = _end_of(snippet.before, metrics, int(width * LEAD))
    old = metrics.elidedText(snippet.found, Qt.TextElideMode.ElideMiddle, int(width * OLD))
    gap = " " if snippet.new else ""
    rest = width - sum(metrics.horizontalAdvance(text) for text in (before, old, gap))
    put_in = QFontMetrics(bold).elidedText(snippet.new or "", right, max(rest, 0))
    rest -= QFontMetrics(bold).horizontalAdvance(put_in) + 8
    after = metrics.elidedText(snippet.after, right, max(rest, 0))
    plain = QTextCharFormat()
    return [(before, plain), (old, found), (gap, plain), (put_in, new), (after, plain)]


def _end_of(words: str, metrics: QFontMetrics, width: int) -> str:
    """The end of some words, from where a word begins if one does."""
    if metrics.horizontalAdvance(words) <= width:
        return words
    cut = metrics.elidedText(words, Qt.TextElideMode.ElideLeft, width)
    _half, space, whole = cut.partition(" ")
    return f"…{whole}" if space and whole else cut


def _draw_runs(painter: QPainter, option: QStyleOptionViewItem, line: QRect, runs: list[Run]) -> None:
    layout = QTextLayout("".join(text for text, _form in runs), option.font)
    setting = QTextOption(QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft))
    setting.setWrapMode(QTextOption.WrapMode.NoWrap)
    setting.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(setting)
    formats, at = [], 0
    for text, form in runs:
        span = QTextLayout.FormatRange()
        length = len(text.encode("utf-16-le")) // 2  # Qt counts half characters
        span.start, span.length, span.format = at, length, form
        at += length
        formats.append(span)
    layout.setFormats(formats)
    layout.beginLayout()
    layout.createLine().setLineWidth(line.width())
    layout.endLayout()
    painter.setPen(option.palette.color(QPalette.ColorRole.Text))
    layout.draw(painter, QPointF(QPoint(line.left(), line.top())))


def _start(option: QStyleOptionViewItem) -> Qt.AlignmentFlag:
    return (
        QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
    )


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(max(round(QFontInfo(font).pixelSize() * SMALL / BODY), 1))
    return small
