"""Signs that can be told apart without colour: one for each kind of thing."""

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from casebook.ui.theme import BODY, tokens_of

Draw = Callable[[QPainter, QPointF, float], None]


def _polygon(corners: int, turned: float = 0.0, inner: float = 1.0) -> Draw:
    """A regular polygon, a corner on top; with `inner` below 1 a star of as many points."""
    steps = corners * (2 if inner < 1 else 1)

    def draw(painter: QPainter, at: QPointF, radius: float) -> None:
        points = []
        for step in range(steps):
            angle = 2 * math.pi * step / steps - math.pi / 2 + turned
            reach = radius * (inner if inner < 1 and step % 2 else 1)
            points.append(QPointF(at.x() + reach * math.cos(angle), at.y() + reach * math.sin(angle)))
        painter.drawPolygon(QPolygonF(points))

    return draw


def _circle(painter: QPainter, at: QPointF, radius: float) -> None:
    painter.drawEllipse(at, radius * 0.9, radius * 0.9)


def _bar(painter: QPainter, at: QPointF, radius: float) -> None:
    painter.drawRect(
        round(at.x() - radius * 0.4), round(at.y() - radius), round(radius * 0.8), round(2 * radius)
    )


def _lying(painter: QPainter, at: QPointF, radius: float) -> None:
    painter.drawRect(
        round(at.x() - radius), round(at.y() - radius * 0.4), round(2 * radius), round(radius * 0.8)
    )


def _plus(painter: QPainter, at: QPointF, radius: float) -> None:
    thick = radius * 0.35
    points = [
        (-1, 0),
        (0, 0),
        (0, -1),
        (0, -1),
        (0, 0),
        (1, 0),
        (1, 0),
        (0, 0),
        (0, 1),
        (0, 1),
        (0, 0),
        (-1, 0),
    ]
    signs = [
        (-1, -1),
        (-1, -1),
        (-1, -1),
        (1, -1),
        (1, -1),
        (1, -1),
        (1, 1),
        (1, 1),
        (1, 1),
        (-1, 1),
        (-1, 1),
        (-1, 1),
    ]
    shape = [
        QPointF(at.x() + (x * radius if x else sx * thick), at.y() + (y * radius if y else sy * thick))
        for (x, y), (sx, sy) in zip(points, signs, strict=True)
    ]
    painter.drawPolygon(QPolygonF(shape))


SHAPES: Sequence[Draw] = (
    _circle,
    _polygon(4, math.pi / 4),
    _polygon(4),
    _polygon(3),
    _polygon(3, math.pi),
    _polygon(5, 0.0, 0.45),
    _plus,
    _polygon(6),
    _bar,
    _polygon(3, math.pi / 2),
    _lying,
    _polygon(4, 0.0, 0.4),
    _polygon(3, -math.pi / 2),
    _polygon(8, 0.0, 0.7),
)


def draw_glyph(painter: QPainter, kind: int, at: QPointF, radius: float) -> None:
    """Draw the sign of the so-manieth kind with the painter's pen and brush; from the fifteenth on they come again."""
    SHAPES[kind % len(SHAPES)](painter, at, radius)


class GlyphKey(QWidget):
    """A sign and what it stands for."""

    def __init__(self, kind: int, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self.words = words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(
            metrics.horizontalAdvance(self.words) + round(metrics.height() * 1.6), metrics.height() + 4
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        room = round(self.fontMetrics().height() * 1.1)
        x = self.width() - room / 2 if mirrored else room / 2
        painter.setPen(QPen(QColor(tokens.accent), 1))
        painter.setBrush(QColor(tokens.accent))
        draw_glyph(painter, self._kind, QPointF(x, self.height() / 2), 5 * self.fontInfo().pixelSize() / BODY)
        painter.setPen(QColor(tokens.muted))
        box = self.rect().adjusted(0, 0, -room, 0) if mirrored else self.rect().adjusted(room, 0, 0, 0)
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, self.words)
