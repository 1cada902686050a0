"""Draws lanes of events: the case at the side, its period as a band, each event no sharper than its date is known."""

from collections.abc import Mapping

import attrs
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QLinearGradient, QPainter, QPen

from casebook.domain.lanes import Axis, Lane, Mark, Span
from casebook.ui.compare.glyphs import draw_glyph
from casebook.ui.compare.time_window import TimeWindow
from casebook.ui.theme import BODY, SMALL, Tokens

LANE, HEAD, GUTTER, RADIUS = 78.0, 28.0, 250.0, 5.0
"""Height of a lane, of the scale, width of the side, size of a sign; in pixels at 100 %."""
LEVELS = 3
"""Signs that may stand above one another where events crowd."""
SHARPEST = 7.0
"""A span narrower than this many pixels is drawn as its sign alone."""
FAINT, CLEAR = 40, 120
"""Opacity of the band of a period, and of the span of an event, of 255."""


@attrs.frozen
class Placed:
    """An event where it is drawn."""

    mark: Mark
    at: QPointF
    left: float
    right: float
    span: Span


@attrs.frozen(kw_only=True)
class LanePaint:
    """What holds for all lanes of one drawing; `zoom` is the size of text, 1 at 100 %."""

    tokens: Tokens
    font: QFont
    axis: Axis
    window: TimeWindow
    kinds: Mapping[str, int]
    """Which sign each type of event has."""
    zoom: float
    mirrored: bool
    gutter: float

    def placed(self, lane: Lane, top: float) -> list[Placed]:
        """The events of a lane where they stand; those that crowd stand above one another."""
        found: list[Placed] = []
        ends = [float("-inf")] * LEVELS
        base = top + LANE * self.zoom * 0.74
        reach = 2 * RADIUS * self.zoom + 2
        for mark in lane.marks:
            span = self.axis.shown(mark.span, lane)
            x = self.window.at(min(max(span.middle, self.axis.first), self.axis.last))
            level = next((n for n in range(LEVELS) if x - ends[n] >= reach), LEVELS - 1)
            ends[level] = x
            at = QPointF(self.x(x), base - level * (2 * RADIUS * self.zoom + 1))
            found.append(Placed(mark, at, self.window.at(span.first), self.window.at(span.last + 1), span))
        return found

    def x(self, along: float) -> float:
        """A pixel of the window as one of the drawing."""
        whole = self.gutter + self.window.width
        return whole - self.gutter - along if self.mirrored else self.gutter + along

    def draw_lane(self, painter: QPainter, lane: Lane, top: float, focused: str) -> None:
        """One case; the event with the id `focused` has the keyboard."""
        height = LANE * self.zoom
        painter.setClipping(False)
        self._draw_name(painter, lane, QRectF(0, top, self.gutter, height))
        painter.setPen(QPen(QColor(self.tokens.line), 1))
        whole = self.gutter + self.window.width
        painter.drawLine(QPointF(0, top + height - 0.5), QPointF(whole, top + height - 0.5))
        track = QRectF(0 if self.mirrored else self.gutter, top, self.window.width, height)
        painter.setClipRect(track)
        base = top + height * 0.74
        painter.drawLine(QPointF(track.left(), base), QPointF(track.right(), base))
        if lane.period is not None:
            self._band(painter, self.axis.shown(lane.period, lane), base, RADIUS * self.zoom * 1.7, FAINT)
        placed = self.placed(lane, top)
        for one in placed:
            if one.right - one.left >= SHARPEST:
                self._band(painter, one.span, one.at.y(), RADIUS * self.zoom * 0.9, CLEAR)
        for one in placed:
            self._draw_sign(painter, one, focused=one.mark.record_id == focused)
        self._draw_turning_points(painter, placed, top)
        painter.setClipping(False)

    def draw_scale(self, painter: QPainter, labels: list[tuple[float, str]], height: float) -> None:
        """The marks of the scale and their lines down to `height`."""
        painter.setFont(self._font(SMALL))
        top = HEAD * self.zoom
        track = QRectF(0 if self.mirrored else self.gutter, 0, self.window.width, height)
        for along, words in labels:
            x = self.x(along)
            painter.setPen(QPen(QColor(self.tokens.line), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(x, top - 4), QPointF(x, height))
            painter.setPen(QColor(self.tokens.muted))
            half = painter.fontMetrics().horizontalAdvance(words) / 2
            x = min(max(x, track.left() + half), track.right() - half)
            room = QRectF(x - half - 2, 0, 2 * half + 4, top - 6)
            painter.drawText(room, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, words)

    def _band(self, painter: QPainter, span: Span, y: float, thick: float, opacity: int) -> None:
        """A span; an end that is not known exactly is soft, one that is open fades away."""
        left, right = self.window.at(span.first), self.window.at(span.last + 1)
        left, right = max(left, -200.0), min(right, self.window.width + 200)
        if right <= left:
            return
        strong, gone = QColor(self.tokens.accent), QColor(self.tokens.accent)
        strong.setAlpha(opacity)
        gone.setAlpha(0)
        fade = QLinearGradient(QPointF(self.x(left), y), QPointF(self.x(right), y))
        fade.setColorAt(0, gone if span.open_start or span.soft else strong)
        fade.setColorAt(0.5 if span.open_start else 0.25, strong)
        fade.setColorAt(0.5 if span.open_end else 0.75, strong)
        fade.setColorAt(1, gone if span.open_end or span.soft else strong)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(fade))
        start = min(self.x(left), self.x(right))
        painter.drawRect(QRectF(start, y - thick / 2, right - left, thick))

    def _draw_sign(self, painter: QPainter, one: Placed, *, focused: bool) -> None:
        """Filled where the date is known to the day or from day to day, hollow where it is not."""
        accent, radius = QColor(self.tokens.accent), RADIUS * self.zoom
        known = not one.span.soft
        if one.mark.turning or focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            colour = QColor(self.tokens.ink) if focused else QColor(self.tokens.warning[1])
            painter.setPen(QPen(colour, 2 if focused else 1.5))
            painter.drawEllipse(one.at, radius + 4, radius + 4)
        painter.setPen(QPen(accent, 1.4))
        painter.setBrush(accent if known else QColor(self.tokens.paper))
        draw_glyph(painter, self.kinds.get(one.mark.type, len(self.kinds)), one.at, radius)

    def _draw_turning_points(self, painter: QPainter, placed: list[Placed], top: float) -> None:
        """What happened at the turning points, as far as there is room to the next one."""
        font = self._font(SMALL)
        metrics = QFontMetricsF(font)
        turns = sorted((one for one in placed if one.mark.turning), key=lambda one: one.at.x())
        painter.setFont(font)
        painter.setPen(QColor(self.tokens.ink))
        edge = self.window.width if self.mirrored else self.gutter + self.window.width
        free = float("-inf")
        for place, one in enumerate(turns):
            start = max(one.at.x() - RADIUS * self.zoom, free)
            following = turns[place + 1].at.x() - 6 if place + 1 < len(turns) else edge
            room = max(following, start) - start
            words = metrics.elidedText(one.mark.title, Qt.TextElideMode.ElideRight, room)
            if room > 36 * self.zoom and len(words) > 3:
                y = top + 6 * self.zoom
                painter.drawText(QRectF(start, y, room, metrics.height()), Qt.AlignmentFlag.AlignLeft, words)
                painter.drawLine(
                    QPointF(one.at.x(), y + metrics.height() + 1),
                    QPointF(one.at.x(), one.at.y() - RADIUS * self.zoom - 5),
                )
                free = start + metrics.horizontalAdvance(words) + 8

    def _draw_name(self, painter: QPainter, lane: Lane, box: QRectF) -> None:
        if self.mirrored:
            box.moveLeft(self.window.width)
        box = box.adjusted(16 * self.zoom, 8 * self.zoom, -12 * self.zoom, -6 * self.zoom)
        font = self._font(BODY)
        font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(QColor(self.tokens.ink))
        side = Qt.AlignmentFlag.AlignRight if self.mirrored else Qt.AlignmentFlag.AlignLeft
        title = metrics.elidedText(lane.title, Qt.TextElideMode.ElideRight, box.width() * 1.8)
        lines = int(side | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        upper = QRectF(box.left(), box.top(), box.width(), metrics.height() * 2)
        painter.drawText(upper, lines, title)
        small = self._font(SMALL)
        painter.setFont(small)
        painter.setPen(QColor(self.tokens.muted))
        facts = " · ".join(part for part in (lane.ref_code, lane.years) if part)
        words = QFontMetricsF(small).elidedText(facts, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, side | Qt.AlignmentFlag.AlignBottom, words)

    def _font(self, size: float) -> QFont:
        font = QFont(self.font)
        font.setPixelSize(round(size * self.zoom))
        font.setWeight(QFont.Weight.Normal)
        return font
