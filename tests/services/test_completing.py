"""Suggestions: fields, then their values; what is taken reads back as what it promised."""

import pytest

from casebook.domain.case import CASE, new_case
from casebook.domain.query import Condition, read_query
from casebook.domain.search_fields import Looks, offered, search_fields
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.registry import Actor
from casebook.domain.wording import Wording
from casebook.iso_names import country_name
from casebook.services.completing import MOST, Completing
from casebook.services.own_terms import vocabularies_of
from casebook.services.searching import understood_in
from casebook.storage.library import Library
from casebook.storage.listing import ListQuery

ECOWAS = Actor(name="Economic Community of West African States", short_name="ECOWAS", aliases=("CEDEAO",))
POLICE = Actor(name="Police, national (“blue”)")
CASE_ONE = new_case(
    title="One",
    tags=("joint training", "training", "C++", "+++", 'so "called"', "a,b"),
    authors=("Ama Mensah",),
    actor_records=(ECOWAS, POLICE),
    actors=(Participant(actor=ECOWAS.id), Participant(actor=POLICE.id)),
)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    with Library.create(tmp_path_factory.mktemp("typed") / "shelf.casebook", author="Ama Mensah") as library:
        library.cases.add_all((CASE_ONE, new_case(title="Two", tags=("other",), status="published")))
        yield library


@pytest.fixture(scope="module")
def completing(shelf):
    return Completing(shelf, Wording(vocabularies=vocabularies_of(shelf), country=country_name))


def offered_for(completing, text, *, asked=False):
    return [one.text for one in completing.suggestions(text, len(text), asked=asked)]


def taken(text, one):
    return text[: one.start] + one.text


def test_an_empty_place_offers_the_fields_when_asked(completing):
    names = [f"{field.name}:" for field in offered(CASE)]
    for text in ("", "police ", "(", "(a OR "):
        assert offered_for(completing, text, asked=True) == names
        assert offered_for(completing, text) == []


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("sta", "status:"),
        ("STA", "status:"),
        ("police -sta", "status:"),
        ("(sta", "status:"),
        ("status:dr", "draft"),
        ("status:", "draft"),
        ("status:draft,pub", "published"),
        ('status:"ready', "ready-for-review"),
        ("actor:eco", "ECOWAS"),
        ("actor:cede", "ECOWAS"),
        ('actor:"west afr', "ECOWAS"),
        ("country:lib", "LR"),
        ("tag:joint", '"joint training"'),
        ('tag:"C++",joi', '"joint training"'),
        ('tag:training,"joi', '"joint training"'),
        ("author:mens", '"Ama Mensah"'),
        ("region:west", "western-africa"),
        ("has:evid", "evidence"),
        ("is:uns", "unsourced"),
    ],
)
def test_what_fits_is_offered(completing, text, first):
    options = completing.suggestions(text, len(text))
    assert first in [one.text for one in options]
    assert all(taken(text, one).startswith(text[: one.start]) for one in options)
    assert len(options) <= max(MOST, len(offered(CASE)))


@pytest.mark.parametrize(
    "text", ["zzz", "nofield:a", "status:zzz", '"a phrase sta', '"status:dr', "challenges:man", "a)"]
)
def test_what_does_not_fit_is_not_offered(completing, text):
    assert offered_for(completing, text) == []


def test_the_cursor_may_stand_before_the_end(completing):
    (one,) = [one for one in completing.suggestions("status:dr police", 9) if one.text == "draft"]
    assert (one.start, one.text) == (7, "draft")


def test_what_is_taken_reads_back_as_it_promised(shelf, completing):
    for field in offered(CASE):
        start = f"{field.name}:"
        for one in completing.suggestions(start, len(start)):
            query = taken(start, one)
            reading = read_query(query, search_fields(CASE))
            asked = understood_in(shelf, query)
            assert isinstance(reading.node, Condition), query
            assert len(reading.node.values) == 1, query
            assert asked.notes == (), query


@pytest.mark.parametrize("name", ["tag", "author", "actor"])
def test_what_is_taken_finds_the_cases_that_have_it(shelf, completing, name):
    options = completing.suggestions(f"{name}:", len(name) + 1)
    assert options
    for one in options:
        query = ListQuery(wanted=understood_in(shelf, taken(f"{name}:", one)).wanted)
        assert shelf.cases.count(query) >= 1, one


def test_a_tag_that_is_taken_is_that_tag(shelf, completing):
    for text, value in (("tag:", "training"), ("tag:", "joint training"), ("tag:", "+++"), ("tag:", "a,b")):
        (one,) = [one for one in completing.suggestions(text, 4) if one.label == value]
        assert understood_in(shelf, taken(text, one)).wanted.values == frozenset({value})


def test_every_kind_of_value_offers_something(completing):
    for field in offered(CASE):
        if field.looks not in (Looks.WORDS, Looks.FREE, Looks.RECORD):
            assert offered_for(completing, f"{field.name}:"), field.name
