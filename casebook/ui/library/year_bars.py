"""How many cases were under way in each year, as bars; years are chosen by dragging over them, or by keys."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from casebook.domain.active_years import YearCounts
from casebook.ui.library.map_words import cases_words
from casebook.ui.library.year_axis import YearAxis
from casebook.ui.theme import BODY, SMALL, between, tokens_of

HIGH, SIDE, TAIL, EDGE = 44, 12, 26, 6
"""Pixels: height of the highest bar at 100 % text, room at the sides, a fading end, and how near to an edge grips it."""

Years = tuple[int, int]


class YearBars(QWidget):
    """Emits `years_chosen` with the first and last year, and `cleared`; runs from right to left where the language does."""

    years_chosen = Signal(int, int)
    cleared = Signal()
    caret_moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts = YearCounts()
        self._grip: tuple[str, int] | None = None
        self._before_grip: Years | None = None
        self.chosen: Years | None = None
        """The years that are chosen."""
        self.caret: int | None = None
        """The year that keys act on."""
        self._anchor: int | None = None
        self.setObjectName("years")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(320, round(HIGH * self._zoom) + self._small().height() + 10)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    @property
    def counts(self) -> Mapping[int, int]:
        """How many cases were under way in each year."""
        return self._counts.counts

    def show_counts(self, counts: YearCounts) -> None:
        """Show other cases; what is chosen stays chosen."""
        self._counts = counts
        if self.caret not in counts.counts:
            self.caret = self._anchor = None
        self.update()

    def choose(self, first: int, last: int) -> None:
        """Choose some years."""
        before, self.chosen = self.chosen, (min(first, last), max(first, last))
        self.update()
        if self.chosen != before:
            self.years_chosen.emit(*self.chosen)

    def clear(self) -> None:
        """Choose no years any more."""
        was, self.chosen, self._anchor = self.chosen, None, None
        self.update()
        if was is not None:
            self.cleared.emit()

    @property
    def axis(self) -> YearAxis:
        """Where the years stand now."""
        counts, mirrored = self._counts, self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        ends = (SIDE + (TAIL if counts.before else 0), SIDE + (TAIL if counts.after else 0))
        left, right = reversed(ends) if mirrored else ends
        years = counts.counts or {0: 0}
        return YearAxis(min(years), max(years), left, max(self.width() - right, left + 1.0), mirrored)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self.counts:
            return
        axis, x = self.axis, event.position().x()
        year = axis.year(x)
        self._before_grip, self._grip = self.chosen, ("new", year)
        if self.chosen is not None:
            first, last = axis.start(self.chosen[0]), axis.start(self.chosen[1] + 1)
            if abs(x - first) <= EDGE:
                self._grip = ("new", self.chosen[1])
            elif abs(x - last) <= EDGE:
                self._grip = ("new", self.chosen[0])
            elif self.chosen[0] < year < self.chosen[1]:
                self._grip = ("move", year)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            self._show_grip(event.position().x())
            return
        kind, start = self._grip
        year = self.axis.year(event.position().x())
        if kind == "new":
            self.chosen = (min(start, year), max(start, year))
        elif self._before_grip is not None:
            first, last = self._before_grip
            by = min(max(year - start, min(self.counts) - first), max(self.counts) - last)
            self.chosen = (first + by, last + by)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._grip is None:
            return
        kind, start = self._grip
        self._grip = None
        year = self.axis.year(event.position().x())
        if kind == "new" and self.chosen == self._before_grip and year == start:
            self.chosen = (year, year)
        self.caret = self._anchor = year
        self.update()
        if self.chosen is not None and self.chosen != self._before_grip:
            self.years_chosen.emit(*self.chosen)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self._grip = None
        self.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if key == Qt.Key.Key_Escape and self.chosen is not None:
            self.clear()
        elif not self.counts:
            super().keyPressEvent(event)
        elif key in steps:
            by = -steps[Qt.Key(key)] if self.axis.mirrored else steps[Qt.Key(key)]
            at = min(self.counts) - 1 if self.caret is None else self.caret
            self._go(at + by, event)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(min(self.counts) if key == Qt.Key.Key_Home else max(self.counts), event)
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.caret is not None:
            self._anchor = self.caret
            self.choose(self.caret, self.caret)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self.words_of(self.axis.year(event.pos().x())) if self.counts else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def words_of(self, year: int) -> str:
        """A year and its cases: "2004: 12 cases"."""
        return self.tr("{}: {}").format(year, cases_words(self.counts.get(year, 0)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = tokens_of(self)
        font = QFont(self.font())
        font.setPixelSize(round(self.fontInfo().pixelSize() * SMALL / BODY))
        painter.setFont(font)
        if not self.counts:
            painter.setPen(QColor(tokens.muted))
            painter.drawText(
                self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("No case found has a period.")
            )
            return
        axis, base = self.axis, 4.0 + HIGH * self._zoom
        self._paint_bars(painter, axis, base)
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawLine(QPointF(SIDE, base + 0.5), QPointF(self.width() - SIDE, base + 0.5))
        self._paint_marks(painter, axis, base)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _paint_bars(self, painter: QPainter, axis: YearAxis, base: float) -> None:
        tokens = tokens_of(self)
        most = max(self.counts.values())
        high = HIGH * self._zoom
        strong, usual = QColor(tokens.accent), between(tokens.surface, tokens.accent, 0.6)
        faint = between(tokens.surface, tokens.muted, 0.35)
        if self.chosen is not None:
            left, right = axis.span(*self.chosen)
            painter.fillRect(QRectF(left, 0, right - left, base), QColor(tokens.selection))
            painter.setPen(QPen(strong, 1))
            painter.drawLine(QPointF(left, 0), QPointF(left, base))
            painter.drawLine(QPointF(right, 0), QPointF(right, base))
        gap = 1.0 if axis.year_width >= 4 else 0.0
        for left, right, year, count in axis.bars(self.counts):
            within = self.chosen is not None and self.chosen[0] <= year <= self.chosen[1]
            colour = usual if self.chosen is None else strong if within else faint
            tall = max(count / most * high, 1.5)
            painter.fillRect(QRectF(left, base - tall, max(right - left - gap, 1.0), tall), colour)
        plain = usual if self.chosen is None else faint
        counts = self._counts
        for many, year, outward in (
            (counts.before, axis.first, 1 if axis.mirrored else -1),
            (counts.after, axis.last + 1, -1 if axis.mirrored else 1),
        ):
            self._paint_tail(painter, axis.start(year), outward, (base, max(many / most * high, 1.5)), plain)
        if self.hasFocus() and self.caret is not None:
            left, right = axis.span(self.caret, self.caret)
            painter.setPen(QPen(QColor(tokens.ink), 1.5))
            painter.drawRect(QRectF(left, 3, max(right - left - gap, 2.0), base - 3))

    def _paint_tail(
        self, painter: QPainter, x: float, outward: int, size: tuple[float, float], colour: QColor
    ) -> None:
        """What goes on beyond the last year that is known fades."""
        base, tall = size
        room = abs((self.width() - SIDE if outward > 0 else SIDE) - x)
        if room < 1:
            return
        gone = QColor(colour)
        gone.setAlpha(0)
        fading = QLinearGradient(QPointF(x, 0), QPointF(x + outward * room, 0))
        fading.setColorAt(0, colour)
        fading.setColorAt(1, gone)
        painter.fillRect(QRectF(min(x, x + outward * room), base - tall, room, tall), fading)

    def _paint_marks(self, painter: QPainter, axis: YearAxis, base: float) -> None:
        metrics = painter.fontMetrics()
        painter.setPen(QColor(tokens_of(self).muted))
        for year in axis.marks(metrics.horizontalAdvance("0000") * 1.6):
            left, right = axis.span(year, year)
            words = str(year)
            room = metrics.horizontalAdvance(words)
            x = min(max((left + right - room) / 2, 2.0), self.width() - room - 2.0)
            painter.drawText(QPointF(x, base + metrics.ascent() + 3), words)

    def _go(self, year: int, event: QKeyEvent) -> None:
        year = min(max(year, min(self.counts)), max(self.counts))
        before, self.caret = self.caret, year
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._anchor = (before if before is not None else year) if self._anchor is None else self._anchor
            self.choose(self._anchor, year)
        else:
            self._anchor = None
        self.update()
        left, right = self.axis.span(year, year)
        QToolTip.showText(self.mapToGlobal(QPoint(round((left + right) / 2), 0)), self.words_of(year), self)
        self.caret_moved.emit(year)

    def _show_grip(self, x: float) -> None:
        edges = [self.axis.start(self.chosen[0]), self.axis.start(self.chosen[1] + 1)] if self.chosen else []
        at_edge = any(abs(x - edge) <= EDGE for edge in edges)
        self.setCursor(Qt.CursorShape.SizeHorCursor if at_edge else Qt.CursorShape.ArrowCursor)

    @property
    def _zoom(self) -> float:
        return max(self.fontInfo().pixelSize() / BODY, 1.0)

    def _small(self) -> QFontMetrics:
        font = QFont(self.font())
        font.setPixelSize(max(round(self.fontInfo().pixelSize() * SMALL / BODY), 1))
        return QFontMetrics(font)
