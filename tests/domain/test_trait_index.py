import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.domain.aspects import aspects, traits_of
from casebook.domain.case import CASE
from casebook.domain.errors import NotFoundError
from casebook.domain.resemblance import rarity_of, resemblance
from casebook.domain.trait_index import TraitIndex
from tests.strategies import cases

ASPECTS = aspects(CASE)


def never():
    return False


def index_of(held):
    index = TraitIndex(case.id for case in held)
    for aspect in ASPECTS:
        rows = [(case.id, term) for case in held for key, term in traits_of(case).terms if key == aspect.key]
        index.add(aspect, [*rows, *rows])
    for case in held:
        if (period := traits_of(case).period) is not None:
            index.add_period(case.id, period)
    return index


@settings(max_examples=30)
@given(held=st.lists(cases(), min_size=2, max_size=6, unique_by=lambda case: case.id))
def test_it_finds_what_comparing_each_with_each_finds(held):
    index = index_of(held)
    known = {case.id: traits_of(case) for case in held}
    rarity = rarity_of(known.values(), ASPECTS)
    assert index.traits(known) == known
    assert index.rarity().held_by == rarity.held_by
    one = held[0]
    naive = {
        case.id: resemblance(known[one.id], known[case.id], rarity)
        for case in held[1:]
        if known[one.id].terms & known[case.id].terms or resemblance(known[one.id], known[case.id], rarity)
    }
    found = index.most_like(one.id, 50, never)
    assert {alike.case_id: pytest.approx(alike.score) for alike in found if alike.score} == {
        case_id: score for case_id, score in naive.items() if score
    }
    assert [alike.score for alike in found] == sorted((alike.score for alike in found), reverse=True)


def test_only_so_many_are_found_and_none_when_cancelled():
    held = [CASE.case_type(era="cold-war") for _ in range(5)]
    index = index_of(held)
    assert len(index.most_like(held[0].id, 3, never)) == 3
    assert index.most_like(held[0].id, 3, lambda: True) == ()


def test_a_case_that_is_not_there_is_refused():
    with pytest.raises(NotFoundError):
        TraitIndex([]).most_like("gone", 5, never)
