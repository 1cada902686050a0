"""Where cases stand on a map: at their places, or at their countries where no place says more.

Named tuples here, not attrs: they are made by the hundred thousand, in a quarter of the time.
"""

from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from typing import NamedTuple

from casebook.domain.coarsening import WITHHELD
from casebook.domain.map_plane import x_of, y_of
from casebook.domain.world import World


class Exactness(Enum):
    """How closely a point says where a case happened."""

    PLACE = "place"
    AREA = "area"
    COUNTRY = "country"


EXACT = (None, "", "exact")
"""Precisions whose position is that of the place itself."""


class KnownPlace(NamedTuple):
    """A place of a case that has a position."""

    name: str
    latitude: float
    longitude: float
    precision: str | None


class Whereabouts(NamedTuple):
    """Where and when a case happened, as far as it is recorded."""

    case_id: str
    title: str
    countries: tuple[str, ...]
    """ISO 3166-1 alpha-2."""
    period: str
    """EDTF, or empty."""
    places: tuple[KnownPlace, ...] = ()


class CasePoint(NamedTuple):
    """A point of the map at which a case stands; a case may have several."""

    case_id: str
    title: str
    latitude: float
    longitude: float
    exactness: Exactness
    where: str
    """The place or country, in words."""
    countries: tuple[str, ...]
    """Those of the case."""


def located(
    cases: Iterable[Whereabouts], world: World, country_name: Callable[[str], str]
) -> tuple[list[CasePoint], list[str]]:
    """The points of the cases, and the ids of those that have none.

    A place whose precision is "withheld" is not shown at its position: then the country speaks for it.
    """
    points: list[CasePoint] = []
    without: list[str] = []
    for case in cases:
        before = len(points)
        places = [place for place in case.places if place.precision != WITHHELD]
        for place in places:
            exactness = Exactness.PLACE if place.precision in EXACT else Exactness.AREA
            where = place.name or country_name(case.countries[0] if case.countries else "")
            points.append(
                CasePoint(
                    case.case_id,
                    case.title,
                    place.latitude,
                    place.longitude,
                    exactness,
                    where,
                    case.countries,
                )
            )
        points.extend(_countries(case, places, world, country_name))
        if len(points) == before:
            without.append(case.case_id)
    return points, without


def _countries(
    case: Whereabouts, places: list[KnownPlace], world: World, country_name: Callable[[str], str]
) -> Iterator[CasePoint]:
    """A point for each country of the case in which no place of it lies; none for its only country if it has places."""
    if places and len(case.countries) == 1:
        return
    stood = [(x_of(place.longitude), y_of(place.latitude)) for place in places]
    for code in dict.fromkeys(case.countries):
        position = world.positions.get(code)
        if position is not None and not any(world.may_hold(code, x, y) for x, y in stood):
            yield CasePoint(
                case.case_id,
                case.title,
                position.latitude,
                position.longitude,
                Exactness.COUNTRY,
                country_name(code),
                case.countries,
            )
