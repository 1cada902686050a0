"""A thin bar that shows a share of a hundred."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from casebook.ui.theme import tokens_of

THICKNESS = 5
"""Pixels."""


def paint_bar(
    painter: QPainter, rect: QRectF, percent: int, colours: tuple[QColor, QColor], *, mirrored: bool = False
) -> None:
    """Draw the bar over `rect`; `colours` are the done and the open part; `mirrored` fills from the right."""
    radius = rect.height() / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours[1])
    painter.drawRoundedRect(rect, radius, radius)
    if percent > 0:
        done = QRectF(rect)
        done.setWidth(max(rect.width() * min(percent, 100) / 100, rect.height()))
        if mirrored:
            done.moveRight(rect.right())
        painter.setBrush(colours[0])
        painter.drawRoundedRect(done, radius, radius)
    painter.restore()


class CompletenessBar(QWidget):
    """The bar as a widget."""

    def __init__(self, percent: int = 0, parent: QWidget | None = None) -> None:
        """`percent` is 0 to 100."""
        super().__init__(parent)
        self._percent = percent
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_percent(percent)

    @property
    def percent(self) -> int:
        """How far, 0 to 100."""
        return self._percent

    def set_percent(self, percent: int) -> None:
        """Show another share."""
        self._percent = max(0, min(100, percent))
        self.setAccessibleName(self.tr("%n per cent complete", "", self._percent))
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, THICKNESS)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, THICKNESS)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        colours = QColor(tokens.accent), QColor(tokens.line)
        paint_bar(QPainter(self), QRectF(self.rect()), self._percent, colours, mirrored=mirrored)
