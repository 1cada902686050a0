"""The own words of a library travel beside the case that uses them, and come off again where it arrives."""

import json

import pytest

from casebook.domain.case import Case
from casebook.domain.errors import FormatError
from casebook.domain.own_terms import Additions
from casebook.domain.records import TermRef
from casebook.domain.sections.challenges import Challenge
from casebook.domain.vocabulary import Term
from casebook.exchange.carried_terms import carried, carrying
from casebook.exchange.case_json import case_text, document_of
from casebook.exchange.case_reading import read_bytes

CASE = Case(title="Liberia", challenges=(Challenge(title="Roads", category=TermRef("mud")),))
OWN = {
    "challenge": Additions(
        terms=(
            Term(id="weather", label={"en": "Weather"}),
            Term(id="mud", label={"en": "Mud", "fr": "Boue"}, broader="weather"),
            Term(id="unused", label={"en": "Unused"}),
        )
    )
}


def test_only_what_the_case_uses_goes_with_it_and_what_stands_above():
    document = document_of(carrying(CASE, OWN))
    assert [term["id"] for term in document["terms"]["challenge"]] == ["weather", "mud"]
    assert document["terms"]["challenge"][1]["label"] == {"en": "Mud", "fr": "Boue"}


@pytest.mark.parametrize("more", [{}, {"framework": OWN["challenge"]}, {"challenge": Additions()}])
def test_a_case_that_uses_no_own_words_is_written_as_ever(more):
    assert case_text(carrying(CASE, more)) == case_text(CASE)


def test_what_arrives_is_the_case_alone_and_its_words():
    (arrived,) = read_bytes(case_text(carrying(CASE, OWN)).encode())
    alone, terms = carried(arrived)
    assert alone == CASE
    assert [term.words("fr") for term in terms["challenge"]] == ["Weather", "Boue"]
    assert carried(CASE) == (CASE, {})


def test_other_keys_beside_the_case_stay():
    document = document_of(carrying(CASE, OWN)) | {"newer": [1, 2]}
    alone, _terms = carried(read_bytes(json.dumps(document).encode())[0])
    assert document_of(alone)["newer"] == [1, 2]
    assert "terms" not in document_of(alone)


def test_words_of_the_wrong_shape_are_refused_with_their_place():
    document = document_of(CASE) | {"terms": {"challenge": [{"id": "mud", "label": "Mud"}]}}
    with pytest.raises(FormatError, match="terms/challenge/0/label"):
        read_bytes(json.dumps(document).encode())


def test_words_that_are_too_long_or_not_used_are_passed_over():
    long = [{"id": "mud", "label": {"en": "x" * 9999}}, {"id": "other", "label": {"en": "Other"}}]
    document = document_of(CASE) | {"terms": {"challenge": long, "framework": long}}
    assert carried(read_bytes(json.dumps(document).encode())[0])[1] == {}


def test_words_in_a_circle_come_to_an_end():
    circle = [
        {"id": "mud", "label": {"en": "Mud"}, "broader": "rain"},
        {"id": "rain", "label": {"en": "Rain"}, "broader": "mud"},
    ]
    document = document_of(CASE) | {"terms": {"challenge": circle}}
    _alone, terms = carried(read_bytes(json.dumps(document).encode())[0])
    assert {term.id for term in terms["challenge"]} == {"mud", "rain"}
