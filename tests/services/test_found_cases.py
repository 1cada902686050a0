import pytest

from casebook.services.found_cases import read_found_cases
from casebook.storage.library import Library
from tests.builders import build_library


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    path = build_library(tmp_path_factory.mktemp("many") / "many.casebook", 60, entries=20)
    with Library.open(path) as library:
        yield library


def test_all_cases_are_on_the_map_or_without_a_place(many):
    found = read_found_cases(many, None, "en")
    ids = {one.case_id for one in many.places.whereabouts()}
    assert found.map.placed | found.map.without == ids and not found.map.placed & found.map.without
    assert found.map.countries > 3


def test_years_are_those_of_some_or_all(many):
    found = read_found_cases(many, None, "en")
    some = sorted(found.spans)[:7]
    assert found.years(some) == read_found_cases(many, some, "en").years()
    first = min(found.years().counts)
    assert found.active(first, first) == {
        case for case, span in found.spans.items() if span.first in (None, first)
    }
    assert found.active(1, 9999) == set(found.spans)


def test_countries_are_named_in_the_language_of_the_window(many):
    english, french = (
        {
            point.where
            for cluster in read_found_cases(many, None, language).map.levels.levels[0]
            for point in cluster.all_points()
        }
        for language in ("en", "fr")
    )
    assert "Somalia" in english - french and "Somalie" in french - english


def test_reading_stops_when_it_is_cancelled(many):
    assert read_found_cases(many, None, "en", lambda: True) is None
