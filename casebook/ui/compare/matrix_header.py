"""The heads of the matrix, pinned: what a line is and its total, written upright or aslant as there is room."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QWidget

from casebook.domain.matrix import NOTHING, Head
from casebook.ui.compare.matrix_model import MatrixModel
from casebook.ui.compare.stamps import Stamps
from casebook.ui.theme import BODY, SMALL, tokens_of

PAD = 8
UPRIGHT_LINES = 4
TURNED_HEIGHT = 152
"""Pixels at 100 % that a head written upwards may take."""
ROW_WIDTH = 360
"""Pixels at 100 % that the head of a row may take."""
MOST_OF_HEIGHT, MOST_OF_WIDTH = 0.45, 0.4
"""Shares of the table its heads may take."""


def halves(text: str, font: QFont, room: int) -> tuple[str, str]:
    """As many whole words as fit into `room`, and the rest; a word that is too long itself is cut later."""
    words = text.split(" ")
    metrics = QFontMetrics(font)
    fitting = 1
    while fitting < len(words) and metrics.horizontalAdvance(" ".join(words[: fitting + 1])) <= room:
        fitting += 1
    first = metrics.elidedText(" ".join(words[:fitting]), Qt.TextElideMode.ElideRight, room)
    return first, " ".join(words[fitting:])


def broken(text: str, font: QFont, room: int, most: int) -> list[str]:
    """The text in at most so many lines that fit into `room`; what is too much ends with an ellipsis."""
    shown: list[str] = []
    rest = text
    while rest and len(shown) < most - 1:
        first, rest = halves(rest, font, room)
        shown.append(first)
    if rest:
        shown.append(QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, room))
    return shown


class MatrixHeader(QHeaderView):
    """One for rows, one for columns; emits `sectionClicked` as every header does."""

    def __init__(self, model: MatrixModel, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self._matrix = model
        self._table = parent
        self.turned = False
        """Whether the heads of columns are written upwards."""
        self.sorted_section = -1
        self.descending = True
        self.current = -1
        self._stamps = Stamps(self)
        self._types: dict[tuple[str, bool, float], tuple[QFont, QFontMetrics]] = {}
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows = orientation is Qt.Orientation.Vertical
        self.setObjectName("matrix-rows" if rows else "matrix-columns")
        self.setAccessibleName(self.tr("Rows") if rows else self.tr("Columns"))

    @property
    def by_row(self) -> bool:
        """Whether it heads rows."""
        return self.orientation() is Qt.Orientation.Vertical

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        zoom = max(self.fontInfo().pixelSize() / BODY, 1)
        if self.by_row:
            return QSize(round(self._row_width(zoom)), size.height())
        lines = (UPRIGHT_LINES + 1) * self.fontMetrics().height() + 2 * PAD
        whole = self._table.height()
        turned = min(TURNED_HEIGHT * zoom, max(whole * MOST_OF_HEIGHT, TURNED_HEIGHT / 2))
        return QSize(size.width(), round(turned) if self.turned else lines)

    def forget(self) -> None:
        """Draw every head anew when it comes into view."""
        self._stamps.forget()

    def mark(self, current: int) -> None:
        """Set off the head of the line the keyboard is in."""
        if current != self.current:
            self.current = current
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._stamps.begin()
        super().paintEvent(event)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        head = self._head(section)
        if head is None:
            return
        arrow = self.descending if section == self.sorted_section else None
        key = (head.key, rect.width(), rect.height(), section == self.current, arrow, self.turned)
        painter.drawPixmap(
            rect.topLeft(),
            self._stamps.get(key, rect.size(), lambda inner, box: self._draw(inner, box, section, head)),
        )

    def _draw(self, painter: QPainter, rect: QRect, section: int, head: Head) -> None:
        tokens = tokens_of(self)
        painter.fillRect(rect, QColor(tokens.selection if section == self.current else tokens.surface))
        painter.setPen(QPen(QColor(tokens.line), 1))
        if self.by_row:
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
            self._draw_row(painter, rect, section, head)
        else:
            painter.drawLine(rect.topRight(), rect.bottomRight())
            self._draw_column(painter, rect, section, head)

    def _draw_row(self, painter: QPainter, rect: QRect, section: int, head: Head) -> None:
        tokens = tokens_of(self)
        box = rect.adjusted(PAD + 4, 0, -PAD, 0)
        total = self._total(head)
        bold, widths = self._type(bold=True)
        room = widths.horizontalAdvance("0000") + PAD
        painter.setFont(bold)
        painter.setPen(QColor(tokens.ink))
        leading = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            self._mirrored(box, QRect(box.right() - room, box.y(), room, box.height())),
            self._aligned(trailing=True),
            total,
        )
        words = QRect(box.x(), box.y(), box.width() - room - PAD, box.height())
        text = head.label + (self._arrow() if section == self.sorted_section else "")
        font, metrics = self._type(bold=section == self.sorted_section)
        painter.setFont(font)
        detail = f"  {head.detail}" if head.detail and "›" not in head.detail else ""
        small, small_metrics = self._type(size=SMALL)
        used = small_metrics.horizontalAdvance(detail)
        room_left = words.width() - used if detail else words.width()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room_left)
        painter.drawText(self._mirrored(box, words), self._visual(leading), shown)
        if detail:
            start = metrics.horizontalAdvance(shown)
            painter.setFont(small)
            painter.setPen(QColor(tokens.muted))
            rest = QRect(words.x() + start, words.y(), words.width() - start, words.height())
            painter.drawText(self._mirrored(box, rest), self._visual(leading), detail)

    def _draw_column(self, painter: QPainter, rect: QRect, section: int, head: Head) -> None:
        tokens = tokens_of(self)
        bold, metrics = self._type(bold=True)
        foot = metrics.height() + PAD
        painter.setFont(bold)
        painter.setPen(QColor(tokens.ink))
        under = QRect(rect.left(), rect.bottom() - foot, rect.width(), foot)
        painter.drawText(under, Qt.AlignmentFlag.AlignCenter, self._total(head))
        text = head.label + (self._arrow() if section == self.sorted_section else "")
        font, metrics = self._type(bold=section == self.sorted_section)
        painter.setFont(font)
        above = QRect(rect.left(), rect.top(), rect.width(), rect.height() - foot)
        if not self.turned:
            upright = above.adjusted(4, PAD // 2, -4, 0)
            shown = broken(text, font, upright.width(), UPRIGHT_LINES)
            painter.drawText(
                upright, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, "\n".join(shown)
            )
            return
        room = above.height() - PAD
        painter.setClipRect(above)
        painter.translate(QPointF(above.left(), above.bottom()))
        painter.rotate(-90)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        place = QRectF(0, 2, room, above.width() - 4)
        line = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        if line == text:
            painter.drawText(place, flags, text)
            return
        first, rest = halves(text, font, room)
        rest = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room)
        painter.drawText(place, flags, f"{first}\n{rest}")

    def _head(self, section: int) -> Head | None:
        return self._matrix.row_head(section) if self.by_row else self._matrix.column_head(section)

    def _total(self, head: Head) -> str:
        matrix = self._matrix.matrix
        if matrix is None:
            return ""
        totals = matrix.row_totals if self.by_row else matrix.column_totals
        return str(totals.get(head.key, NOTHING).entries)

    def _row_width(self, zoom: float) -> float:
        """As wide as the longest of the first heads asks for, within reason."""
        metrics, small = self._type()[1], self._type(size=SMALL)[1]
        heads = self._matrix.matrix.rows[:200] if self._matrix.matrix is not None else ()
        widest = max(
            (
                metrics.horizontalAdvance(head.label)
                + (
                    small.horizontalAdvance(f"  {head.detail}")
                    if head.detail and "›" not in head.detail
                    else 0
                )
                for head in heads
            ),
            default=0,
        )
        whole = self._table.width()
        most = min(ROW_WIDTH * zoom, max(whole * MOST_OF_WIDTH, ROW_WIDTH / 2))
        return min(max(widest + 84 * zoom, 160), most)

    def _type(self, *, bold: bool = False, size: float = BODY) -> tuple[QFont, QFontMetrics]:
        """A font and its metrics, made once for each size of text: making them costs more than drawing with them."""
        key = (self.font().key(), bold, size)
        kept = self._types.get(key)
        if kept is None:
            font = QFont(self.font())
            font.setPixelSize(round(self.fontInfo().pixelSize() * size / BODY))
            font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
            kept = self._types[key] = (font, QFontMetrics(font))
        return kept

    def _arrow(self) -> str:
        return " ▼" if self.descending else " ▲"

    def _mirrored(self, whole: QRect, part: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), whole, part)

    def _visual(self, flags: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
        return QStyle.visualAlignment(self.layoutDirection(), flags)

    def _aligned(self, *, trailing: bool) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if trailing else Qt.AlignmentFlag.AlignLeft
        return self._visual(Qt.AlignmentFlag.AlignVCenter | side)
