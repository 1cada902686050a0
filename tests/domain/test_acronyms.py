"""Acronyms are missed where a reader meets them first, and only there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.acronyms import FirstUse, unexplained
from tests.strategies import TEXTS


def found(*texts, explained=()):
    return [use.acronym for use in unexplained(texts, explained)]


@pytest.mark.parametrize(
    "text",
    [
        "The Economic Community of West African States (ECOWAS) met.",
        "ECOWAS (Economic Community of West African States) met.",
        "The Armed Forces of Liberia, or AFL, grew.",
        "Two non-lethal aid groups (NLAGs) came.",
        "The UN, the EU and NATO agreed; the NGOs and the US did not.",
        "Resolution S/RES/1509 and document A/68/PV.12 say so.",
        "See [the report](https://example.org/UNMIL/DDR) and https://example.org/ABC.",
        "As [@UNMIL2018, p. 4] says.",
        "Run `SELECT ABC`.",
        "World War II and Article XIV.",
        "They had AK-47 rifles and COVID-19.",
        "THE WHOLE TEXT WAS TYPED IN CAPITALS BY SOMEBODY",
        "McDONALD and UNmil",
    ],
)
def test_lets_pass(text):
    assert found(text) == []


def test_finds_the_first_use_and_says_where():
    uses = list(unexplained(["Nothing here.", "Then UNMIL came. UNMIL stayed.", "UNMIL left."], ()))
    assert uses == [FirstUse("UNMIL", 1)]


def test_an_explanation_that_comes_too_late_does_not_count():
    text = "UNMIL came to help the country get back on its feet after many years. " * 3
    assert found(text, "The mission (UNMIL) left.") == ["UNMIL"]


def test_an_explanation_counts_from_then_on():
    assert found("The mission in Liberia (UNMIL) came.", "UNMIL left.") == []


def test_listed_names_need_no_words():
    assert found("UNMIL and AFL met.", explained={"UNMIL"}) == ["AFL"]


def test_plurals_and_joined_words_are_seen():
    assert found("Many PRTs came.") == ["PRT"]
    assert found("A UN-CIMIC cell opened there again.") == ["CIMIC"]


@given(st.lists(TEXTS, max_size=4))
def test_any_text_is_read(texts):
    uses = found(*texts)
    assert len(uses) == len(set(uses))
