import math

from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.map_shapes import Shape, extent, rectangle
from casebook.domain.world import Box

coordinates = st.integers(-40, 140).map(lambda number: number / 100 + 0.0013)
corners = st.lists(st.tuples(coordinates, coordinates), min_size=3, max_size=9).map(tuple)
points = st.tuples(st.floats(0, 0.9999), st.floats(0, 0.57))


def winds_round(shape, x, y):
    """The plain rule: turn by turn round the Earth, edge by edge."""
    for turn in range(-3, 4):
        winding = 0
        for (x1, y1), (x2, y2) in zip(shape.corners, (*shape.corners[1:], shape.corners[0]), strict=True):
            if (y1 <= y) != (y2 <= y) and x + turn < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
                winding += 1 if y2 > y1 else -1
        if winding:
            return True
    return False


@given(corners, points)
def test_what_lies_within_is_what_the_line_goes_round(drawn, point):
    shape = Shape(drawn)
    assert shape.holds(*point) == winds_round(shape, *point)


@given(corners, points, st.floats(0, 0.3), st.floats(0, 0.3), st.lists(points, max_size=8))
def test_a_verdict_on_a_box_holds_for_all_points_of_it(drawn, corner, wide, high, some):
    shape = Shape(drawn)
    box = Box(corner[0], corner[1], min(corner[0] + wide, 1.0), corner[1] + high)
    verdict = shape.verdict(box)
    if verdict is not None:
        inside = [point for point in some if box.holds(*point)]
        inside += [(box.left, box.top), (box.right, box.bottom)]
        assert {shape.holds(*point) for point in inside} == {verdict}


def test_a_shape_goes_across_the_antimeridian():
    shape = rectangle((0.95, 0.2), (1.05, 0.4))
    assert shape.holds(0.98, 0.3) and shape.holds(0.02, 0.3)
    assert not shape.holds(0.5, 0.3) and not shape.holds(0.02, 0.5)
    assert shape.verdict(Box(0.01, 0.25, 0.03, 0.3)) is True
    assert shape.verdict(Box(0.4, 0.25, 0.5, 0.3)) is False


def test_both_loops_of_an_eight_lie_within():
    eight = Shape(((0.2, 0.2), (0.4, 0.3), (0.4, 0.2), (0.2, 0.3)))
    assert eight.holds(0.22, 0.25) and eight.holds(0.38, 0.25)
    assert not eight.holds(0.3, 0.21)


@given(st.lists(points, min_size=1, max_size=12))
def test_the_extent_holds_all_points_and_is_the_shortest_way_round(some):
    box = extent(some)
    assert 0 <= box.right - box.left < 1
    for x, y in some:
        assert box.top <= y <= box.bottom
        assert any(box.left - 1e-9 <= x + turn <= box.right + 1e-9 for turn in (0, 1))
    plain = max(x for x, _y in some) - min(x for x, _y in some)
    assert box.right - box.left <= plain + 1e-9


def test_the_extent_of_fiji_goes_across():
    box = extent([(0.99, 0.3), (0.01, 0.32)])
    assert math.isclose(box.right - box.left, 0.02) and math.isclose(box.right, 1.01)
    assert extent([]) is None
