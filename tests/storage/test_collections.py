"""Collections made by hand: nested, ordered, counted once, put back as they were."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casebook.domain.case import Case
from casebook.domain.errors import LibraryError, NotFoundError, ReadOnlyError
from casebook.storage.library import Library

CASES = tuple(Case(title=f"Case {at}") for at in range(6))
IDS = [case.id for case in CASES]


@pytest.fixture
def held(library):
    library.cases.add_all(CASES)
    return library.collections


def outline(held) -> list[str]:
    return ["  " * one.depth + one.name for one in held.all()]


@pytest.fixture
def africa(held):
    """Africa with West (Mano) and East in it; another beside it."""
    top = held.create("Africa")
    west = held.create("West", top.id)
    held.create("East", top.id)
    held.create("Mano", west.id)
    held.create("Asia")
    return {one.name: one.id for one in held.all()}


def test_they_stand_in_one_another_in_their_order(held, africa):
    assert outline(held) == ["Africa", "  West", "    Mano", "  East", "Asia"]
    held.move(africa["East"], africa["Africa"], 0)
    held.move(africa["Mano"], "")
    assert outline(held) == ["Africa", "  East", "  West", "Asia", "Mano"]
    held.move(africa["Asia"], "", 0)
    assert outline(held)[0] == "Asia"


@pytest.mark.parametrize("into", ["Africa", "West", "Mano"])
def test_none_stands_in_itself(held, africa, into):
    before = held.all()
    with pytest.raises(LibraryError, match="in itself"):
        held.move(africa["Africa"], africa[into])
    assert held.all() == before


def test_a_case_in_many_is_counted_once_and_not_when_it_lies_in_the_trash(held, africa, library):
    held.put(africa["Mano"], IDS[:3])
    held.put(africa["West"], IDS[1:4])
    held.put(africa["East"], IDS[5:])
    named = {name: held.counts().get(one, 0) for name, one in africa.items()}
    assert named == {"Africa": 5, "West": 4, "Mano": 3, "East": 1, "Asia": 0}
    assert held.case_ids(africa["West"]) == IDS[:4]
    library.cases.trash(IDS[0])
    assert held.counts()[africa["Mano"]] == 2 and IDS[0] not in held.case_ids(africa["Africa"])
    library.cases.restore(IDS[0])
    assert held.counts()[africa["Mano"]] == 3
    assert held.holding(IDS[1:3]) == {africa["Mano"]: 2, africa["West"]: 2}
    library.cases.delete(IDS[0])
    assert held.held(africa["Mano"]) == set(IDS[1:3])


def test_putting_in_and_taking_out_tell_what_was_new(held, africa):
    assert set(held.put(africa["Asia"], [*IDS[:2], "nobody"])) == set(IDS[:2])
    assert held.put(africa["Asia"], IDS[:3]) == [IDS[2]]
    assert set(held.take_out(africa["Asia"], IDS[1:])) == set(IDS[1:3])
    assert held.held(africa["Asia"]) == {IDS[0]}


def test_one_that_was_removed_comes_back_with_all_in_it(held, africa):
    held.put(africa["Mano"], IDS[:2])
    held.put(africa["Africa"], IDS[2:4])
    before = outline(held), held.counts()
    removed = held.remove(africa["Africa"])
    assert outline(held) == ["Asia"] and held.counts() == {}
    held.put_back(removed)
    assert (outline(held), held.counts()) == before


def test_what_was_deleted_meanwhile_does_not_come_back(held, africa, library):
    held.put(africa["Asia"], IDS[:2])
    removed = held.remove(africa["Asia"])
    library.cases.delete(IDS[0])
    held.put_back(removed)
    assert held.held(africa["Asia"]) == {IDS[1]}
    assert library.problems() == []


def test_names_and_colours(held, africa):
    held.rename(africa["Asia"], "  South \n Asia ")
    held.paint(africa["Asia"], "teal")
    assert (held.get(africa["Asia"]).name, held.get(africa["Asia"]).colour) == ("South Asia", "teal")
    with pytest.raises(LibraryError, match="name"):
        held.rename(africa["Asia"], "  ")
    assert len(held.create("x" * 5000).name) <= 120


def test_what_is_gone_is_told(held, africa):
    held.remove(africa["Asia"])
    for step in (
        lambda: held.remove(africa["Asia"]),
        lambda: held.rename(africa["Asia"], "x"),
        lambda: held.move(africa["Asia"], ""),
        lambda: held.move(africa["West"], africa["Asia"]),
        lambda: held.put(africa["Asia"], IDS),
        lambda: held.take_out(africa["Asia"], IDS),
        lambda: held.create("x", africa["Asia"]),
    ):
        with pytest.raises(NotFoundError):
            step()


def test_where_one_may_only_read_nothing_is_kept(held, africa, library):
    path = library.path
    library.close()
    with Library.open(path, read_only=True) as reading:
        assert outline(reading.collections)[0] == "Africa"
        with pytest.raises(ReadOnlyError):
            reading.collections.create("x")


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(st.tuples(st.integers(0, 5), st.integers(-1, 5), st.integers(0, 6)), max_size=8))
def test_however_they_are_moved_each_is_there_once(held, moves):
    for one in held.all():
        if not one.parent:
            held.remove(one.id)
    ids = [held.create(str(at)).id for at in range(6)]
    for moved, into, place in moves:
        try:
            held.move(ids[moved], ids[into] if into >= 0 else "", place)
        except LibraryError:
            continue
    found = held.all()
    assert sorted(one.id for one in found) == sorted(ids)
    parents = {one.id: one.parent for one in found}
    for one in found:
        beside = [other for other in found if other.parent == one.parent]
        assert [other.position for other in beside] == list(range(len(beside)))
        assert one.depth == (
            0 if not one.parent else next(o.depth for o in found if o.id == parents[one.id]) + 1
        )
