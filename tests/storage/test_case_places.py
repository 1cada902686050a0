import pytest

from casebook.domain.case import Case
from casebook.domain.case_points import KnownPlace, Whereabouts
from casebook.domain.dates import When
from casebook.domain.errors import NotALibraryError
from casebook.domain.sections.places import Place
from casebook.storage.library import Library
from tests.builders import build_library

CAMP = Place(name="The camp", latitude=6.9, longitude=-10.8, precision="exact")
HIDDEN = Place(name="The house", latitude=6.5, longitude=-10.1, precision="withheld")
NOWHERE = Place(name="Somewhere")
HALF = Place(name="Half", latitude=5.0)


def case(title, **values):
    return Case(title=title, ref_code=title, **values)


@pytest.fixture
def held(library):
    cases = [
        case("Camp", countries=("LR", "SL"), period=When("2003/.."), places=(CAMP, NOWHERE, HIDDEN)),
        case("Half", places=(HALF,)),
        case("Gone", countries=("IQ",), places=(Place(name="Base", latitude=33.3, longitude=44.4),)),
    ]
    for one in cases:
        library.cases.save(None, one, None)
    library.cases.trash(cases[2].id)
    return library, cases


def test_the_places_countries_and_period_of_every_case_are_read_at_once(held):
    library, (camp, half, _gone) = held
    assert library.places.whereabouts() == [
        Whereabouts(
            camp.id,
            "Camp",
            ("LR", "SL"),
            "2003/..",
            (
                KnownPlace("The camp", 6.9, -10.8, "exact"),
                KnownPlace("The house", 6.5, -10.1, "withheld"),
            ),
        ),
        Whereabouts(half.id, "Half", (), "", ()),
    ]


def test_only_the_cases_that_are_asked_for_are_read(held):
    library, (camp, half, gone) = held
    assert [one.case_id for one in library.places.whereabouts([half.id, "not-there"])] == [half.id]
    assert [one.title for one in library.places.whereabouts({gone.id, camp.id})] == ["Camp", "Gone"]
    assert library.places.whereabouts([]) == []


def test_positions_that_are_not_on_earth_are_left_out(held):
    library, (camp, *_rest) = held
    driver = library._database.driver
    driver.execute("UPDATE places SET latitude = 9e999 WHERE name = 'The camp'")
    driver.execute("UPDATE places SET longitude = -400 WHERE name = 'The house'")
    assert library.places.whereabouts([camp.id])[0].places == ()


def test_a_damaged_case_is_told_in_plain_words(held):
    library, (camp, *_rest) = held
    library._database.driver.execute("UPDATE case_list SET countries = '[' WHERE title = 'Camp'")
    with pytest.raises(NotALibraryError, match="damaged"):
        library.places.whereabouts([camp.id])


def test_what_is_read_is_what_the_cases_hold(tmp_path):
    with Library.open(build_library(tmp_path / "many.casebook", 30, entries=40)) as library:
        for one in library.places.whereabouts():
            whole = library.cases.load(one.case_id)
            placed = [place for place in whole.places if None not in (place.latitude, place.longitude)]
            assert one.countries == whole.countries and one.title == whole.title
            assert sorted(place.name for place in one.places) == sorted(place.name for place in placed)
