"""Words are added, renamed, ordered, retired and deleted; what cases may hold is never lost."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.errors import VocabularyError
from casebook.domain.own_terms import DEEPEST, LONGEST_LABEL, NOTHING_ADDED, additions_of, plain_additions
from casebook.domain.word_list import FIXED, WordList, fresh_id
from tests.strategies import VOCABULARIES

CHALLENGES = WordList(shipped=VOCABULARIES["challenge"])


def added(label="Convoys", broader="resource-constraints", after=""):
    return CHALLENGES.adding(label, "en", broader, after)


def test_a_word_is_added_below_another_and_behind_one():
    words, term_id = added(after="funding")
    assert term_id == "convoys"
    assert [term.id for term in words.siblings("resource-constraints")][:3] == [
        "funding",
        "convoys",
        "personnel-rotation",
    ]
    assert words.is_own("convoys") and not words.is_own("funding")
    assert CHALLENGES.listed.get("convoys") is None


def test_a_word_of_another_language_stands_for_english_until_it_has_one():
    words, term_id = CHALLENGES.adding("Convois", "fr")
    assert (words.listed.label(term_id, "fr"), words.listed.label(term_id, "en")) == ("Convois", "Convois")
    words = words.relabelling(term_id, {"en": "Convoys"})
    assert (words.listed.label(term_id, "fr"), words.listed.label(term_id, "en")) == ("Convois", "Convoys")


@pytest.mark.parametrize("label", ["", "  \n ", "Funding", "FUNDING", "financement"])
def test_an_empty_or_repeated_word_is_refused(label):
    with pytest.raises(VocabularyError):
        added(label)


def test_the_same_word_may_stand_in_two_places():
    words, first = added("Fuel", "resource-constraints")
    words, second = words.adding("Fuel", "en", "coordination")
    assert (first, second) == ("fuel", "fuel-2")
    assert words.listed.path(second) == "Coordination › Fuel"


def test_words_stand_only_so_deep():
    words, above = CHALLENGES, ""
    for _ in range(DEEPEST):
        words, above = words.adding("Deeper", "en", above)
    with pytest.raises(VocabularyError, match="deeper"):
        words.adding("Deeper", "en", above)


def test_a_shipped_word_is_renamed_and_gets_its_own_name_back():
    words = CHALLENGES.relabelling("funding", {"en": " Money\nand credit "})
    assert words.listed.label("funding") == "Money and credit" and words.is_reworded("funding")
    assert words.relabelling("funding", {"en": ""}).more == NOTHING_ADDED
    assert words.relabelling("funding", {"en": "Funding"}).more == NOTHING_ADDED
    assert len(CHALLENGES.relabelling("funding", {"en": "x" * 999}).listed.label("funding")) == LONGEST_LABEL


def test_an_own_word_keeps_a_label():
    words, term_id = added()
    with pytest.raises(VocabularyError, match="label"):
        words.relabelling(term_id, {"en": ""})
    with pytest.raises(VocabularyError, match="already"):
        words.relabelling(term_id, {"fr": "Financement"})


def test_what_a_word_means_is_said_in_a_language():
    words = CHALLENGES.defining("funding", {"fr": "L’argent manque."})
    assert words.listed.by_id["funding"].definition["fr"] == "L’argent manque."
    assert words.listed.by_id["funding"].definition["en"]
    own, term_id = added()
    assert own.defining(term_id, {"en": "No trucks."}).listed.by_id[term_id].definition == {
        "en": "No trucks."
    }


def test_a_retired_word_stays_readable_and_can_come_back():
    words = CHALLENGES.retiring("funding", "equipment-logistics")
    assert words.listed.by_id["funding"].deprecated_by == "equipment-logistics"
    assert words.listed.label("funding") == "Funding"
    with pytest.raises(VocabularyError, match="Funding"):
        words.retiring("overload", "funding")
    with pytest.raises(VocabularyError):
        words.retiring("equipment-logistics", "funding")
    assert words.offering("funding").more == NOTHING_ADDED


def test_a_word_with_others_below_it_is_not_retired_or_deleted():
    with pytest.raises(VocabularyError, match="below"):
        CHALLENGES.retiring("resource-constraints", "coordination")
    words, above = CHALLENGES.adding("Weather", "en")
    words, _below = words.adding("Floods", "en", above)
    with pytest.raises(VocabularyError, match="below"):
        words.deleting(above)


def test_only_own_words_that_nothing_leans_on_are_deleted():
    words, term_id = added(after="funding")
    assert words.deleting(term_id).listed == CHALLENGES.placing("funding", 0).listed
    with pytest.raises(VocabularyError, match="came with Casebook"):
        words.deleting("funding")
    with pytest.raises(VocabularyError, match="stands in"):
        words.retiring("funding", term_id).deleting(term_id)
    with pytest.raises(VocabularyError, match="no longer"):
        words.deleting(term_id).retiring(term_id, "funding")


def test_words_move_among_their_neighbours():
    words = CHALLENGES.placing("overload", 0)
    assert words.siblings("coordination")[0].id == "overload"
    assert words.placing("overload", 99).siblings("coordination")[-1].id == "overload"


@pytest.mark.parametrize("key", sorted(FIXED))
def test_lists_that_casebook_goes_by_take_other_words_only(key):
    words = WordList(shipped=VOCABULARIES[key])
    first, second = words.shipped.terms[:2]
    for change in (
        lambda: words.adding("New", "en"),
        lambda: words.retiring(first.id, second.id),
        lambda: words.placing(first.id, 1),
    ):
        with pytest.raises(VocabularyError, match="only their words"):
            change()
    assert words.relabelling(first.id, {"en": "Other"}).listed.label(first.id) == "Other"


def test_an_id_reads_like_its_word():
    listed = CHALLENGES.listed
    assert fresh_id(listed, "Côte d’Ivoire: ponts & gués") == "cote-divoire-ponts-gues"
    arabic = fresh_id(listed, "قوافل")
    assert arabic.startswith("term-") and arabic == fresh_id(listed, "قوافل") != fresh_id(listed, "جسور")
    assert fresh_id(listed, "Funding") == "funding-2"
    assert len(fresh_id(listed, "long word " * 50)) <= 100


@given(st.integers(min_value=0, max_value=10**9))
def test_after_any_edits_every_term_can_be_read_and_kept(number):
    chance, words, made = Random(number), CHALLENGES, set()
    for _ in range(12):
        ids = list(words.listed.by_id)
        one, other = chance.choice(ids), chance.choice(ids)
        label = chance.choice(["Fuel", "Bridges", "قوافل", "Funding", " ", "Ice & snow"])
        try:
            match chance.randrange(7):
                case 0 | 1:
                    words, term_id = words.adding(label, chance.choice(["en", "fr"]), one, other)
                    made.add(term_id)
                case 2:
                    words = words.relabelling(one, {chance.choice(["en", "ar"]): label})
                case 3:
                    words = words.retiring(one, other)
                case 4:
                    words = words.placing(one, chance.randrange(-1, 9))
                case 5:
                    words = words.offering(one)
                case _:
                    words = words.deleting(one)
                    made.discard(one)
        except VocabularyError as error:
            assert str(error)
    assert set(words.listed.by_id) == {*CHALLENGES.listed.by_id, *made}
    again = WordList(shipped=words.shipped, more=additions_of(plain_additions(words.more)))
    assert again.listed == words.listed
    assert all(term.words("en") and term.words("fr") for term in words.listed.by_id.values())
