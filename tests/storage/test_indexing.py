"""The index made anew answers as before, can be stopped, and mends what was damaged."""

import pytest

from casebook.domain.errors import ReadOnlyError
from casebook.storage.library import Library
from casebook.storage.listing import ListQuery
from tests.builders import build_case
from tests.finding import found
from tests.storage.test_facets import stored, words


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    with Library.create(tmp_path_factory.mktemp("index") / "shelf.casebook", author="Ama") as library:
        library.cases.add_all(build_case(seed, 30) for seed in range(3))
        library.cases.trash(build_case(2, 30).id)
        yield library


def all_of(library):
    texts = library._database.driver.execute(
        "SELECT entry_id, field, case_id, section, title, body FROM search_text ORDER BY entry_id, field"
    ).fetchall()
    return stored(library), words(library), texts, found(library, "radio network")


def test_made_anew_it_answers_as_before_and_says_how_far_it_is(shelf):
    before, said = all_of(shelf), []
    assert shelf.reindex(lambda done, of: said.append(done / max(of, 1)))
    assert all_of(shelf) == before
    assert said == sorted(said)
    assert 0 <= said[0] < said[-1] <= 1


@pytest.mark.parametrize("steps", [1, 4, 6])
def test_stopped_all_is_as_it_was(shelf, steps):
    before, seen = all_of(shelf), []
    assert not shelf.reindex(lambda done, _of: seen.append(done), lambda: len(seen) >= steps)
    assert all_of(shelf) == before


def test_it_mends_what_was_damaged(shelf):
    before = all_of(shelf)
    driver = shelf._database.driver
    driver.execute("DELETE FROM facet_sets WHERE facet IN ('status', 'state')")
    driver.execute("INSERT INTO word_index (word_index) VALUES ('delete-all')")
    driver.execute("DELETE FROM search_text WHERE section IN ('', 'challenges')")
    assert shelf.cases.count(ListQuery()) == 0
    assert shelf.reindex(lambda _done, _of: None)
    assert all_of(shelf)[:3] == before[:3]
    assert shelf.cases.count(ListQuery()) == 2
    driver.execute("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)")


def test_an_empty_library_and_one_that_is_only_read(library):
    assert library.reindex(lambda _done, _of: None)
    with Library.open(library.path, read_only=True) as reading, pytest.raises(ReadOnlyError):
        reading.reindex(lambda _done, _of: None)
