"""A library's own words are kept in its file, and everything that reads words sees them."""

import json

import pytest

from casebook.domain.case import Case
from casebook.domain.checks import find_problems
from casebook.domain.errors import ReadOnlyError
from casebook.domain.own_terms import Additions
from casebook.domain.records import TermRef
from casebook.domain.sections.challenges import Challenge
from casebook.domain.vocabulary import Term
from casebook.domain.word_list import WordList
from casebook.domain.wording import Wording
from casebook.exchange.carried_terms import carrying
from casebook.exchange.case_json import case_text
from casebook.publishing.order import Order
from casebook.services.importing import import_file, read_all
from casebook.services.own_terms import (
    KIND,
    additions_in,
    adopt,
    keep_additions,
    shipped_vocabularies,
    vocabularies_of,
)
from casebook.services.publishing import publish_all, take_out
from casebook.storage.library import Library

SHIPPED = shipped_vocabularies()


@pytest.fixture
def library(tmp_path):
    with Library.create(tmp_path / "a.casebook", author="Ama Mensah") as made:
        yield made


def with_convoys():
    words, term_id = WordList(shipped=SHIPPED["challenge"]).adding(
        "Convoys under fire", "en", "resource-constraints"
    )
    return words.more, term_id


def using(term_id, title="Liberia"):
    return Case(title=title, challenges=(Challenge(title="Roads", category=TermRef(term_id)),))


def test_words_are_there_when_the_library_is_opened_again(library):
    more, term_id = with_convoys()
    keep_additions(library, "challenge", more)
    path = library.path
    library.close()
    with Library.open(path, read_only=True) as again:
        assert (
            vocabularies_of(again)["challenge"].path(term_id) == "Resource constraints › Convoys under fire"
        )
        with pytest.raises(ReadOnlyError):
            keep_additions(again, "challenge", Additions())


def test_nothing_is_kept_when_nothing_is_added_any_more(library):
    keep_additions(library, "challenge", with_convoys()[0])
    assert len(library.shelf.all(KIND)) == 1
    keep_additions(library, "challenge", Additions())
    keep_additions(library, "challenge", Additions())
    assert library.shelf.all(KIND) == []
    assert vocabularies_of(library, SHIPPED) is SHIPPED


def test_a_damaged_list_is_passed_over_and_the_others_are_read(library):
    keep_additions(library, "challenge", with_convoys()[0])
    library.shelf.put(KIND, "framework", {"terms": "nonsense"}, f"{KIND}/framework")
    assert set(additions_in(library)) == {"challenge"}


def test_checks_know_own_words_and_suggest_what_replaces_them(library):
    more, term_id = with_convoys()
    case = using(term_id)
    before = find_problems(case, frozenset(), Wording(vocabularies=SHIPPED))
    assert any(found.rule == "unknown-term" for found in before)
    keep_additions(library, "challenge", more)
    found = find_problems(case, frozenset(), Wording(vocabularies=vocabularies_of(library)))
    assert not any(one.rule == "unknown-term" for one in found)
    retired = WordList(shipped=SHIPPED["challenge"], more=more).retiring(term_id, "funding")
    keep_additions(library, "challenge", retired.more)
    found = find_problems(case, frozenset(), Wording(vocabularies=vocabularies_of(library)))
    (one,) = [one for one in found if one.rule == "retired-term"]
    assert "Convoys under fire" in one.message and "Funding" in one.mend


def test_reports_read_own_words(library, tmp_path):
    more, term_id = with_convoys()
    keep_additions(library, "challenge", more)
    case = using(term_id)
    library.cases.save(None, case)
    (report,) = publish_all(
        [take_out(library, case.id)],
        Order(folder=tmp_path / "out", template="full-report", formats=("html",)),
    )
    assert "Convoys under fire" in report.files[0].read_text(encoding="utf-8")


def test_a_case_brings_its_words_to_a_library_that_lacks_them(library, tmp_path):
    more, term_id = with_convoys()
    case = using(term_id)
    file = tmp_path / "case.json"
    file.write_text(case_text(carrying(case, {"challenge": more})), encoding="utf-8")
    (incoming,) = read_all([file], lambda *_: None, lambda: False)
    assert import_file(library, incoming).titles == ("Liberia",)
    assert vocabularies_of(library)["challenge"].path(term_id) == "Resource constraints › Convoys under fire"
    assert library.cases.load(case.id).extra == {}
    assert import_file(library, incoming).already == ("Liberia",)


def test_a_case_without_its_words_reads_by_their_ids(library, tmp_path):
    _more, term_id = with_convoys()
    case = using(term_id)
    file = tmp_path / "case.json"
    file.write_text(case_text(case), encoding="utf-8")
    (incoming,) = read_all([file], lambda *_: None, lambda: False)
    import_file(library, incoming)
    held = library.cases.load(case.id)
    assert held.challenges[0].category == term_id == "convoys-under-fire"
    words = Wording(vocabularies=vocabularies_of(library))
    assert "convoys-under-fire" in words.facts(held.challenges[0], held)
    assert json.loads(case_text(held))["case"]["challenges"][0]["category"] == term_id


def test_words_the_library_has_are_left_as_it_has_them(library):
    more, term_id = with_convoys()
    keep_additions(library, "challenge", more)
    other = Term(id=term_id, label={"en": "Lorries"})
    assert adopt(library, {"challenge": (other, Term(id="fuel", label={"en": "Fuel"}))}) == 1
    listed = vocabularies_of(library)["challenge"]
    assert (listed.label(term_id), listed.label("fuel")) == ("Convoys under fire", "Fuel")


def test_no_word_comes_into_a_list_that_casebook_goes_by(library):
    odd = Term(id="odd", label={"en": "Odd"})
    assert adopt(library, {"consent": (odd,), "no-such-list": (odd,)}) == 0
    assert additions_in(library) == {}
