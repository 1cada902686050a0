"""A circle that is empty, half full or full: how far a part of a case has come."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from casebook.ui.theme import tokens_of

STROKE = 1.6
"""Width of the circle's line in pixels."""


def paint_dot(painter: QPainter, rect: QRectF, percent: int, colours: tuple[QColor, QColor]) -> None:
    """Draw the circle for 0 to 100 per cent in the middle of `rect`; `colours` are started and not started."""
    side = min(rect.width(), rect.height()) - STROKE
    circle = QRectF(0, 0, side, side)
    circle.moveCenter(QPointF(rect.center()))
    colour = colours[0] if percent > 0 else colours[1]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, STROKE))
    painter.setBrush(colour if percent >= 100 else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(circle)
    if 0 < percent < 100:
        painter.setBrush(colour)
        painter.drawPie(circle, 90 * 16, 180 * 16)
    painter.restore()


class CompletenessDot(QWidget):
    """The circle as a widget of the text's size."""

    def __init__(self, percent: int = 0, parent: QWidget | None = None) -> None:
        """`percent` is 0 to 100."""
        super().__init__(parent)
        self._percent = percent
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_percent(percent)

    @property
    def percent(self) -> int:
        """How far, 0 to 100."""
        return self._percent

    def set_percent(self, percent: int) -> None:
        """Show another share."""
        self._percent = max(0, min(100, percent))
        self.setAccessibleName(self.tr("%n per cent complete", "", self._percent))
        self.update()

    def sizeHint(self) -> QSize:
        side = round(self.fontMetrics().height() * 0.62)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        colours = QColor(tokens.accent), QColor(tokens.muted)
        paint_dot(QPainter(self), QRectF(self.rect()), self._percent, colours)
