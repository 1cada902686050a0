import attrs
import pytest
from hypothesis import given

from casebook.domain.case import CASE
from casebook.domain.dates import When
from casebook.domain.errors import NotFoundError
from casebook.domain.fields import Kind
from casebook.domain.grounds import (
    decades,
    entry_value,
    ground_of,
    grounds,
    record_name,
    term_label,
    term_path,
    terms_in,
)
from casebook.domain.sections.registry import Actor
from casebook.domain.wording import Wording
from tests.domain.sightings import SIGHTED
from tests.strategies import VOCABULARIES, WHENS, cases

WORDING = Wording(vocabularies=VOCABULARIES)


def test_every_compared_field_is_found_from_the_declaration():
    keys = {ground.key for ground in grounds(CASE)}
    declared = {
        f"{key}.{spec.name}"
        for key, section in CASE.sections.items()
        if not section.shared
        for spec in section.fields
        if spec.compare_by
    } | {spec.name for spec in CASE.header if spec.compare_by}
    assert keys == declared | {"actors.actor.type"}


def test_a_made_up_section_is_found_too_whatever_its_kinds():
    made_up = [ground for ground in grounds(SIGHTED) if ground.section == "sightings"]
    kinds = {ground.spec.kind for ground in made_up}
    assert kinds == set(Kind) - {Kind.NUMBER, Kind.URL, Kind.FILE}
    assert "sightings.leader.type" in {ground.key for ground in made_up}


def test_a_section_name_is_enough():
    assert ground_of(CASE, "frameworks").key == "frameworks.framework"
    assert ground_of(CASE, "actors.actor.type").value.vocabulary == "actor-type"
    assert ground_of(CASE, "era").section == ""
    with pytest.raises(NotFoundError, match=r"“weather”.*challenges\.category"):
        ground_of(CASE, "weather")


def test_labels_say_section_and_field():
    assert ground_of(CASE, "challenges").label(WORDING) == "Challenges: Category"
    assert ground_of(CASE, "actors.actor.type").label(WORDING) == "Actors: Actor (type)"
    assert ground_of(CASE, "era").label(WORDING) == "Era"


@pytest.mark.parametrize(
    ("edtf", "found"),
    [
        ("2003", [2000]),
        ("1998/2011", [1990, 2000, 2010]),
        ("2005/..", [2000]),
        ("[..1989]", [1980]),
        ("../1989", [1980]),
        ("[2003..]", [2000]),
        ("19XX", [1900, 1910, 1920, 1930, 1940, 1950, 1960, 1970, 1980, 1990]),
    ],
)
def test_a_date_stands_for_the_decades_it_touches(edtf, found):
    assert list(decades(When(edtf))) == found


@given(WHENS)
def test_every_date_has_a_decade(when):
    assert len(decades(when)) >= 1


def test_words_stand_for_themselves_whatever_their_letter_case():
    spec = ground_of(CASE, "lessons.title").spec
    assert terms_in(spec, " Pay  the Police ") == (("pay the police", "Pay the Police"),)
    assert terms_in(spec, "  ") == ()


def test_terms_have_the_words_of_their_list():
    category = ground_of(CASE, "challenges").spec
    assert term_label(category, "mandate-gap", WORDING, {}) == "Mandate gap"
    assert term_path(category, "mandate-gap", WORDING) == "Divergent national interests › Mandate gap"
    assert term_path(category, "coordination", WORDING) == ""
    assert term_label(ground_of(CASE, "period").spec, "1990", WORDING, {}) == "1990s"
    assert term_label(ground_of(CASE, "actors.actor").spec, "x", WORDING, {}) == "another record"


def test_a_record_is_called_by_its_short_form():
    actor = Actor(name="Economic Community of West African States", short_name="ECOWAS")
    assert record_name(actor) == "ECOWAS"
    assert record_name(attrs.evolve(actor, short_name=" ")) == actor.name
    assert record_name(None) == ""


@given(cases())
def test_the_type_of_an_actor_is_found_beyond_the_link(case):
    ground = ground_of(CASE, "actors.actor.type")
    types = {record.id: record.type for record in case.actor_records}
    assert [entry_value(case, entry, ground) for entry in case.actors] == [
        types.get(entry.actor) for entry in case.actors
    ]
