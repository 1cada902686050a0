"""What a map of cases shows: points in clusters, and the cases that have no place on it."""

from collections.abc import Collection, Iterable

import attrs

from casebook.domain.case_points import CasePoint
from casebook.domain.map_clusters import ClusterLevels, cluster_levels

HEAVY = 500
"""Points from which on a cluster takes long to count."""


@attrs.frozen(kw_only=True, eq=False)
class MapContents:
    """Some cases on the map."""

    levels: ClusterLevels
    placed: frozenset[str]
    """The cases that stand on the map."""
    without: frozenset[str] = frozenset()
    """The cases that cannot be put on it."""
    countries: int = 0
    """In how many countries those on the map happened."""

    @classmethod
    def of(cls, points: Iterable[CasePoint], without: Collection[str] = ()) -> "MapContents":
        """Gather points into clusters, once for all distances."""
        told = list(points)
        levels = cluster_levels(told)
        for cluster in (cluster for level in levels.levels for cluster in level if cluster.weight >= HEAVY):
            # Counted here, in a task, and kept; not while the first picture is painted.
            _ = (cluster.count, cluster.approximate)
        return cls(
            levels=levels,
            placed=frozenset(point.case_id for point in told),
            without=frozenset(without),
            countries=len({code for codes in {point.countries for point in told} for code in codes}),
        )
