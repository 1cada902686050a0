"""The timelines on screen: zoomed and moved by mouse and keyboard, every event told in words."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from casebook.domain.lanes import Axis, Lane, Mark
from casebook.ui.compare.copying import LARGEST
from casebook.ui.compare.lane_paint import GUTTER, HEAD, LANE, RADIUS, LanePaint, Placed
from casebook.ui.compare.lane_walk import Place, beside, stepped
from casebook.ui.compare.time_labels import time_labels
from casebook.ui.compare.time_window import TimeWindow
from casebook.ui.theme import BODY, tokens_of

CLOSER = 1.4
"""How much closer one step of zooming goes."""
NUDGE = 80
"""Pixels that one key moves the axis."""


class TimelinesCanvas(QAbstractScrollArea):
    """Emits `told(words)` of the event under the keyboard, `opened(case id, record id)` on Enter or double click."""

    told = Signal(str)
    opened = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timelines")
        self.setProperty("pane", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Timelines"))
        self._lanes: tuple[Lane, ...] = ()
        self._axis: Axis | None = None
        self._kinds: Mapping[str, int] = {}
        self.window_: TimeWindow | None = None
        self._current: tuple[int, int] | None = None
        self._grip: QPoint | None = None

    def show_lanes(self, lanes: Sequence[Lane], axis: Axis | None, kinds: Mapping[str, int]) -> None:
        """Show other lanes, all of the axis in view."""
        self._lanes, self._axis, self._kinds = tuple(lanes), axis, kinds
        self._current = None
        self.fit()

    @property
    def current(self) -> Mark | None:
        """The event under the keyboard."""
        if self._current is None:
            return None
        lane, at = self._current
        return self._lanes[lane].marks[at]

    def fit(self) -> None:
        """Bring all of the axis into view."""
        self.window_ = None
        if self._axis is not None:
            self.window_ = TimeWindow.whole(self._axis.first, self._axis.last, self._track())
        self._measure()

    def zoom(self, factor: float, x: float | None = None) -> None:
        """Go closer or further off; `x` of the track stays where it is, its middle if none is given."""
        if self.window_ is not None:
            self._look_at(self.window_.zoomed(factor, self.window_.width / 2 if x is None else x))

    def move(self, pixels: float) -> None:  # type: ignore[override]
        """Move along the axis."""
        if self.window_ is not None:
            self._look_at(self.window_.moved(pixels))

    def picture(self) -> QImage:
        """All lanes, also those scrolled out of view."""
        width, height = self.viewport().width(), min(round(self._height()), LARGEST)
        ratio = self.devicePixelRatioF()
        made = QImage(round(width * ratio), round(max(height, 1) * ratio), QImage.Format.Format_ARGB32)
        made.setDevicePixelRatio(ratio)
        painter = QPainter(made)
        self._paint(painter, 0, height)
        painter.end()
        return made

    def placed_at(self, point: QPoint) -> tuple[Lane, Placed] | None:
        """The event at a point of the viewport."""
        paint = self._paint_of()
        if paint is None:
            return None
        reach = RADIUS * paint.zoom + 4
        for number, lane in enumerate(self._lanes):
            for one in reversed(paint.placed(lane, self._top(number, paint))):
                if abs(one.at.x() - point.x()) <= reach and abs(one.at.y() - point.y()) <= reach:
                    return lane, one
        return None

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._paint(painter, self.verticalScrollBar().value(), self.viewport().height())

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self.placed_at(event.pos())
            QToolTip.showText(event.globalPos(), found[1].mark.words if found else "", self.viewport())
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.window_ is not None:
            self.window_ = self.window_.resized(self._track())
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.window_ is not None:
            self.window_ = self.window_.resized(self._track())
            self._measure()

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.window_ is not None:
            along = event.position().x() - self._gutter()
            if self._mirrored:
                along = self.window_.width - event.position().x()
            self.zoom(CLOSER ** (steps.y() / 120), along)
        elif steps.x() or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.move(-(steps.x() or steps.y()) * (-1 if self._mirrored else 1))
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self.placed_at(event.position().toPoint())
        if found is None:
            self._grip = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        lane, one = found
        self._go(self._lanes.index(lane), lane.marks.index(one.mark))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            now = event.position().toPoint()
            self.move((self._grip.x() - now.x()) * (-1 if self._mirrored else 1))
            self._grip = now

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._grip = None
        self.viewport().unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self.placed_at(event.position().toPoint())
        if found is not None:
            self.opened.emit(found[0].case_id, found[1].mark.record_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        onward = -1 if self._mirrored else 1
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and key in (
            Qt.Key.Key_Left,
            Qt.Key.Key_Right,
        ):
            self.move(NUDGE * (1 if key == Qt.Key.Key_Right else -1) * onward)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._walk(stepped(self._lanes, self._current, onward if key == Qt.Key.Key_Right else -onward))
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            by = 1 if key == Qt.Key.Key_Down else -1
            self._walk(beside(self._lanes, self._axis, self._current, by))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoom(1 / CLOSER if key == Qt.Key.Key_Minus else CLOSER)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current is not None:
            lane, at = self._current
            self.opened.emit(self._lanes[lane].case_id, self._lanes[lane].marks[at].record_id)
        else:
            super().keyPressEvent(event)

    def _walk(self, place: Place | None) -> None:
        if place is not None:
            self._go(*place)

    def _go(self, lane: int, at: int) -> None:
        self._current = (lane, at)
        mark, axis, paint = self._lanes[lane].marks[at], self._axis, self._paint_of()
        if axis is not None and self.window_ is not None and paint is not None:
            self.window_ = self.window_.showing(axis.shown(mark.span, self._lanes[lane]).middle)
            top, bar = self._top(lane, paint), self.verticalScrollBar()
            low, high = HEAD * paint.zoom, self.viewport().height() - LANE * paint.zoom
            bar.setValue(round(bar.value() + min(top - low, 0) + max(top - max(high, low), 0)))
        words = f"{self._lanes[lane].title}. {mark.words}"
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.told.emit(words)
        self.viewport().update()

    def _look_at(self, window: TimeWindow) -> None:
        self.window_ = window
        self.viewport().update()

    def _paint(self, painter: QPainter, scrolled: float, height: float) -> None:
        tokens, paint = tokens_of(self), self._paint_of()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(0, 0, self.viewport().width(), round(height), QColor(tokens.paper))
        if paint is None:
            return
        focused = self.current.record_id if self.current is not None and self.hasFocus() else ""
        labels = time_labels(paint.window, aligned=paint.axis.aligned)
        paint.draw_scale(painter, labels, height)
        head = HEAD * paint.zoom
        for number, lane in enumerate(self._lanes):
            top = head + number * LANE * paint.zoom - scrolled
            if top + LANE * paint.zoom > head and top < height:
                paint.draw_lane(painter, lane, top, focused)
        if scrolled:
            painter.fillRect(0, 0, self.viewport().width(), round(head), QColor(tokens.paper))
            paint.draw_scale(painter, labels, head)

    def _paint_of(self) -> LanePaint | None:
        if self._axis is None or self.window_ is None:
            return None
        return LanePaint(
            tokens=tokens_of(self),
            font=self.font(),
            axis=self._axis,
            window=self.window_,
            kinds=self._kinds,
            zoom=self._zoom,
            mirrored=self._mirrored,
            gutter=self._gutter(),
        )

    @property
    def _zoom(self) -> float:
        return max(self.fontInfo().pixelSize() / BODY, 1.0)

    @property
    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _gutter(self) -> float:
        return min(GUTTER * self._zoom, self.viewport().width() * 0.34)

    def _track(self) -> float:
        return max(self.viewport().width() - self._gutter(), 1.0)

    def _top(self, number: int, paint: LanePaint) -> float:
        return HEAD * paint.zoom + number * LANE * paint.zoom - self.verticalScrollBar().value()

    def _height(self) -> float:
        return (HEAD + LANE * len(self._lanes)) * self._zoom + 1

    def _measure(self) -> None:
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, round(self._height() - self.viewport().height())))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(round(LANE * self._zoom / 3))
        self.viewport().update()

    def mark_point(self, record_id: str) -> QPointF | None:
        """Where an event is drawn."""
        paint = self._paint_of()
        for number, lane in enumerate(self._lanes):
            for one in paint.placed(lane, self._top(number, paint)) if paint is not None else ():
                if one.mark.record_id == record_id:
                    return one.at
        return None
