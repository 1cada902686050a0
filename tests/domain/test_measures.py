from casebook.domain.case import CASE
from casebook.domain.grounds import ground_of
from casebook.domain.measures import COUNT, graded, measure_named, measures
from tests.domain.sightings import SIGHTED
from tests.strategies import VOCABULARIES


def offered(name, declaration=CASE):
    return {one.key: one for one in measures(ground_of(declaration, name), declaration, VOCABULARIES)}


def test_scales_and_signs_of_a_section_are_found():
    assert list(offered("challenges")) == ["count", "severity"]
    assert list(offered("frameworks")) == ["count", "fidelity"]
    assert offered("outcomes")["direction"].symbols[0] == ("positive", "+")
    assert offered("assessment")["rating"].high == 4
    assert list(offered("era")) == ["count"]


def test_a_made_up_section_has_its_measures_too():
    made_up = offered("sightings.phase", SIGHTED)
    assert set(made_up) == {"count", "effort", "way", "grade"}
    assert "effort" not in offered("sightings.effort", SIGHTED)


def test_the_highest_step_is_told():
    severity = offered("challenges")["severity"]
    assert severity.level(("2", "4")) == 4
    assert severity.level(()) is None
    rating = offered("assessment")["rating"]
    assert rating.level(("not-assessed",)) is None
    assert rating.level(("3", "not-assessed")) == 3


def test_signs_stand_side_by_side_in_the_order_of_the_list():
    assert offered("outcomes")["direction"].signs(("mixed", "negative", "positive")) == "+−±"


def test_ratings_are_steps_and_directions_are_not():
    assert dict(graded(VOCABULARIES["dac-rating"])) == {"1": 1, "2": 2, "3": 3, "4": 4}
    assert graded(VOCABULARIES["outcome-direction"]) == ()


def test_an_unknown_measure_is_the_number():
    every = tuple(offered("challenges").values())
    assert measure_named("severity", every).key == "severity"
    assert measure_named("nonsense", every) == COUNT
