"""Values read as a person would say them, in the language that is asked for."""

import pytest
from hypothesis import given

from casebook.domain.case import CASE, Case
from casebook.domain.dates import When
from casebook.domain.declaration import section_of
from casebook.domain.fields import field_spec, field_specs
from casebook.domain.records import Absence, Sensitivity
from casebook.domain.sections.activities import Activity
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.places import Place
from casebook.domain.sections.registry import Actor
from casebook.domain.sections.timeline import Event
from casebook.domain.wording import Wording, number_words
from tests.strategies import VOCABULARIES, cases, everything

WORDS = Wording(vocabularies=VOCABULARIES, country=lambda code: f"country {code}")


def said(record, field, case=None, wording=WORDS):
    return wording.value(field_spec(type(record), field), getattr(record, field), case or Case())


@pytest.mark.parametrize(
    ("record", "field", "words"),
    [
        (Challenge(title="Radios"), "title", "Radios"),
        (Challenge(category="funding"), "category", "Funding"),
        (Challenge(category="gone"), "category", "gone"),
        (Challenge(severity=3), "severity", "3 (serious)"),
        (Challenge(severity=9), "severity", "9"),
        (Challenge(), "severity", ""),
        (Activity(share_of_women=17.5), "share_of_women", "17.5%"),
        (Activity(participants=1200), "participants", "1,200 people"),
        (Place(latitude=-6.25), "latitude", "-6.25°"),
        (Event(turning_point=False), "turning_point", "no"),
        (Event(date=When("2003-06~")), "date", "about June 2003"),
        (Case(countries=("LR", "GH")), "countries", "country LR, country GH"),
        (Case(tags=("one", "two")), "tags", "one, two"),
        (Case(partnership_families=("ddr",)), "partnership_families", None),
    ],
)
def test_a_value_in_words(record, field, words):
    expected = VOCABULARIES["partnership-family"].label("ddr") if words is None else words
    assert said(record, field) == expected


def test_in_another_language():
    french = Wording(vocabularies=VOCABULARIES, language="fr", translate=str.upper)
    assert said(Challenge(category="funding"), "category", wording=french) != "Funding"
    assert said(Challenge(severity=3), "severity", wording=french) == "3 (SERIOUS)"
    assert french.absence(Absence.NONE_FOUND) == "LOOKED FOR, NONE FOUND"


def test_a_link_reads_as_the_name_of_its_target():
    actor = Actor(name="Economic Community of West African States", short_name="ECOWAS")
    part = Participant(actor=actor.id, role="lead")
    case = Case(actors=(part,), actor_records=(actor,))
    assert said(part, "actor", case) == "ECOWAS"
    assert WORDS.name(part, case) == "ECOWAS"
    assert said(part, "actor", Case()) == "another record"
    assert "Lead" in WORDS.facts(part, case)


def test_what_has_no_name_is_untitled():
    assert WORDS.title(Case(), Case()) == "Untitled case"
    assert WORDS.title(Challenge(), Case()) == "Untitled – Challenge"
    assert WORDS.title(Challenge(title="Two\nlines"), Case()) == "Two lines"


@pytest.mark.parametrize(
    ("value", "words"), [(102193.0, "102,193"), (93.5, "93.5"), (0.0, "0"), (-3.25, "-3.25"), (3, "3")]
)
def test_a_number_in_words(value, words):
    assert number_words(value) == words


def test_levels_and_absences_have_words():
    assert {WORDS.sensitivity(level) for level in Sensitivity} == {
        "Public",
        "Training",
        "Partner",
        "Internal",
    }
    assert WORDS.absence(None) == "not recorded"


@given(cases())
def test_every_value_of_any_case_has_words(case):
    for record in everything(case):
        for spec in field_specs(type(record)):
            value = getattr(record, spec.name)
            assert bool(WORDS.value(spec, value, case)) is not spec.is_empty(value)
        assert WORDS.title(record, case)
        assert isinstance(WORDS.facts(record, case), str)


def test_every_section_can_name_its_entries():
    for spec in CASE.sections.values():
        assert section_of(spec.entry_type).summary
