"""Named things beside the cases: kept in their order, put back where they were, never larger than a library bears."""

import pytest

from casebook.domain.errors import LibraryError, NotFoundError, ReadOnlyError
from casebook.storage.library import Library
from casebook.storage.shelf import LARGEST


@pytest.fixture
def library(tmp_path):
    with Library.create(tmp_path / "a.casebook", author="Ama Mensah") as library:
        yield library


def names(library, kind="build"):
    return [kept.name for kept in library.shelf.all(kind)]


def test_what_is_kept_is_there_when_the_library_is_opened_again(tmp_path):
    path = tmp_path / "b.casebook"
    body = {"formats": ["pdf"], "audience": "public", "title": "الجزء الأول"}
    with Library.create(path, author="Ama Mensah") as library:
        kept = library.shelf.put("build", "Handout", body)
    with Library.open(path, read_only=True) as library:
        assert library.shelf.all("build") == [kept] and library.shelf.all("comparison") == []
        found = library.shelf.get(kept.id)
        assert (found.name, found.body, found.who) == ("Handout", body, "Ama Mensah")
        assert found.at.endswith("+00:00")
        with pytest.raises(ReadOnlyError):
            library.shelf.put("build", "Another", {})


def test_each_kind_has_an_order_of_its_own(library):
    for name in ("one", "two", "three"):
        library.shelf.put("build", name, {})
    library.shelf.put("comparison", "elsewhere", {})
    one, _two, three = library.shelf.all("build")
    library.shelf.move(three.id, 0)
    assert names(library) == ["three", "one", "two"]
    library.shelf.move(one.id, 99)
    assert names(library) == ["three", "two", "one"]
    library.shelf.put("build", "second", {}, position=1)
    assert names(library) == ["three", "second", "two", "one"] and names(library, "comparison") == [
        "elsewhere"
    ]


def test_changing_one_leaves_it_in_its_place(library):
    first = library.shelf.put("build", "first", {"audience": "public"})
    library.shelf.put("build", "second", {})
    changed = library.shelf.put("build", "renamed", {"audience": "partner"}, first.id)
    assert changed.id == first.id and names(library) == ["renamed", "second"]
    assert library.shelf.get(first.id).body == {"audience": "partner"}


def test_what_was_taken_away_can_be_put_back(library):
    for name in ("one", "two", "three"):
        library.shelf.put("build", name, {"name": name})
    gone = library.shelf.remove(library.shelf.all("build")[1].id)
    assert names(library) == ["one", "three"]
    with pytest.raises(NotFoundError, match="no longer in the library"):
        library.shelf.remove(gone.id)
    back = library.shelf.put(gone.kind, gone.name, gone.body, gone.id, gone.position)
    assert back.id == gone.id and names(library) == ["one", "two", "three"]


def test_a_value_larger_than_a_library_bears_is_refused(library):
    with pytest.raises(LibraryError, match="too large"):
        library.shelf.put("build", "Huge", {"text": "x" * LARGEST})
    assert library.shelf.all("build") == []
