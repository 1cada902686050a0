from casebook.domain.case import Case
from casebook.domain.coarsening import coarsened, is_place
from casebook.domain.records import Sensitivity
from casebook.domain.sections.places import Place
from casebook.domain.sections.timeline import Event


def test_only_places_are_coarsened():
    assert is_place(Place) and not is_place(Event)
    assert coarsened(Case(countries=("LR",)), Event(title="Talks"), Sensitivity.PUBLIC, str) is None


def test_nothing_of_a_place_remains_but_what_it_lies_in():
    place = Place(name="Ganta", admin_area="Nimba", latitude=7.2, longitude=-8.9, precision="exact")
    assert coarsened(Case(), place, Sensitivity.PUBLIC, str) == {
        "name": "Nimba",
        "admin_area": "",
        "latitude": None,
        "longitude": None,
        "precision": "region",
    }


def test_a_country_that_is_marked_is_not_told():
    place = Place(name="Ganta")
    case = Case(countries=("LR",), field_sensitivities={"countries": Sensitivity.PARTNER})
    assert coarsened(case, place, Sensitivity.PUBLIC, str) is None
    assert coarsened(case, place, Sensitivity.PARTNER, str)["name"] == "LR"
