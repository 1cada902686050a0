"""The world as a map shows it: land, borders, and a position for every country."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from casebook.domain.map_plane import x_of, y_of

Line = tuple[tuple[float, float], ...]
"""Points of the map, one after the other."""


SLACK = 0.001
"""Units of the map by which a place may lie outside the drawn outlines of its country: a harbour, a small island."""


@attrs.frozen
class Position:
    """Decimal degrees, WGS 84."""

    latitude: float
    longitude: float


@attrs.frozen
class Box:
    """A part of the map, or of the Earth, between two corners."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        """Whether the point is in it."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@attrs.frozen(kw_only=True, eq=False)
class World:
    """Lines are in units of the map (`map_plane`); countries go by their code in ISO 3166-1 alpha-2."""

    lands: Mapping[str, tuple[Line, ...]]
    """The outlines of each country that is large enough to have some; areas of none under the empty one."""
    boxes: Mapping[str, tuple[Box, ...]]
    """What each outline of a country lies within, and a little more; for the smallest a box round its position."""
    borders: tuple[Line, ...]
    """Where two countries meet, each once."""
    unsettled: tuple[Line, ...]
    """Borders that are contested; drawn otherwise."""
    positions: Mapping[str, Position]
    """A point within each country, also of the smallest."""

    def may_hold(self, country: str, x: float, y: float) -> bool:
        """Whether a point of the map lies within what the country's outlines span, or nearly so."""
        return any(box.holds(x, y) for box in self.boxes.get(country, ()))


def world_of(data: Mapping[str, Any]) -> World:
    """The world from the map file: shared lines ("arcs") in steps of 1/`grid` degrees, and who is made of which.

    Lands are lists of outlines of lists of rings of numbers of arcs; -1 is the first arc backwards, as in TopoJSON.
    """
    arcs = [_line(arc, data["grid"]) for arc in data["arcs"]]
    rings = {code: list(_rings(outlines)) for code, outlines in data["lands"].items()}
    rings[""] = list(_rings(data["others"]))
    lands = {code: tuple(_joined(arcs, ring) for ring in own) for code, own in rings.items()}
    used: dict[int, int] = {}
    for own in rings.values():
        for ring in own:
            for arc in ring:
                used[max(arc, ~arc)] = used.get(max(arc, ~arc), 0) + 1
    unsettled = set(data["unsettled"])
    positions = {code: Position(*where) for code, where in data["positions"].items()}
    shared = sorted(arc for arc, times in used.items() if times > 1)
    return World(
        lands=lands,
        boxes={code: _boxes(lands.get(code, ()), position) for code, position in positions.items()},
        borders=tuple(arcs[arc] for arc in shared if arc not in unsettled),
        unsettled=tuple(arcs[arc] for arc in shared if arc in unsettled),
        positions=positions,
    )


def _line(steps: Sequence[int], grid: int) -> Line:
    points, x, y = [], 0, 0
    for across, up in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + across, y + up
        points.append((x_of(x / grid), y_of(y / grid)))
    return tuple(points)


def _rings(outlines: Sequence[Any]) -> Iterator[Sequence[int]]:
    for outline in outlines:
        yield from outline


def _joined(arcs: Sequence[Line], ring: Sequence[int]) -> Line:
    points: list[tuple[float, float]] = []
    for arc in ring:
        line = arcs[arc] if arc >= 0 else arcs[~arc][::-1]
        points.extend(line[1:] if points else line)
    return tuple(points)


def _boxes(outlines: tuple[Line, ...], position: Position) -> tuple[Box, ...]:
    here = (x_of(position.longitude), y_of(position.latitude))
    return tuple(_box(line) for line in outlines or ((here,),))


def _box(line: Line) -> Box:
    across, down = [x for x, _y in line], [y for _x, y in line]
    return Box(min(across) - SLACK, min(down) - SLACK, max(across) + SLACK, max(down) + SLACK)
