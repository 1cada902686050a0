"""Terms to pick from."""

import pytest

from casebook.domain.errors import VocabularyError
from casebook.domain.fields import FieldSpec, Kind
from casebook.domain.records import TermRef
from casebook.domain.sections.frameworks import FrameworkUse
from casebook.domain.vocabulary import vocabulary_of
from casebook.storage.library import Library
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


def test_a_stored_term_reads_with_its_path_even_when_no_longer_used(choices):
    assert choices.of("a1").words == "Alpha › First"
    assert choices.of("b").words == "Beta"
    assert choices.of("gone").words == "gone"


def test_when_nothing_matches_the_word_can_be_added(choices, workbench):
    (offer,) = choices.find("  zebra   crossing ")
    assert (offer.offer, offer.creates) == ("Add “zebra crossing” to this list", True)
    made = choices.create(offer.label)
    assert choices.of(made).words == "zebra crossing"
    assert [row.value for row in choices.find("zebra")] == [made]
    workbench.undo()
    assert choices.of(made).words == made
    assert not choices.opens("a")


def test_a_word_is_added_below_the_one_another_field_holds(context, workbench):
    spec = FieldSpec(kind=Kind.TERMS, label="Elements", vocabulary="framework", within="framework")
    choices = TermChoices(spec, context)
    assert choices.find("zebra") == ()
    choices.set_record(FrameworkUse(framework=TermRef("ssr")))
    (offer,) = choices.find("zebra")
    made = choices.create(offer.label)
    assert workbench.vocabularies["framework"].by_id[made].broader == "ssr"


def test_a_word_that_stands_there_already_is_refused(choices):
    with pytest.raises(VocabularyError, match="already"):
        choices.create("Alpha")


def test_nothing_is_added_to_lists_that_casebook_goes_by_or_when_reading_only(context, workbench):
    assert (
        TermChoices(FieldSpec(kind=Kind.TERM, label="S", vocabulary="consent"), context).find("zebra") == ()
    )
    path = workbench.library.path
    workbench.set_library(None)
    workbench.set_library(Library.open(path, read_only=True))
    spec = FieldSpec(kind=Kind.TERM, label="C", vocabulary="challenge")
    assert TermChoices(spec, context).find("zebra") == ()
