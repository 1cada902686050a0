"""Draws the list of cases: title over reference, chips, bars; in the theme's colours, at any size of text."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from casebook.storage.listing import CaseRow
from casebook.ui.library.case_columns import COLUMNS
from casebook.ui.library.case_model import CaseModel
from casebook.ui.status_state import status_state
from casebook.ui.theme import BODY, SMALL, tokens_of
from casebook.ui.widgets.completeness_bar import THICKNESS, paint_bar

PAD = 10
"""Pixels around what stands in a cell."""
TIGHT = 5
"""The same where the list is dense."""
LINES = 2
"""Lines a title or a list of partners may run to."""

Index = QModelIndex | QPersistentModelIndex


def row_height(metrics: QFontMetrics, *, compact: bool = False, snippet: bool = False) -> int:
    """Height of every row: two lines of title, or one, then the reference, then where the words stand."""
    lines = (1 if compact else LINES) + SMALL / BODY * (2 if snippet else 1)
    return round(metrics.height() * lines) + 2 * (TIGHT if compact else PAD)


class CaseDelegate(QStyledItemDelegate):
    """One for all columns; `begin` tells it, once for each time the table is painted, what holds for all cells."""

    def __init__(self, model: CaseModel, table: QWidget) -> None:
        super().__init__(table)
        self._cases = model
        self._current = -1
        self.compact = False
        self.begin(table, -1)

    def begin(self, table: QWidget, current: int) -> None:
        """Take the colours and fonts from `table`; `current` is the row the keyboard is in, -1 for none."""
        self._tokens = tokens_of(table)
        self._current = current
        self._ink, self._muted, self._line, self._accent, self._selection = (
            QColor(getattr(self._tokens, name)) for name in ("ink", "muted", "line", "accent", "selection")
        )
        self._font = QFont(table.font())
        self._bold = QFont(self._font)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._small = QFont(self._font)
        self._small.setPixelSize(round(table.fontInfo().pixelSize() * SMALL / BODY))
        self._metrics = {font.key(): QFontMetrics(font) for font in (self._font, self._bold, self._small)}
        self._leading = QStyle.visualAlignment(table.layoutDirection(), Qt.AlignmentFlag.AlignLeft)

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(60, row_height(option.fontMetrics))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, chosen = option.rect, bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        # Text finds its own direction, wherever the window runs.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        if chosen:
            painter.fillRect(rect, self._selection)
        row = self._cases.case(index.row())
        if row is not None:
            pad = TIGHT if self.compact else PAD
            box = rect.adjusted(PAD, pad, -PAD, -pad)
            self._draw(painter, box, row, COLUMNS[index.column()].key, chosen=chosen)
        painter.setPen(self._line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if index.row() == self._current:
            painter.setPen(QPen(self._accent, 2))
            painter.drawLine(rect.topLeft(), rect.topRight())
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _draw(self, painter: QPainter, box: QRect, row: CaseRow, key: str, *, chosen: bool) -> None:
        text = self._cases.words(row, key)
        match key:
            case "mark":
                painter.setPen(self._accent if chosen else self._muted)
                painter.setFont(self._font)
                painter.drawText(
                    box.adjusted(-PAD, 0, PAD, 0), Qt.AlignmentFlag.AlignHCenter, "✓" if chosen else "–"
                )
            case "case":
                top = self._draw_text(painter, box, text, self._bold) + 1
                painter.setFont(self._small)
                painter.setPen(self._muted)
                height = self._metrics[self._small.key()].height()
                painter.drawText(QRect(box.left(), top, box.width(), height), self._leading, row.ref_code)
            case "status":
                self._draw_chip(painter, box, text, row.status)
            case "complete":
                self._draw_bar(painter, box, row.completeness)
            case _:
                self._draw_text(painter, box, text, self._font)

    def paint_snippet(self, painter: QPainter, line: QRect, row: int) -> None:
        """Across the foot of a row: in which part the words stand, and the words around them."""
        found = self._cases.snippet(row)
        if found is None:
            return
        pad = TIGHT if self.compact else PAD
        box = line.adjusted(PAD, pad, -PAD, -pad)
        metrics = self._metrics[self._small.key()]
        place = self._cases.part_title(found)
        text = f"{place}:  " if place else ""
        marks: list[QTextLayout.FormatRange] = []
        for words, match in found.parts:
            if match:
                mark = QTextLayout.FormatRange()
                mark.start, mark.length = len(text), len(words)
                mark.format.setForeground(self._ink)
                mark.format.setBackground(QColor(self._tokens.warning[0]))
                mark.format.setFontWeight(QFont.Weight.DemiBold)
                marks.append(mark)
            text += words
        layout = QTextLayout(text, self._small)
        option = QTextOption(self._leading)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.setFormats(marks)
        layout.beginLayout()
        layout.createLine().setLineWidth(box.width())
        layout.endLayout()
        painter.setPen(self._muted)
        painter.setClipRect(box)
        layout.draw(painter, QPointF(box.left(), box.bottom() - metrics.height() + 1))
        painter.setClipping(False)

    def _draw_text(self, painter: QPainter, box: QRect, text: str, font: QFont) -> int:
        """Draw up to LINES lines, the last one shortened; returns where they end."""
        painter.setFont(font)
        painter.setPen(self._ink)
        metrics = self._metrics[font.key()]
        top, height = box.top(), metrics.height()
        most = 1 if self.compact else LINES
        for line in _lines(text, font, metrics, box.width(), most):
            painter.drawText(QRect(box.left(), top, box.width(), height), self._leading, line)
            top += height
        return top

    def _draw_chip(self, painter: QPainter, box: QRect, text: str, status: str) -> None:
        if not text:
            return
        metrics = self._metrics[self._small.key()]
        pad = round(metrics.height() * 0.55)
        words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width() - 2 * pad)
        chip = QRect(box.left(), box.top(), metrics.horizontalAdvance(words) + 2 * pad, metrics.height() + 4)
        if self._mirrored:
            chip.moveRight(box.right())
        background, ink = self._tokens.state(status_state(status))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(background)
        painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
        painter.setFont(self._small)
        painter.setPen(ink)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)

    def _draw_bar(self, painter: QPainter, box: QRect, percent: int) -> None:
        line = self._metrics[self._font.key()].height()
        thick = max(THICKNESS, round(line * 0.28))
        bar = QRectF(box.left(), box.top() + (line - thick) / 2, box.width(), thick)
        paint_bar(painter, bar, percent, (self._accent, self._line), mirrored=self._mirrored)

    @property
    def _mirrored(self) -> bool:
        return bool(self._leading & Qt.AlignmentFlag.AlignRight)


def _lines(text: str, font: QFont, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """`text` broken into at most `most` lines of `width` pixels, the last one ending in an ellipsis if need be."""
    if metrics.horizontalAdvance(text) <= width:
        return [text] if text else []
    layout = QTextLayout(text, font)
    layout.setTextOption(QTextOption())
    layout.beginLayout()
    broken: list[tuple[int, int]] = []
    while len(broken) < most - 1:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF())
        broken.append((line.textStart(), line.textLength()))
    layout.endLayout()
    rest = sum(broken[-1]) if broken else 0
    lines = [text[start : start + length].strip() for start, length in broken]
    return [*lines, metrics.elidedText(text[rest:].strip(), Qt.TextElideMode.ElideRight, width)]
