"""The best answers come first."""

import pytest

from casebook.domain.case import new_case
from casebook.domain.sections.challenges import Challenge
from casebook.domain.wanted import Every, HasWords
from casebook.storage.listing import RELEVANCE, ListQuery

LONG = "Much else was said about the roads and the rains. " * 12
TITLED = new_case(title="Quartz corridor")
TWICE = new_case(title="Other", challenges=(Challenge(title="Quartz"), Challenge(description="quartz")))
ONCE = new_case(title="Third", context=f"{LONG} quartz")
NONE = new_case(title="Fourth", context=LONG)


@pytest.fixture
def shelf(library):
    library.cases.add_all((ONCE, TWICE, TITLED, NONE))
    return library


def listed(library, *words, whole=False):
    wanted = Every(tuple(HasWords((word,), whole=whole) for word in words))
    return library.cases.ids(ListQuery(wanted=wanted, sort=RELEVANCE))


def test_a_title_says_more_than_a_text(shelf):
    found = listed(shelf, "quartz")
    assert set(found) == {TITLED.id, TWICE.id, ONCE.id}
    assert found[-1] == ONCE.id


def test_without_words_the_latest_stand_first(shelf):
    assert set(listed(shelf)) == {TITLED.id, TWICE.id, ONCE.id, NONE.id}
    assert shelf.cases.ids(ListQuery(sort=RELEVANCE)) == shelf.cases.ids(ListQuery())


def test_words_that_stand_everywhere_are_not_ranked(shelf, monkeypatch):
    monkeypatch.setattr("casebook.storage.ranking.MANY", 2)
    assert set(listed(shelf, "quartz")) == {TITLED.id, TWICE.id, ONCE.id}
    assert listed(shelf, "quartz") == [one for one in shelf.cases.ids(ListQuery()) if one != NONE.id]


def test_the_rarest_word_orders(shelf):
    assert listed(shelf, "rains", "quartz") == [ONCE.id]
