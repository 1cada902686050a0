"""Land and borders, drawn once for a part of the world and shown until another is wanted."""

from collections.abc import Iterable

import attrs
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from casebook.domain.world import Line, World
from casebook.ui.library.map_window import MapWindow
from casebook.ui.theme import Tokens, between

BEYOND = 0.25
"""How much more than the window is drawn on each side, so that it can be moved without drawing anew."""
FAR = 1600.0
"""Pixels the world may be wide for its lines to be drawn with fewer points."""

Drawing = tuple[QRectF, QPolygonF]


@attrs.frozen
class LandLook:
    """How the land is drawn; `ratio` is how many pixels of the screen are one of the window's."""

    tokens: Tokens
    ratio: float

    @property
    def sea(self) -> QColor:
        """Behind everything."""
        return between(self.tokens.surface, self.tokens.notice[0], 0.4)

    @property
    def land(self) -> QColor:
        """Within the outlines."""
        return between(self.tokens.neutral[0], self.tokens.ink, 0.02)

    @property
    def border(self) -> QColor:
        """Between countries."""
        return QColor(self.tokens.surface)


class MapLand:
    """Keeps the last picture."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._made: dict[bool, tuple[list[Drawing], ...]] = {}
        self._picture = QPixmap()
        self._drawn: tuple[float, float, float, LandLook] | None = None
        self._wide = MapWindow(1, 1)

    def paint(self, painter: QPainter, window: MapWindow, look: LandLook, *, sharp: bool) -> None:
        """Paint what is in view; unless `sharp`, the last picture may be stretched to fit, which is quick."""
        spare_x, spare_y = BEYOND * window.width, BEYOND * window.height
        across, down = self._offset(window)
        drawn = self._drawn == (window.scale, window.width, window.height, look)
        if not drawn and not sharp and self._drawn and self._drawn[3] == look:
            left, top = window.at(*self._wide.point(0, 0))
            if window.scale > window.width:
                left += round(window.x - self._wide.x) * window.scale
            size = QSizeF(self._wide.width, self._wide.height) * (window.scale / self._wide.scale)
            painter.fillRect(QRectF(0, 0, window.width, window.height), look.sea)
            painter.drawPixmap(QRectF(QPointF(left, top), size), self._picture, QRectF(self._picture.rect()))
            return
        if not drawn or abs(across) > spare_x or abs(down) > spare_y:
            self._draw(window, look)
            across, down = 0.0, 0.0
        painter.drawPixmap(QPointF(across - spare_x, down - spare_y), self._picture)

    def _offset(self, window: MapWindow) -> tuple[float, float]:
        """How far the middle of the picture is from that of the window, in pixels; the shorter way round the Earth."""
        across = self._wide.x - window.x
        across -= round(across) if window.scale > window.width else 0
        return round(across * window.scale), round((self._wide.y - window.y) * window.scale)

    def _draw(self, window: MapWindow, look: LandLook) -> None:
        size = QSizeF(window.width, window.height) * (1 + 2 * BEYOND)
        self._wide = wide = MapWindow(size.width(), size.height(), window.x, window.y, window.scale)
        self._drawn = (window.scale, window.width, window.height, look)
        self._picture = QPixmap((size * look.ratio).toSize())
        self._picture.setDevicePixelRatio(look.ratio)
        self._picture.fill(look.sea)
        painter = QPainter(self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for turn in (-1, 0, 1) if window.scale > window.width else (0,):
            self._draw_world(painter, wide, turn, look)
        painter.end()

    def _draw_world(self, painter: QPainter, window: MapWindow, turn: int, look: LandLook) -> None:
        painter.save()
        painter.translate(*window.at(turn, 0))
        painter.scale(window.scale, window.scale)
        box = window.box
        view = QRectF(QPointF(box.left - turn, box.top), QPointF(box.right - turn, box.bottom))
        outlines, settled, unsettled = self._drawings(near=window.scale > FAR)
        painter.fillPath(_path(outlines, view), look.land)
        for lines, style in ((settled, Qt.PenStyle.SolidLine), (unsettled, Qt.PenStyle.DotLine)):
            # Qt strokes lines of one pixel fifty times as fast as wider ones.
            pen = QPen(look.border, 1.0, style)
            pen.setCosmetic(True)
            painter.strokePath(_path(lines, view), pen)
        painter.restore()

    def _drawings(self, *, near: bool) -> tuple[list[Drawing], ...]:
        """Outlines, borders and contested borders, as Qt draws them; made when they are first wanted."""
        if near not in self._made:
            world = self._world
            outlines = [line for own in world.lands.values() for line in own]
            self._made[near] = tuple(
                [_drawing(line if near else _coarse(line)) for line in lines]
                for lines in (outlines, world.borders, world.unsettled)
            )
        return self._made[near]


def _drawing(line: Line) -> Drawing:
    """A line as Qt draws it, with what it spans."""
    polygon = QPolygonF([QPointF(x, y) for x, y in line])
    # A level line has no height, and a rectangle without one meets nothing.
    return polygon.boundingRect().adjusted(-1e-9, -1e-9, 1e-9, 1e-9), polygon


def _coarse(line: Line) -> Line:
    """The points that can be told apart when the world is FAR."""
    kept = [line[0]]
    for x, y in line[1:-1]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= 1.5 / FAR:
            kept.append((x, y))
    return (*kept, line[-1])


def _path(drawings: Iterable[Drawing], view: QRectF) -> QPainterPath:
    """Those lines that are in view, as one path: neighbours drawn together leave no seam."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for bounds, polygon in drawings:
        if bounds.intersects(view):
            path.addPolygon(polygon)
    return path
