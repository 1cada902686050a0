import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.publishing.page_budget import SHARES, Room, within
from casebook.publishing.shortening import shorten
from casebook.publishing.views import FieldView


@pytest.mark.parametrize("fits_below", [1.1, 0.7, 0.3, 0.05])
def test_the_most_room_that_fits_is_found_in_a_few_steps(fits_below):
    laid: list[Room] = []
    made = within(2, laid.append, lambda: 2 if laid[-1].share < fits_below else 3)
    assert made == 2 and len(laid) <= 7
    assert laid[-1].share == next(share for share in SHARES if share < fits_below)


@given(st.lists(st.floats(0.04, 1.1), min_size=1, max_size=5))
def test_what_fitted_the_last_time_is_tried_first_and_changes_nothing(limits):
    of = (f"a report {limits}",)
    for fits_below in limits:
        known: list[Room] = []
        fresh: list[Room] = []
        made = within(2, known.append, lambda: 2 if known[-1].share < fits_below else 3, of)  # noqa: B023
        assert made == within(2, fresh.append, lambda: 2 if fresh[-1].share < fits_below else 3)  # noqa: B023
        assert known[-1].share == fresh[-1].share and len(known) <= 8
    again: list[Room] = []
    within(2, again.append, lambda: 2 if again[-1].share < limits[-1] else 3, of)
    assert len(again) <= 2 and again[-1].share == known[-1].share


def test_what_never_fits_is_told_by_its_pages():
    laid: list[Room] = []
    assert within(1, laid.append, lambda: 4) == 4
    assert laid[-1].share == SHARES[-1]


def test_limits_shrink_and_what_they_cut_is_counted():
    room = Room(0.5)
    assert room.few(9) == 5 and room.few(1) == 1 and room.few(4, 3) == 3
    assert room.first([1, 2, 3, 4, 5], 6, "lessons") == [1, 2, 3]
    assert room.first([1, 2, 3, 4], 6, "lessons") == [1, 2, 3]
    assert room.left_out == {"lessons": 3}
    field = FieldView(name="a", label="A", kind="prose", html=shorten("<p>One. Two. Three.</p>", 9, 99).html)
    assert room.text(field, 4, 500) == "<p>One. Two.\u00a0…</p>" and room.shortened == 1
    assert room.title("a" * 30, 10) == "a" * 10 + "…" and room.shortened == 2
