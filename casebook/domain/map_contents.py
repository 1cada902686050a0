"""What a map of cases shows: points in clusters, and the cases that have no place on it."""

from collections.abc import Collection, Iterable

import attrs

from casebook.domain.case_points import CasePoint
from casebook.domain.map_clusters import ClusterLevels, cluster_levels


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
        return cls(
            levels=cluster_levels(told),
            placed=frozenset(point.case_id for point in told),
            without=frozenset(without),
            countries=len({code for codes in {point.countries for point in told} for code in codes}),
        )
