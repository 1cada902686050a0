"""Values answer to their names: whole ones first, then beginnings, then any part."""

from casebook.domain.vocabulary import vocabulary_of
from casebook.services.value_names import begins, best, free, holds, is_named, region_names, terms
from casebook.storage.words import cut
from tests.strategies import VOCABULARIES

NAMED = [("NE", ("niger",)), ("NG", ("nigeria",)), ("PG", ("papua", "new", "guinea")), ("GN", ("guinea",))]


def test_a_whole_name_comes_before_a_beginning_and_that_before_a_part():
    assert best(NAMED, "Niger") == ["NE"]
    assert best(NAMED, "nig") == ["NE", "NG"]
    assert best(NAMED, "Guinea") == ["GN"]
    assert best(NAMED, "new gui") == ["PG"]
    assert best(NAMED, "") == best(NAMED, "?!") == best(NAMED, "guinea new") == []


def test_words_stand_side_by_side():
    name = ("joint", "security", "cell")
    assert begins(name, ("joint", "sec"))
    assert not begins(name, ("security",))
    assert holds(name, ("security", "ce"))
    assert not holds(name, ("joint", "cell"))
    assert is_named(name, ("security",))
    assert not is_named(name, ("secur",))


def test_free_words_are_those_else_what_holds_them():
    tags = ("training", "Training of trainers", "C++", "Évian", "+++")
    assert free(tags, "TRAINING") == ["training"]
    assert free(tags, "train") == ["training", "Training of trainers"]
    assert free(tags, "trainers") == ["Training of trainers"]
    assert free(tags, "evian") == ["Évian"]
    assert free(tags, "+++") == ["+++"]
    assert free(tags, "???") == []


def test_a_term_brings_those_below_it():
    raw = {
        "id": "a",
        "label": {"en": "Above"},
        "narrower": [{"id": "b", "label": {"en": "Below", "fr": "Dessous"}}],
    }
    held = vocabulary_of({"key": "x", "title": {"en": "X"}, "terms": [raw]})
    assert list(terms(held, "above")) == ["a", "b"]
    assert list(terms(held, "DESSOUS")) == ["b"]


def test_every_term_and_region_answers_to_its_id():
    for held in VOCABULARIES.values():
        assert all(term.id in terms(held, term.id) for _depth, term in held.walk())
    assert all(best(region_names(), region)[0] == region for region, _name in region_names())
    assert all(cut(region) for region, _name in region_names())
