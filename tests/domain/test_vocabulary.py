"""Vocabularies: labels by language, paths, depth, and refusals of what is damaged."""

import copy

import pytest

from casebook.domain.errors import VocabularyError
from casebook.domain.vocabulary import languages_of, vocabulary_of
from tests.strategies import VOCABULARIES

DATA = {
    "key": "challenge",
    "title": {"en": "Challenges"},
    "terms": [
        {
            "id": "resources",
            "label": {"en": "Resource constraints", "fr": "Manque de moyens"},
            "narrower": [{"id": "funding", "label": {"en": "Funding"}, "symbol": "F"}],
        },
        {"id": "money", "label": {"en": "Money"}, "deprecated_by": "funding"},
    ],
}


def changed(**values):
    data = copy.deepcopy(DATA)
    data["terms"][1].update(values)
    return data


def test_labels_in_a_language_or_in_english_or_the_id():
    vocabulary = vocabulary_of(DATA)
    assert vocabulary.label("resources", "fr") == "Manque de moyens"
    assert vocabulary.label("funding", "fr") == "Funding"
    assert vocabulary.label("gone") == "gone"
    assert vocabulary.label(None) == ""


def test_a_path_names_what_stands_above():
    vocabulary = vocabulary_of(DATA)
    assert vocabulary.path("funding") == "Resource constraints › Funding"
    assert vocabulary.path("funding", "fr") == "Manque de moyens › Funding"
    assert vocabulary.path("gone") == "gone"
    assert vocabulary.path(None) == ""


def test_walks_in_order_with_depth():
    walked = [(depth, term.id) for depth, term in vocabulary_of(DATA).walk()]
    assert walked == [(0, "resources"), (1, "funding"), (0, "money")]
    assert vocabulary_of(DATA).get("funding").broader == "resources"
    assert vocabulary_of(DATA).get("gone") is None


@pytest.mark.parametrize(
    "data", [changed(id="funding"), changed(label={"fr": "Argent"}), changed(label={"en": ""})]
)
def test_a_term_twice_or_without_english_is_refused(data):
    with pytest.raises(VocabularyError, match="appears twice or has no English label"):
        vocabulary_of(data)


def test_a_term_replaced_by_nothing_is_refused():
    with pytest.raises(VocabularyError, match="newer term that is not there"):
        vocabulary_of(changed(deprecated_by="gone"))


@pytest.mark.parametrize(
    "data", [None, [], {}, {"key": "x"}, {**DATA, "terms": [{}]}, {**DATA, "terms": [5]}]
)
def test_what_is_damaged_is_refused(data):
    with pytest.raises(VocabularyError, match="damaged"):
        vocabulary_of(data)


def test_the_shipped_ones_know_every_term_they_walk():
    for vocabulary in VOCABULARIES.values():
        assert {term.id for _, term in vocabulary.walk()} == set(vocabulary.by_id)


def test_the_languages_are_those_that_every_list_speaks():
    one = vocabulary_of({"key": "a", "title": {"en": "A", "fr": "A", "ar": "أ"}, "terms": []})
    other = vocabulary_of({"key": "b", "title": {"en": "B", "fr": "B"}, "terms": []})
    assert languages_of({"a": one, "b": other}) == ("en", "fr")
    assert languages_of({}) == ("en",)
