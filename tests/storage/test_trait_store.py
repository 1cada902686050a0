import attrs
import pytest

from casebook.domain.aspects import traits_of
from casebook.domain.errors import NotALibraryError
from casebook.storage.library import Library
from casebook.storage.trait_store import span_of
from tests.builders import build_case


def quiet(_done, _of):
    return None


def never():
    return False


@pytest.fixture(scope="module")
def held():
    return [build_case(seed, 30) for seed in range(4)]


@pytest.fixture
def library(held, tmp_path):
    with Library.create(tmp_path / "some.casebook") as made:
        made.cases.add_all(held)
        yield made


def test_the_tables_hold_the_traits_of_every_case(library, held):
    index = library.traits.index(quiet, never)
    assert index.traits(case.id for case in held) == {case.id: traits_of(case) for case in held}


def test_names_come_with_free_words(library, held):
    index = library.traits.index(quiet, never)
    words = next(place.name for case in held for place in case.places if place.name)
    assert index.names[words.casefold()].casefold() == words.casefold()


def test_what_lies_in_the_trash_has_no_traits(library, held):
    library.cases.trash(held[1].id)
    assert held[1].id not in library.traits.index(quiet, never).numbers


def test_progress_is_told_and_a_cancelled_index_is_left_at_once(library):
    told = []
    library.traits.index(lambda done, of: told.append((done, of)), never)
    assert told[0] == (0, len(told)) and told[-1] == (len(told) - 1, len(told))
    assert library.traits.index(quiet, lambda: True).rarity().held_by == {}


def test_labels_and_names(library, held):
    one = held[0]
    label = library.traits.labels([one.id, "gone"])[one.id]
    assert attrs.astuple(label) == (one.id, one.ref_code, one.title)
    actor = one.actor_records[0]
    assert library.traits.names("actor_records", [actor.id]) == {actor.id: actor.short_name}


def test_a_period_that_is_none_is_damage():
    with pytest.raises(NotALibraryError):
        span_of("2003-99-99", "2004-01-01")
