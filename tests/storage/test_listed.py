"""What was found, in the order of the list: the same as putting all of it in order at once, however it is looked at."""

from array import array

from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from casebook.storage.listed import Listed

NUMBERS = st.lists(st.integers(1, 60), unique=True, max_size=40)


@st.composite
def cases(draw):
    """Two orders without a number in common, what was found of them, and what stands first."""
    order = draw(NUMBERS)
    cut = draw(st.integers(0, len(order)))
    found = draw(st.lists(st.sampled_from(order), unique=True)) if order else []
    first = draw(st.lists(st.sampled_from(found), unique=True)) if found else []
    return array("I", order[:cut]), array("I", order[cut:]), found, first


def naive(filled, empty, found, first):
    return first + [number for number in [*filled, *empty] if number in found and number not in first]


@given(cases(), st.integers(-45, 45), st.slices(40))
def test_any_part_is_that_of_the_whole(drawn, place, part):
    filled, empty, found, first = drawn
    listed = Listed(BitMap(found), filled, empty, first=first)
    whole = naive(*drawn)
    assert len(listed) == len(whole)
    assert list(listed[part]) == whole[part]
    if -len(whole) <= place < len(whole):
        assert listed[place] == whole[place]
    assert list(listed) == whole
    assert list(listed[part]) == whole[part]


def test_the_first_page_does_not_go_through_everything():
    asked = []

    def order():
        for number in range(1, 100_001):
            asked.append(number)
            yield number

    listed = Listed(BitMap(range(1, 100_001)), order())
    assert len(listed) == 100_000
    assert list(listed[:50]) == list(range(1, 51))
    assert len(asked) == 50
