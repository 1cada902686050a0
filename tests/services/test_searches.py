"""Searches kept in a library: they come back as they were, and find anew each time."""

from collections.abc import Iterator

import attrs
import pytest

from casebook.domain.case import Case
from casebook.domain.errors import NotFoundError
from casebook.domain.wording import Wording
from casebook.services.own_terms import vocabularies_of
from casebook.services.panels import Tick
from casebook.services.searches import (
    KIND,
    NAME_LENGTH,
    SavedSearch,
    keep_search,
    remove_search,
    saved_searches,
    search_named,
)
from casebook.storage.library import Library


@pytest.fixture
def library(tmp_path) -> Iterator[Library]:
    with Library.create(tmp_path / "lib.casebook", author="Ama") as held:
        yield held


def asked(search, person, library):
    return search.asked_by(person, library, Wording(vocabularies=vocabularies_of(library)))


def test_a_search_comes_back_as_it_was(library):
    made = SavedSearch(
        name="Ours", text="disarm kenema", statuses=("draft",), mine=True, ticks=(Tick("tag", "a"),)
    )
    kept = keep_search(library, made)
    assert saved_searches(library) == [kept]
    assert attrs.evolve(kept, id="") == made


def test_it_finds_what_is_there_when_it_is_asked(library):
    search = keep_search(library, SavedSearch(name="", text="quartz"))
    assert search.name == "quartz"
    assert library.cases.ids(asked(search, "Ama", library)) == []
    case = Case(title="Quartz corridor")
    library.cases.save(None, case)
    assert library.cases.ids(asked(search, "Ama", library)) == [case.id]
    mine = attrs.evolve(search, mine=True)
    assert library.cases.ids(asked(mine, "Ama", library)) == [case.id]
    assert library.cases.ids(asked(mine, "Somebody else", library)) == []


def test_its_words_are_a_query_and_its_ticks_narrow(library):
    draft, done = Case(title="Quartz", tags=("a",)), Case(title="Quartz", status="published", tags=("b",))
    library.cases.add_all((draft, done))
    search = SavedSearch(name="q", text="quartz NOT status:published")
    assert library.cases.ids(asked(search, "Ama", library)) == [draft.id]
    either = SavedSearch(name="q", text="quartz", ticks=(Tick("tag", "b"),))
    assert library.cases.ids(asked(either, "Ama", library)) == [done.id]
    only = attrs.evolve(either, statuses=("draft",))
    assert library.cases.ids(asked(only, "Ama", library)) == []


def test_removed_and_put_back(library):
    kept = keep_search(library, SavedSearch(name="Ours", text="quartz"))
    remove_search(library, kept)
    assert saved_searches(library) == []
    with pytest.raises(NotFoundError):
        remove_search(library, kept)
    assert keep_search(library, kept) == kept
    assert saved_searches(library) == [kept]


def test_it_is_found_by_its_name_in_capitals_or_not(library):
    kept = keep_search(library, SavedSearch(name="Ours", text="quartz"))
    assert search_named(library, " OURS ") == kept
    with pytest.raises(NotFoundError, match="theirs"):
        search_named(library, "theirs")


def test_a_long_name_is_cut_and_what_cannot_be_read_is_left_out(library):
    kept = keep_search(library, SavedSearch(name="word\n" * 100, text="quartz"))
    assert len(kept.name) <= NAME_LENGTH
    assert "\n" not in kept.name
    library.shelf.put(KIND, "Broken", {"text": ["not", "words"]})
    library.shelf.put(KIND, "Broken too", {"text": "a", "statuses": 7})
    assert saved_searches(library) == [kept]
    pairs = [["tag", "a"], ["no such panel", "b"], ["tag"], "tag", [1, 2, 3]]
    library.shelf.put(KIND, "In part", {"text": "a", "ticks": pairs})
    assert search_named(library, "in part").ticks == (Tick("tag", "a"),)
