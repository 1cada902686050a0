import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.world import Box
from casebook.ui.library.map_window import NEAREST, NORTH, SOUTH, MapWindow

WHOLE = MapWindow(1, 1).resized(900, 500)
pixels = st.tuples(st.floats(0, 900), st.floats(0, 500))
steps = st.lists(
    st.one_of(
        st.tuples(st.just("zoomed"), st.floats(0.3, 3), pixels),
        st.tuples(st.just("moved"), st.floats(-800, 800), st.floats(-800, 800)),
    ),
    max_size=8,
)


def walked(window, steps):
    for name, one, other in steps:
        window = window.zoomed(one, *other) if name == "zoomed" else window.moved(one, other)
    return window


@given(steps, pixels)
def test_a_pixel_is_found_again(way, pixel):
    window = walked(WHOLE, way)
    assert window.at(*window.point(*pixel)) == pytest.approx(pixel, abs=1e-4)


@given(steps)
def test_one_never_leaves_the_world(way):
    window = walked(WHOLE, way)
    assert window.furthest <= window.scale <= NEAREST and 0 <= window.x <= 1
    if window.height < (SOUTH - NORTH) * window.scale:
        assert window.box.top >= NORTH - 1e-9 and window.box.bottom <= SOUTH + 1e-9
    assert 0 in window.turns() or window.scale > window.width


def test_zooming_keeps_what_is_under_the_mouse():
    near = WHOLE.zoomed(4, 450, 260)
    before = near.point(300, 200)
    assert near.zoomed(2, 300, 200).point(300, 200) == pytest.approx(before)


def test_a_box_is_fitted_in_with_its_margin():
    window = WHOLE.fitted(Box(0.4, 0.2, 0.5, 0.25), 50, NEAREST)
    (left, top), (right, bottom) = window.at(0.4, 0.2), window.at(0.5, 0.25)
    assert left >= 49 and right <= 851 and top >= 49 and bottom <= 451
    assert min(left, top) == pytest.approx(50, abs=1)
    across = WHOLE.fitted(Box(0.98, 0.3, 1.02, 0.32), 50)
    assert set(across.turns()) == {-1, 0}


def test_the_whole_world_is_seen_when_nothing_is_nearer():
    low = MapWindow(1, 1).resized(2000, 200)
    assert low.scale == pytest.approx(200 / (SOUTH - NORTH)) and low.turns() == (0,)
