"""A small chart of one indicator: a line for each case, from baseline to what was measured and aimed at."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from casebook.domain.panels import ROLE_WORDS, Panel, Point, Role, Series
from casebook.domain.wording import Wording, number_words
from casebook.ui.theme import BODY, SMALL, Tokens, tokens_of

PAD, LINE, RADIUS = 14.0, 46.0, 5.0
"""Space around, height of a case's line and size of a point, in pixels at 100 %."""
NARROWEST = 340
"""Pixels a panel is wide at least, at 100 %."""


class IndicatorPanel(QWidget):
    """Emits `opened(case id, record id)` for the line that was pressed, or chosen by keyboard."""

    opened = Signal(str, str)

    def __init__(self, panel: Panel, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel = panel
        self._wording = wording
        self._row = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(panel.sentence(wording))
        self.setObjectName("indicator-panel")

    def sizeHint(self) -> QSize:
        zoom = self._zoom
        return QSize(
            round(NARROWEST * zoom), round(self._head() + LINE * zoom * len(self.panel.series) + PAD * zoom)
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(
            QPen(QColor(tokens.accent if self.hasFocus() else tokens.line), 2 if self.hasFocus() else 1)
        )
        painter.setBrush(QColor(tokens.field))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        self._draw_head(painter, tokens)
        for row, series in enumerate(self.panel.series):
            self._draw_line(
                painter, tokens, self._line_box(row), series, chosen=self.hasFocus() and row == self._row
            )

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._told_at(event.pos()), self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self.panel.series) - 1
        if event.key() == Qt.Key.Key_Down and self._row < last:
            self._row += 1
        elif event.key() == Qt.Key.Key_Up and self._row > 0:
            self._row -= 1
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self._row)
        else:
            super().keyPressEvent(event)
            return
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().toPoint())
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self._row = row
            self.update()
            self._open(row)

    def _open(self, row: int) -> None:
        series = self.panel.series[row]
        self.opened.emit(series.case_id, series.record_id)

    def _draw_head(self, painter: QPainter, tokens: Tokens) -> None:
        pad = PAD * self._zoom
        box = QRectF(pad, pad * 0.8, self.width() - 2 * pad, self._head())
        title = self._font(BODY, bold=True)
        metrics = QFontMetricsF(title)
        painter.setFont(title)
        painter.setPen(QColor(tokens.ink))
        name = metrics.elidedText(self.panel.name, Qt.TextElideMode.ElideRight, box.width() * 1.85)
        side = Qt.AlignmentFlag.AlignRight if self._mirrored else Qt.AlignmentFlag.AlignLeft
        flags = int(side | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        painter.drawText(box, flags, name)
        used = min(metrics.boundingRect(box, flags, name).height(), 2 * metrics.height())
        small = self._font(SMALL)
        painter.setFont(small)
        under = box.adjusted(0, used + 2, 0, 0)
        differ = self.panel.other_units
        words = self.panel.unit
        if differ:
            words = self.tr("{} – units differ: elsewhere {}").format(words, ", ".join(differ))
        painter.setPen(QColor(tokens.warning[1] if differ else tokens.muted))
        shown = QFontMetricsF(small).elidedText(words, Qt.TextElideMode.ElideRight, under.width())
        painter.drawText(under, side | Qt.AlignmentFlag.AlignTop, shown)

    def _draw_line(
        self, painter: QPainter, tokens: Tokens, box: QRectF, series: Series, *, chosen: bool
    ) -> None:
        if chosen:
            painter.fillRect(box, QColor(tokens.selection))
        pad, zoom = PAD * self._zoom, self._zoom
        inner = box.adjusted(pad, 0, -pad, 0)
        small = self._font(SMALL)
        metrics = QFontMetricsF(small)
        painter.setFont(small)
        near, far = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if self._mirrored:
            near, far = far, near
        change = self._change(series)
        painter.setPen(QColor(tokens.ink))
        painter.drawText(inner, far | Qt.AlignmentFlag.AlignTop, change)
        painter.setPen(QColor(tokens.muted))
        room = inner.width() - metrics.horizontalAdvance(change) - 10
        name = metrics.elidedText(series.case_title, Qt.TextElideMode.ElideRight, max(room, 0))
        painter.drawText(inner, near | Qt.AlignmentFlag.AlignTop, name)
        y = box.top() + metrics.height() + 10 * zoom
        painter.setPen(QPen(QColor(tokens.line), 2))
        painter.drawLine(QPointF(inner.left(), y), QPointF(inner.right(), y))
        places = [(point, self._x(point.number, inner)) for point in series.points]
        reached = [x for point, x in places if point.role is not Role.TARGET]
        if len(reached) > 1:
            painter.setPen(QPen(QColor(tokens.accent), 3))
            painter.drawLine(QPointF(reached[0], y), QPointF(reached[-1], y))
        for point, x in places:
            self._draw_point(painter, tokens, QPointF(x, y), point.role)

    def _draw_point(self, painter: QPainter, tokens: Tokens, at: QPointF, role: Role) -> None:
        radius, accent = RADIUS * self._zoom, QColor(tokens.accent)
        painter.setPen(QPen(accent, 2))
        if role is Role.TARGET:
            painter.setPen(QPen(QColor(tokens.ink), 2))
            painter.drawLine(at - QPointF(0, radius + 2), at + QPointF(0, radius + 2))
        elif role is Role.BASELINE:
            painter.setBrush(QColor(tokens.field))
            painter.drawEllipse(at, radius, radius)
        else:
            painter.setBrush(accent)
            size = radius if role is Role.LAST else radius * 0.5
            painter.drawEllipse(at, size, size)

    def _change(self, series: Series) -> str:
        """ "0 → 3,500 · target 4,000"."""
        of = {role: [point for point in series.points if point.role is role] for role in Role}
        first, last = of[Role.BASELINE] or of[Role.EARLIER][:1], of[Role.LAST]
        ends = [number_words(points[-1].number) for points in (first, last) if points]
        # Numbers run from the right too where the language does: the arrow has to point along.
        said = [(" ← " if self._mirrored else " → ").join(ends)] if ends else []
        if of[Role.TARGET]:
            said.append(self.tr("target {}").format(number_words(of[Role.TARGET][0].number)))
        return " · ".join(said)

    def _told_at(self, at: QPoint) -> str:
        """The point under the mouse in words; else all of its line."""
        row = self._row_at(at)
        if row is None:
            return self.panel.name
        series = self.panel.series[row]
        inner = self._line_box(row).adjusted(PAD * self._zoom, 0, -PAD * self._zoom, 0)
        reach = RADIUS * self._zoom + 3
        near = [point for point in series.points if abs(self._x(point.number, inner) - at.x()) <= reach]
        told = [series.case_title, *map(self._words_of, near or series.points)]
        return "\n".join(told)

    def _words_of(self, point: Point) -> str:
        words = f"{self._wording.translate(ROLE_WORDS[point.role])}: {point.words(self.panel.unit)}"
        return f"{words} – {point.note}" if point.note else words

    def _row_at(self, at: QPoint) -> int | None:
        rows = range(len(self.panel.series))
        return next((row for row in rows if self._line_box(row).contains(QPointF(at))), None)

    def _line_box(self, row: int) -> QRectF:
        height = LINE * self._zoom
        return QRectF(2, self._head() + row * height, self.width() - 4, height)

    def _x(self, number: float, box: QRectF) -> float:
        reach = RADIUS * self._zoom
        share = self.panel.place(number)
        share = 1 - share if self._mirrored else share
        return box.left() + reach + share * (box.width() - 2 * reach)

    def _head(self) -> float:
        zoom = self._zoom
        title, small = QFontMetricsF(self._font(BODY, bold=True)), QFontMetricsF(self._font(SMALL))
        return PAD * zoom * 1.4 + 2 * title.height() + small.height()

    def _font(self, size: float, *, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(round(size * self._zoom))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    @property
    def _zoom(self) -> float:
        return max(self.fontInfo().pixelSize() / BODY, 1.0)

    @property
    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft
