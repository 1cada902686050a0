"""What a library adds is laid over the vocabularies as shipped; nothing a file may hold keeps them from being read."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.errors import VocabularyError
from casebook.domain.own_terms import (
    DEEPEST,
    LONGEST_LABEL,
    MOST,
    NOTHING_ADDED,
    Additions,
    additions_of,
    leads_to,
    overlaid,
    overlaid_list,
    plain_additions,
)
from casebook.domain.vocabulary import Term
from tests.strategies import VOCABULARIES

CHALLENGES = VOCABULARIES["challenge"]
IDS = sorted(CHALLENGES.by_id)
NAMES = st.one_of(st.sampled_from([*IDS, "own-1", "own-2", "nowhere", ""]), st.text(max_size=8))
WORDS = st.dictionaries(st.sampled_from(["en", "fr", "ar"]), st.text(min_size=1, max_size=8), max_size=3)


def own(term_id, broader="", **more):
    return Term(id=term_id, label={"en": term_id.title()}, broader=broader, **more)


@st.composite
def additions(draw):
    ids = draw(st.lists(NAMES.filter(bool), unique=True, max_size=6))
    return Additions(
        terms=tuple(own(one, draw(NAMES)) for one in ids),
        labels=draw(st.dictionaries(NAMES.filter(bool), WORDS.filter(bool), max_size=3)),
        definitions=draw(st.dictionaries(NAMES.filter(bool), WORDS.filter(bool), max_size=3)),
        retired=draw(st.dictionaries(NAMES.filter(bool), NAMES.filter(bool), max_size=6)),
        order=draw(st.dictionaries(NAMES, st.lists(NAMES.filter(bool), max_size=4).map(tuple), max_size=3)),
    )


@given(additions())
def test_no_term_is_ever_lost_and_every_path_ends(more):
    listed = overlaid_list(CHALLENGES, more)
    assert set(listed.by_id) == {*IDS, *(term.id for term in more.terms)}
    assert sorted(term.id for _depth, term in listed.walk()) == sorted(listed.by_id)
    for _depth, term in listed.walk():
        assert listed.by_id[term.id] is term
        assert listed.path(term.id)
        assert not term.deprecated_by or term.deprecated_by in listed.by_id
        instead = {one.id: one.deprecated_by for one in listed.by_id.values() if one.deprecated_by}
        assert not leads_to(instead, term.deprecated_by, term.id)


@given(additions())
def test_what_is_kept_reads_back_the_same(more):
    back = additions_of(json.loads(json.dumps(plain_additions(more))))
    assert overlaid_list(CHALLENGES, back) == overlaid_list(CHALLENGES, more)
    assert plain_additions(back) == plain_additions(more)


def test_a_list_with_nothing_added_is_the_very_same_value():
    assert overlaid(VOCABULARIES, {}) is VOCABULARIES
    mixed = overlaid(
        VOCABULARIES, {"challenge": Additions(terms=(own("own"),)), "no-such-list": NOTHING_ADDED}
    )
    assert mixed["framework"] is VOCABULARIES["framework"]
    assert mixed["challenge"].label("own") == "Own"
    assert set(mixed) == set(VOCABULARIES)


def test_own_words_stand_where_they_were_put():
    more = Additions(
        terms=(own("convoys", "resource-constraints"),),
        order={"resource-constraints": ("funding", "convoys")},
        labels={"funding": {"fr": "Argent"}},
        retired={"personnel-rotation": "funding"},
    )
    listed = overlaid_list(CHALLENGES, more)
    below = [term.id for term in listed.by_id["resource-constraints"].narrower]
    assert below[:2] == ["funding", "convoys"]
    assert listed.path("convoys") == "Resource constraints › Convoys"
    assert (listed.label("funding", "fr"), listed.label("funding")) == ("Argent", "Funding")
    assert listed.by_id["personnel-rotation"].deprecated_by == "funding"
    assert listed.label("personnel-rotation") == "Personnel and rotation"


def test_a_term_shipped_meanwhile_takes_the_place_of_the_own_one():
    listed = overlaid_list(CHALLENGES, Additions(terms=(own("funding"),)))
    assert listed.label("funding") == "Funding"
    assert listed.by_id["funding"].broader == "resource-constraints"


def test_circles_and_endless_ways_up_end_at_the_top():
    circle = Additions(terms=(own("a", "b"), own("b", "a"), own("c", "c"), own("d", "nowhere")))
    assert {overlaid_list(CHALLENGES, circle).by_id[one].broader for one in "cd"} == {""}
    chain = Additions(terms=tuple(own(f"t{at}", f"t{at - 1}" if at else "") for at in range(400)))
    depths = [depth for depth, _term in overlaid_list(CHALLENGES, chain).walk()]
    assert max(depths) <= DEEPEST


def test_two_terms_cannot_stand_in_for_each_other():
    listed = overlaid_list(CHALLENGES, Additions(retired={"funding": "overload", "overload": "funding"}))
    assert listed.by_id["funding"].deprecated_by == "overload"
    assert listed.by_id["overload"].deprecated_by == ""


@pytest.mark.parametrize(
    "damaged",
    [
        [],
        None,
        {"terms": {}},
        {"terms": [{"id": "a"}]},
        {"terms": [{"label": {"en": "A"}}]},
        {"terms": [{"id": 5, "label": {"en": "A"}}]},
        {"terms": [{"id": "a", "label": {"en": "x" * (LONGEST_LABEL + 1)}}]},
        {"terms": [{"id": "a", "label": {"en": "A"}}] * 2},
        {"terms": [{"id": str(at), "label": {"en": "A"}} for at in range(MOST + 1)]},
        {"labels": {"funding": "Money"}},
        {"retired": {"funding": ["a"]}},
        {"order": {"": "abc"}},
        {"order": {"": [None]}},
    ],
)
def test_what_is_damaged_is_refused_in_a_sentence(damaged):
    with pytest.raises(VocabularyError, match="damaged"):
        additions_of(damaged)


def test_a_term_without_english_reads_in_the_language_it_has():
    (term,) = additions_of({"terms": [{"id": "a", "label": {"ar": "قوافل"}}]}).terms
    assert term.words("en") == "قوافل"
