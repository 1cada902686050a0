"""Terms to pick from."""

import pytest

from casebook.domain.fields import FieldSpec, Kind
from casebook.domain.vocabulary import vocabulary_of
from casebook.ui.forms.term_choices import TermChoices


def term(key, label, **more):
    return {"id": key, "label": {"en": label, **more.pop("others", {})}, **more}


@pytest.fixture
def choices(context, workbench):
    made = vocabulary_of(
        {
            "key": "made",
            "title": {"en": "Made"},
            "terms": [
                term("a", "Alpha", symbol="A", narrower=[term("a1", "First", others={"fr": "Première"})]),
                term("b", "Beta", deprecated_by="a"),
            ],
        }
    )
    workbench.word_lists.start_from({**workbench.vocabularies, "made": made})
    return TermChoices(FieldSpec(kind=Kind.TERM, label="Made", vocabulary="made"), context)


def test_the_tree_without_terms_that_are_no_longer_used(choices):
    assert [(row.label, row.depth) for row in choices.find("")] == [("A  Alpha", 0), ("First", 1)]


def test_a_match_brings_those_above_and_below_it(choices):
    assert [(row.value, row.aside) for row in choices.find("premiere")] == [("a", True), ("a1", False)]
    assert [row.value for row in choices.find("alpha")] == ["a", "a1"]
    assert choices.find("zebra") == ()


def test_a_stored_term_reads_with_its_path_even_when_no_longer_used(choices):
    assert choices.of("a1").words == "Alpha › First"
    assert choices.of("b").words == "Beta"
    assert choices.of("gone").words == "gone"


def test_terms_are_not_made_in_passing(choices):
    assert not choices.opens("a")
    with pytest.raises(KeyError):
        choices.create("new")
