"""Cases of a library compared as an audience may see them."""

import json

import attrs
import pytest

from casebook.domain.case import Case
from casebook.domain.comparison import NONE, RowState
from casebook.domain.errors import AudienceError, NotFoundError
from casebook.domain.records import Sensitivity
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.lessons import Lesson
from casebook.domain.sections.registry import Actor
from casebook.services.comparing import compare, plain_comparison, take_cases, usual_wording
from casebook.storage.library import Library

SECRET = Actor(name="Unit Falcon", pseudonym="a partner unit", sensitivity=Sensitivity.INTERNAL)
ONE, TWO = Lesson(title="Train the trainers first"), Lesson(title="First train the trainers of Unit Falcon")


@pytest.fixture(scope="module")
def wording():
    return usual_wording()


def with_secret(lesson):
    return Case(
        title="A case", actors=(Participant(actor=SECRET.id),), actor_records=(SECRET,), lessons=(lesson,)
    )


def test_cases_are_taken_in_the_order_asked_for(sample_library):
    with Library.open(sample_library, read_only=True) as library:
        codes = [case.ref_code for case in take_cases(library, ["SL-1999-001", "LR-2003-001"])]
        with pytest.raises(NotFoundError):
            take_cases(library, ["nothing"])
    assert codes == ["SL-1999-001", "LR-2003-001"]


def test_values_read_in_words(wording):
    made = compare([Case(countries=("LR",)), Case(countries=("LR",), language="fr")], wording)
    assert made.by_key["overview/countries"].cells[0].words == ("Liberia",)
    assert made.by_key["overview/language"].cells[1].words == ("French",)


def test_nothing_withheld_is_in_what_an_audience_gets(wording):
    made = compare([with_secret(ONE), with_secret(TWO)], wording, Sensitivity.PUBLIC)
    told = json.dumps(plain_comparison(made))
    assert "Falcon" not in told
    (actor,) = made.of_section("actors")
    assert (actor.state, actor.label) == (RowState.SHARED, "a partner unit")
    assert "Falcon" in json.dumps(plain_comparison(compare([with_secret(ONE), with_secret(TWO)], wording)))


def test_a_case_above_the_audience_is_refused(wording):
    secret = attrs.evolve(with_secret(ONE), sensitivity=Sensitivity.PARTNER)
    with pytest.raises(AudienceError):
        compare([secret, with_secret(TWO)], wording, Sensitivity.PUBLIC)


def test_decisions_hold_for_every_audience(wording):
    cases = [with_secret(ONE), with_secret(TWO)]
    assert compare(cases, wording, Sensitivity.PUBLIC).candidates
    made = compare(cases, wording, Sensitivity.PUBLIC, NONE.confirming(ONE.id, TWO.id))
    assert [row.state for row in made.of_section("lessons")] == [RowState.SHARED]


def test_the_json_form_tells_every_row_with_grades_and_reasons(wording):
    made = compare([with_secret(ONE), Case(title="Empty")], wording)
    plain = plain_comparison(made)
    assert [case["title"] for case in plain["cases"]] == ["A case", "Empty"]
    row = next(row for row in plain["rows"] if row["section"] == "lessons")
    assert (row["field"], row["label"], row["state"]) == ("title", ONE.title, "unique")
    assert [cell["absence"] for cell in row["cells"]] == [None, "not-recorded"]
    (item,) = row["cells"][0]["items"]
    assert item == {"text": ONE.title, "mark": "unique", "id": ONE.id, "grade": None, "weak": False}
