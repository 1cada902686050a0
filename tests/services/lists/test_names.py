"""Terms, countries and languages answer to any of their names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.services.lists.names import Names, folded
from tests.strategies import VOCABULARIES

NAMES = Names(VOCABULARIES)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Liberia", "LR"),
        ("lr", "LR"),
        ("LBR", "LR"),
        ("Côte d’Ivoire", "CI"),
        ("cote d'ivoire", "CI"),
        ("Ivory Coast", "CI"),
        ("Sierra  Leone ", "SL"),
        ("Allemagne", "DE"),
        ("Democratic Republic of the Congo", "CD"),
        ("Republic of the Congo", "CG"),
        ("Türkiye", "TR"),
        ("USA", "US"),
        ("Guinea Bissau", "GW"),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_countries(text, code):
    assert NAMES.country(text) == code


def test_every_term_answers_to_its_id_and_to_its_paths_in_every_language():
    for key, vocabulary in VOCABULARIES.items():
        for _depth, term in vocabulary.walk():
            if not term.deprecated_by:
                assert NAMES.term(key, term.id) == term.id
                for language in term.label:
                    found = vocabulary.get(NAMES.term(key, vocabulary.path(term.id, language)))
                    assert found is not None and found.label[language] == term.label[language]


def test_languages_and_flags():
    assert [NAMES.language(text) for text in ("fr", "French", "français", "x")] == ["fr", "fr", "fr", None]
    assert [NAMES.flag(text) for text in ("Yes", "ja", "OUI", "sí", "no", "Nein", "0", "perhaps")] == [
        *(True, True, True, True, False, False, False, None)
    ]


def test_an_unknown_vocabulary_has_no_terms():
    assert NAMES.term("nowhere", "x") is None and NAMES.vocabulary_titles("nowhere") == ()


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert folded(folded(text)) == folded(text)
