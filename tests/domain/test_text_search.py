"""Places of words in a text: as a person sees them, in any script, and never inside a letter."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.text_search import Wanted, places

LETTERS = st.text("aAbBéÉe\u0301ßssSİiIıﬁfï ç\u00ad\u00a0'’が か\u3099كتابُ维持", max_size=14)
OPTIONS = st.tuples(st.booleans(), st.booleans(), st.booleans())


def found(text, words, **options):
    return [text[start:end] for start, end in places(text, Wanted(text=words, **options))]


@pytest.mark.parametrize(
    ("text", "words", "there"),
    [
        ("ECOMIL, Ecomil and ecomil", "ecomil", ["ECOMIL", "Ecomil", "ecomil"]),
        ("Côte d’Ivoire; Cote d'Ivoire", "cote d'ivoire", ["Côte d’Ivoire", "Cote d'Ivoire"]),
        ("Co\u0302te", "cote", ["Co\u0302te"]),
        ("Straße and STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("Straße", "s", ["S"]),
        ("İstanbul", "istanbul", ["İstanbul"]),
        ("ﬁre", "fire", ["ﬁre"]),
        ("ﬁre", "f", []),
        ("が", "か", []),
        ("soft\u00adware", "software", ["soft\u00adware"]),
        ("two\u00a0words", "two words", ["two\u00a0words"]),
        ("الكِتَاب", "الكتاب", ["الكِتَاب"]),
        ("миротворчество", "МИРО", ["миро"]),
        ("维持和平行动", "和平", ["和平"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("anything", "", []),
        ("anything", "\u0301", []),
        ("", "a", []),
        ("a.b (c)* [d]", "(c)* [", ["(c)* ["]),
    ],
)
def test_words_are_found_as_they_are_seen(text, words, there):
    assert found(text, words) == there


def test_case_and_accents_count_when_asked_to():
    text = "Élan élan elan e\u0301lan"
    assert found(text, "élan", match_case=True, match_accents=True) == ["élan", "e\u0301lan"]
    assert found(text, "elan", match_case=True) == ["élan", "elan", "e\u0301lan"]
    assert found(text, "Élan", match_accents=True) == ["Élan", "élan", "e\u0301lan"]
    assert found("İx", "i", match_accents=True) == []


def test_whole_words_end_where_words_end():
    text = "ECOMIL's, ECOMILs (ECOMIL) preECOMIL ECOMIL-led élECOMIL"
    assert len(found(text, "ecomil", whole_words=True)) == 3
    assert found("U.S. and US", "U.S.", whole_words=True) == ["U.S."]
    assert found("维持和平行动", "和平", whole_words=True) == ["和平"]  # no spaces there to end a word


@given(text=LETTERS, words=LETTERS, options=OPTIONS)
def test_places_follow_one_another_and_read_as_what_was_looked_for(text, words, options):
    case, whole, accents = options
    wanted = Wanted(text=words, match_case=case, whole_words=whole, match_accents=accents)
    end_before = 0
    for start, end in places(text, wanted):
        assert end_before <= start < end <= len(text)
        end_before = end
        here = text[start:end]
        assert list(places(here, wanted)) == [(0, len(here))]
        assert not unicodedata.combining(text[start]) or start == 0
        assert end == len(text) or not unicodedata.combining(text[end])


@given(text=st.text("abcAB ", max_size=30), words=st.text("abcAB ", min_size=1, max_size=3))
def test_in_plain_letters_as_many_are_found_as_there_are(text, words):
    assert len(found(text, words)) == text.lower().count(words.lower())
    assert len(found(text, words, match_case=True)) == text.count(words)
