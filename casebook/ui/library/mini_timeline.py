"""A line with a dot for each dated event, from the first year to the last."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from casebook.ui.library.case_digest import Moment
from casebook.ui.theme import BODY, SMALL, tokens_of

DOT, TURN = 4.0, 6.0
"""Radius in pixels of an event, and of a turning point, which is a ring besides."""


class MiniTimeline(QWidget):
    """Runs from right to left where the language does; each dot tells its event in a tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moments: tuple[Moment, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_moments(self, moments: tuple[Moment, ...]) -> None:
        """Show events in their order."""
        self._moments = moments
        self.setAccessibleName(self.tr("Timeline"))
        self.setAccessibleDescription("; ".join(moment.words for moment in moments))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, round(2 * TURN + 12 + self._small().height()))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            near = [
                moment.words
                for moment, x in zip(self._moments, self._places(), strict=True)
                if abs(x - event.pos().x()) <= TURN + 2
            ]
            QToolTip.showText(event.globalPos(), "\n".join(near), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._moments:
            return
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = TURN + 4
        painter.setPen(QPen(QColor(tokens.line), 2))
        painter.drawLine(QPointF(TURN, height), QPointF(self.width() - TURN, height))
        for moment, x in zip(self._moments, self._places(), strict=True):
            painter.setPen(QPen(QColor(tokens.accent), 2) if moment.turning else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.surface if moment.turning else tokens.accent))
            painter.drawEllipse(QPointF(x, height), *(2 * (TURN if moment.turning else DOT,)))
        self._draw_years(painter)

    def _draw_years(self, painter: QPainter) -> None:
        font = self.font()
        font.setPixelSize(round(self.fontInfo().pixelSize() * SMALL / BODY))
        painter.setFont(font)
        painter.setPen(QColor(tokens_of(self).muted))
        first, last = self._span()
        years = (str(first), str(last)) if last > first else (str(first), "")
        if self._mirrored:
            years = (years[1], years[0])
        for year, side in zip(years, (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight), strict=True):
            painter.drawText(self.rect(), side | Qt.AlignmentFlag.AlignBottom, year)

    @property
    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _span(self) -> tuple[int, int]:
        years = [moment.when.sort_key[0].year for moment in self._moments]
        return min(years), max(years)

    def _places(self) -> list[float]:
        """The x of each event, in pixels."""
        days = [moment.when.sort_key[0].toordinal() for moment in self._moments]
        span = max(max(days) - min(days), 1) if days else 1
        room = self.width() - 2 * TURN - 4
        shares = [(day - min(days)) / span for day in days]
        return [TURN + 2 + room * (1 - share if self._mirrored else share) for share in shares]

    def _small(self) -> QFontMetrics:
        font = self.font()
        font.setPixelSize(max(round(self.fontInfo().pixelSize() * SMALL / BODY), 1))
        return QFontMetrics(font)
