"""Points of a map gathered into clusters that keep their distance, one level of nearness after the other."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from operator import attrgetter
from typing import Any

import attrs

from casebook.domain.case_points import CasePoint, Exactness
from casebook.domain.map_plane import x_of, y_of
from casebook.domain.map_shapes import Shape
from casebook.domain.world import Box

Seed = tuple[float, float, int, Any]
"""Where the first of a group stands, its number, and the seed before it in the same cell or None."""

WIDEST, LEVELS = 0.16, 15
"""Least distance between two clusters of the first level, in units of the map, and how many levels there are."""
STEP = 2**-0.5
"""From a level to the next, the distance is multiplied by this."""
LEAP = 4
"""Levels to the one a cluster is made of, four times as near: so no point is further from its cluster than 4/3 of the
level's distance, however often it was gathered."""


@attrs.frozen(eq=False)
class Cluster:
    """Cases that stand too near to each other to be drawn apart; it stands where most of them do."""

    x: float
    y: float
    weight: int
    """How many points it gathers."""
    box: Box
    """What its points span."""
    points: tuple[CasePoint, ...] = ()
    """Those of this very position, if it is not made of others."""
    parts: tuple["Cluster", ...] = ()
    """The nearer clusters it is made of."""

    def spots(self) -> Iterator["Cluster"]:
        """The single positions it gathers."""
        waiting = [self]
        while waiting:
            cluster = waiting.pop()
            if cluster.points:
                yield cluster
            waiting.extend(cluster.parts)

    def all_points(self) -> Iterator[CasePoint]:
        """Every point it gathers."""
        for spot in self.spots():
            yield from spot.points

    def case_ids(self) -> set[str]:
        """The cases it gathers, each once."""
        found: set[str] = set()
        for spot in self.spots():
            found.update(spot.own_ids)
        return found

    @cached_property
    def own_ids(self) -> Collection[str]:
        """The cases of this very position."""
        if len(self.points) == 1:
            return (self.points[0].case_id,)
        return frozenset(point.case_id for point in self.points)

    @cached_property
    def count(self) -> int:
        """How many cases it gathers."""
        return 1 if self.weight == 1 else len(self.case_ids())

    @cached_property
    def approximate(self) -> bool:
        """Whether no point of it is that of a place itself."""
        return all(point.exactness is not Exactness.PLACE for point in self.all_points())

    def add_cases_within(self, shape: Shape, found: set[str]) -> None:
        """Add the cases that have a point in the shape."""
        waiting = [self]
        while waiting:
            cluster = waiting.pop()
            verdict = shape.verdict(cluster.box)
            if verdict is None and cluster.points:
                verdict = shape.holds(cluster.x, cluster.y)
            if verdict is None:
                waiting.extend(cluster.parts)
            elif verdict:
                for spot in cluster.spots():
                    found.update(spot.own_ids)


@attrs.frozen(eq=False)
class ClusterLevels:
    """The clusters of some points at every level, from far to near."""

    levels: tuple[tuple[Cluster, ...], ...]

    def at(self, distance: float) -> tuple[Cluster, ...]:
        """Clusters that are at least so far from each other, in units of the map, where the levels go so far.

        They stand from west to east.
        """
        level = 0
        while level + 1 < len(self.levels) and WIDEST * STEP ** (level + 1) >= distance:
            level += 1
        return self.levels[level]

    @property
    def spots(self) -> tuple[Cluster, ...]:
        """The nearest level."""
        return self.levels[-1]

    def cases_within(self, shape: Shape) -> frozenset[str]:
        """The cases that have a point in the shape."""
        found: set[str] = set()
        for cluster in self.levels[0]:
            cluster.add_cases_within(shape, found)
        return frozenset(found)


def cluster_levels(points: Iterable[CasePoint]) -> ClusterLevels:
    """Gather points at every level; a cluster consists of whole clusters of a level that is LEAP nearer."""
    levels: dict[int, list[Cluster]] = {}
    spots = _spots(points)
    for number in reversed(range(LEVELS)):
        levels[number] = gathered(levels.get(number + LEAP, spots), WIDEST * STEP**number)
    return ClusterLevels(
        tuple(tuple(sorted(levels[number], key=attrgetter("x", "y"))) for number in range(LEVELS))
    )


def _spots(points: Iterable[CasePoint]) -> list[Cluster]:
    """One cluster for each position."""
    together: dict[tuple[float, float], list[CasePoint]] = {}
    for point in points:
        together.setdefault((point.latitude, point.longitude), []).append(point)
    spots = []
    for (latitude, longitude), own in together.items():
        x, y = x_of(longitude) % 1.0, y_of(latitude)
        spots.append(Cluster(x, y, len(own), Box(x, y, x, y), tuple(own)))
    return sorted(spots, key=attrgetter("x", "y"))


def gathered(clusters: Sequence[Cluster], distance: float) -> list[Cluster]:
    """Clusters at least so far from each other: the heaviest stand, each other one joins the nearest it is too near to.

    Of equal weight, those that come first stand. Seeds are looked up in a grid of cells as wide as the distance; it has
    a column more on either side, where those beyond the 180th meridian stand once more.
    """
    columns = max(int(1 / distance), 1)
    size, stride, limit = 1 / columns, columns + 2, distance * distance
    around = tuple(down * stride + across for down in (-1, 0, 1) for across in (-1, 0, 1))
    cells: dict[int, Seed] = {}
    seeds: list[Cluster] = []
    joining: dict[int, list[Cluster]] = {}
    for cluster in sorted(clusters, key=attrgetter("weight"), reverse=True):
        x, y = cluster.x, cluster.y
        column = min(int(x / size), columns - 1)
        cell = int(y / size) * stride + column + 1
        nearest, near = -1, limit
        for step in around:
            seed = cells.get(cell + step)
            while seed is not None:
                across, down, number, seed = seed
                apart = (x - across) ** 2 + (y - down) ** 2
                if apart < near:
                    nearest, near = number, apart
        if nearest >= 0:
            joining.setdefault(nearest, []).append(cluster)
            continue
        for turn in (0, 1) if column == 0 else (0, -1) if column == columns - 1 else (0,):
            place = cell + turn * columns
            cells[place] = (x + turn, y, len(seeds), cells.get(place))
        seeds.append(cluster)
    for number, others in joining.items():
        seeds[number] = _joined([seeds[number], *others])
    return seeds


def _joined(group: list[Cluster]) -> Cluster:
    boxes = [cluster.box for cluster in group]
    box = Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )
    return Cluster(group[0].x, group[0].y, sum(cluster.weight for cluster in group), box, (), tuple(group))
