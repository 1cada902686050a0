"""Shapes drawn on a map, and what lies within them."""

import math
from collections.abc import Iterable
from functools import cached_property

import attrs

from casebook.domain.world import Box

BANDS = 64
"""Level strips a shape is cut into, so that a point is compared with the few edges beside it only."""

Corner = tuple[float, float]
Edge = tuple[float, float, float, float]


@attrs.frozen
class Shape:
    """A closed line in units of the map; where it crosses itself, all that it goes round is within.

    It may reach beyond the sides of the map: 0.95 to 1.05 goes across the 180th meridian.
    """

    corners: tuple[Corner, ...]

    @cached_property
    def box(self) -> Box:
        """What it spans."""
        across, down = [x for x, _y in self.corners], [y for _x, y in self.corners]
        return Box(min(across), min(down), max(across), max(down))

    def verdict(self, box: Box) -> bool | None:
        """Whether all of a box of the map lies within, or nothing of it; None when that takes a closer look."""
        own = self.box
        if box.bottom < own.top or box.top > own.bottom:
            return False
        first, last = math.ceil(own.left - box.right), math.floor(own.right - box.left)
        if first > last:
            return False
        if first < last or self._crosses(Box(box.left + first, box.top, box.right + first, box.bottom)):
            return None
        return self.holds(box.left, box.top)

    def _crosses(self, box: Box) -> bool:
        """Whether an edge may pass through the box."""
        if box.top < self.box.top or box.bottom > self.box.bottom:
            return True
        for band in range(self._band(box.top), self._band(box.bottom) + 1):
            for x1, y1, x2, y2 in self._bands[band]:
                beside = max(x1, x2) < box.left or min(x1, x2) > box.right
                if not beside and max(y1, y2) >= box.top and min(y1, y2) <= box.bottom:
                    return True
        return False

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies within, however often one goes round the Earth."""
        own = self.box
        if not own.top <= y <= own.bottom:
            return False
        turns = range(math.ceil(own.left - x), math.floor(own.right - x) + 1)
        return any(self._winds_round(x + turn, y) for turn in turns)

    def _winds_round(self, x: float, y: float) -> bool:
        winding = 0
        for x1, y1, x2, y2 in self._bands[self._band(y)]:
            if (y1 <= y) != (y2 <= y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
                winding += 1 if y2 > y1 else -1
        return winding != 0

    def _band(self, y: float) -> int:
        high = self.box.bottom - self.box.top
        return min(int((y - self.box.top) / high * BANDS), BANDS - 1) if high > 0 else 0

    @cached_property
    def _bands(self) -> list[list[Edge]]:
        bands: list[list[Edge]] = [[] for _ in range(BANDS)]
        for (x1, y1), (x2, y2) in zip(self.corners, (*self.corners[1:], self.corners[0]), strict=True):
            for band in range(self._band(min(y1, y2)), self._band(max(y1, y2)) + 1):
                bands[band].append((x1, y1, x2, y2))
        return bands


def rectangle(one: Corner, other: Corner) -> Shape:
    """The shape between two opposite corners."""
    (x1, y1), (x2, y2) = one, other
    return Shape(((x1, y1), (x2, y1), (x2, y2), (x1, y2)))


def extent(points: Iterable[Corner]) -> Box | None:
    """The smallest box round some points of the map, across the 180th meridian where that is shorter; None of none.

    Its right side is beyond 1 when it goes across.
    """
    places = list(points)
    if not places:
        return None
    across = sorted({x % 1.0 for x, _y in places})
    gaps = [after - before for before, after in zip(across, (*across[1:], across[0] + 1), strict=True)]
    widest = max(range(len(gaps)), key=gaps.__getitem__)
    left, right = across[(widest + 1) % len(across)], across[widest]
    down = [y for _x, y in places]
    return Box(left, min(down), right if right >= left else right + 1, max(down))
