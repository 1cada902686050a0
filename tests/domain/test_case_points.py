import pytest

from casebook.domain.case_points import Exactness, KnownPlace, Whereabouts, located
from tests.domain.test_world import DATA, world_of

WORLD = world_of(DATA)


def told(countries=(), *places):
    """Where a case stands: (place, exactness) of each of its points; None when nowhere."""
    case = Whereabouts("one", "A case", countries, "", places)
    points, without = located([case], WORLD, lambda code: code.lower())
    assert all(point.case_id == "one" and point.countries == countries for point in points)
    assert without == ([] if points else ["one"])
    return [(point.where, point.exactness) for point in points] or None


def place(precision=None, latitude=5.0, longitude=-5.0):
    return KnownPlace("The camp", latitude, longitude, precision)


@pytest.mark.parametrize(
    ("precision", "exactness"),
    [
        (None, Exactness.PLACE),
        ("exact", Exactness.PLACE),
        ("area", Exactness.AREA),
        ("region", Exactness.AREA),
        ("a-word-of-the-house", Exactness.AREA),
    ],
)
def test_a_case_stands_at_its_places(precision, exactness):
    assert told(("AA",), place(precision)) == [("The camp", exactness)]


def test_without_a_place_the_country_speaks():
    assert told(("AA", "ZZ")) == [("aa", Exactness.COUNTRY)]
    assert told(("ZZ",)) is None and told() is None


def test_a_withheld_place_is_never_shown_where_it_is():
    assert told(("BB",), place("withheld")) == [("bb", Exactness.COUNTRY)]
    assert told((), place("withheld")) is None
    assert told(("BB",), place("withheld"), place("exact", 2, 2)) == [("The camp", Exactness.PLACE)]


def test_of_several_countries_those_without_a_place_are_shown_too():
    shown = told(("AA", "BB", "AA"), place())
    assert shown == [("The camp", Exactness.PLACE), ("bb", Exactness.COUNTRY)]


def test_a_place_without_a_name_is_called_after_its_country():
    case = Whereabouts("one", "A case", ("AA",), "", (KnownPlace("", 5, -5, None),))
    ((point,), _without) = located([case], WORLD, lambda code: f"land {code}")
    assert point.where == "land AA"
