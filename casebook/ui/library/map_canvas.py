"""The map under mouse and keys: moved, zoomed, asked and drawn on."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from casebook.domain.map_clusters import Cluster
from casebook.domain.map_shapes import Shape
from casebook.domain.world import World
from casebook.ui.library.map_discs import Disc
from casebook.ui.library.map_view import MapView

STILL = 5
"""Pixels the mouse may move and still click."""
STROKE = 3
"""Least pixels between two corners of what is drawn."""
STEP, NEARER = 64, 2**0.5
"""Pixels an arrow key moves, and how much nearer + comes."""
ARROWS = {
    Qt.Key.Key_Left: (-STEP, 0),
    Qt.Key.Key_Right: (STEP, 0),
    Qt.Key.Key_Up: (0, -STEP),
    Qt.Key.Key_Down: (0, STEP),
}
ZOOMS = {
    Qt.Key.Key_Plus: NEARER,
    Qt.Key.Key_Equal: NEARER,
    Qt.Key.Key_Minus: 1 / NEARER,
    Qt.Key.Key_Underscore: 1 / NEARER,
}
LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


class MapCanvas(MapView):
    """Says which cluster was clicked, opened or asked about, and what was drawn, in units of the map."""

    clicked = Signal(object)
    opened = Signal(object)
    menu_wanted = Signal(object, QPoint)
    stepped_to = Signal(object)
    """A cluster was reached by keyboard."""
    shape_drawn = Signal(object)
    escaped = Signal()

    def __init__(
        self,
        world: Callable[[], World],
        country_name: Callable[[str], str],
        words: Callable[[Cluster], str],
        parent: QWidget | None = None,
    ) -> None:
        """`words` says what a disc stands for."""
        super().__init__(world, country_name, parent)
        self._words = words
        self._pressed: QPointF | None = None
        self._dragged = False
        self._drawing = False
        self.setObjectName("map")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def set_drawing(self, drawing: bool) -> None:
        """Whether dragging draws, without Shift."""
        self._drawing = drawing
        self._point(None)

    def disc_at(self, place: QPointF) -> Disc | None:
        """The disc at a pixel."""
        return next((disc for disc in self.discs if disc.holds(place.x(), place.y())), None)

    def place_of(self, cluster: Cluster) -> QPoint:
        """Where a cluster stands on the screen; the middle of the map when it is out of view."""
        disc = next((disc for disc in self.discs if disc.cluster is cluster), None)
        at = QPointF(disc.x, disc.y) if disc else QPointF(self.rect().center())
        return self.mapToGlobal(at.toPoint())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != LEFT:
            return
        self._pressed, self._dragged = event.position(), False
        if self._drawing or event.modifiers() & SHIFT:
            self.stroke = [event.position()]
            self.setCursor(Qt.CursorShape.CrossCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._pressed is None or not event.buttons() & LEFT:
            self._point(self.disc_at(at))
            return
        if self.stroke:
            if (at - self.stroke[-1]).manhattanLength() >= STROKE:
                self.stroke.append(at)
                self.update()
            return
        if not self._dragged and (at - self._pressed).manhattanLength() <= STILL:
            return
        self._dragged = True
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.look(self.looking.moved(self._pressed.x() - at.x(), self._pressed.y() - at.y()))
        self._pressed = at

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != LEFT or self._pressed is None:
            return
        stroke, self.stroke, self._pressed = self.stroke, [], None
        disc = self.disc_at(event.position())
        self._point(disc)
        self.update()
        if len(stroke) > 2:
            self.shape_drawn.emit(Shape(tuple(self.looking.point(at.x(), at.y()) for at in stroke)))
        elif disc is not None and not self._dragged:
            self.current = disc.cluster
            self.clicked.emit(disc.cluster)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        disc = self.disc_at(event.position())
        if event.button() != LEFT or self._drawing:
            return
        if disc is not None:
            self.opened.emit(disc.cluster)
        else:
            self.zoom(NEARER, event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom(2 ** (event.angleDelta().y() / 240), event.position())
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        disc = self.disc_at(QPointF(event.pos())) if by_mouse else None
        cluster = disc.cluster if disc else None if by_mouse else self.current
        if cluster is not None:
            self.menu_wanted.emit(cluster, event.globalPos() if by_mouse else self.place_of(cluster))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ARROWS:
            self.look(self.looking.moved(*ARROWS[key]))
        elif key in ZOOMS:
            self.zoom(ZOOMS[key])
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Home):
            self.fit()
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._step(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.current is not None:
            with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self.opened if with_control else self.clicked).emit(self.current)
        elif key == Qt.Key.Key_Escape and self.stroke:
            self.stroke, self._pressed = [], None
            self.update()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            disc = self.disc_at(QPointF(event.pos()))
            if disc is None:
                QToolTip.hideText()
            else:
                self._tell(disc.cluster, event.globalPos())
            return True
        return super().event(event)

    def _step(self, by: int) -> None:
        """Go to the next disc in view, those of many cases first."""
        clusters = [disc.cluster for disc in sorted(self.discs, key=lambda disc: (-disc.count, disc.x))]
        clusters = list(dict.fromkeys(clusters))
        if not clusters:
            return
        if self.current in clusters:
            at = (clusters.index(self.current) + by) % len(clusters)
        else:
            at = 0 if by > 0 else -1
        self.current = clusters[at]
        self.update()
        self._tell(clusters[at], self.place_of(clusters[at]))
        self.stepped_to.emit(self.current)

    def _tell(self, cluster: Cluster, at: QPoint) -> None:
        """Show what a disc stands for. Titles are other people's text: as they stand, never as markup."""
        lines = escape(self._words(cluster)).replace("\n", "<br>")
        QToolTip.showText(at, f"<qt>{lines}</qt>", self)

    def _point(self, disc: Disc | None) -> None:
        shape = Qt.CursorShape.CrossCursor if self._drawing else Qt.CursorShape.ArrowCursor
        self.setCursor(Qt.CursorShape.PointingHandCursor if disc and not self._drawing else shape)
