"""Names of the countries that are large enough in view, where no disc stands."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QPainter

from casebook.domain.map_plane import x_of, y_of
from casebook.domain.world import Box, World
from casebook.ui.library.map_discs import Disc
from casebook.ui.library.map_window import MapWindow

ROOM = 1.25
"""How much wider than its name a country has to be."""

Label = tuple[str, float, float, float]
"""A name, the pixel of its middle, and half its width."""


class MapNames:
    """Keeps the names of the part of the world last looked at; `country_name` puts a code into words."""

    def __init__(self, world: World, country_name: Callable[[str], str]) -> None:
        self._name = country_name
        self._countries = [
            (code, x_of(where.longitude), y_of(where.latitude), max(world.boxes[code], key=_size))
            for code, where in world.positions.items()
        ]
        self._kept: tuple[object, list[Label]] = (None, [])

    def paint(self, painter: QPainter, window: MapWindow, discs: Sequence[Disc]) -> None:
        """Write the names with the painter's font and pen; one that a disc stands on is written below it, or not at all."""
        metrics = painter.fontMetrics()
        high = metrics.height()
        for name, x, y, half in self._labels(window, QFontMetricsF(painter.font())):
            under = _hit(discs, (x, y, half, high))
            if under is not None:
                y = under.y + under.radius + 5 + high / 2
                if _hit(discs, (x, y, half, high)) is not None:
                    continue
            painter.drawText(QPointF(x - half, y + metrics.ascent() / 2 - 1), name)

    def _labels(self, window: MapWindow, metrics: QFontMetricsF) -> list[Label]:
        known = (window, metrics.height())
        if self._kept[0] != known:
            self._kept = known, list(self._in_view(window, metrics))
        return self._kept[1]

    def _in_view(self, window: MapWindow, metrics: QFontMetricsF) -> list[Label]:
        found = []
        narrowest, lowest = 4 * metrics.height() / window.scale, 2 * metrics.height() / window.scale
        for code, x, y, box in self._countries:
            if box.right - box.left < narrowest or box.bottom - box.top < lowest:
                continue
            name = self._name(code)
            wide = metrics.horizontalAdvance(name)
            if wide * ROOM > (box.right - box.left) * window.scale:
                continue
            for turn in window.turns():
                across, down = window.at(x + turn, y)
                if wide <= 2 * min(across, window.width - across) and 0 < down < window.height:
                    found.append((name, across, down, wide / 2))
        return found


def _hit(discs: Sequence[Disc], label: tuple[float, float, float, float]) -> Disc | None:
    """The disc that stands on a label: its middle, half its width, and its height."""
    x, y, half, high = label
    for disc in discs:
        if abs(disc.y - y) < disc.radius + high / 2 and abs(disc.x - x) < disc.radius + half + 2:
            return disc
    return None


def _size(box: Box) -> float:
    return (box.right - box.left) * (box.bottom - box.top)
