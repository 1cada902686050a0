import pytest

from casebook.domain.map_plane import x_of, y_of
from casebook.domain.world import Position, world_of

# Two squares that share a side, a third without a code below them, and an island too small to be drawn.
DATA = {
    "grid": 10,
    "arcs": [
        [0, 0, 0, 100],
        [0, 100, -100, 0, 0, -100, 100, 0],
        [0, 0, 100, 0],
        [0, 100, 100, 0, 0, -100],
        [100, 0, 0, -100, -100, 0, 0, 100],
    ],
    "lands": {"AA": [[[0, 1]]], "BB": [[[3, -3, 0]]]},
    "others": [[[2, 4]]],
    "unsettled": [2],
    "positions": {"AA": [5, -5], "BB": [5, 5], "CC": [40, 40]},
}


@pytest.fixture(scope="module")
def world():
    return world_of(DATA)


def test_outlines_are_closed_and_put_together_from_shared_lines(world):
    (outline,) = world.lands["BB"]
    assert outline[0] == outline[-1]
    assert set(outline) == {(x_of(x), y_of(y)) for x, y in ((0, 0), (0, 10), (10, 10), (10, 0))}


def test_where_two_countries_meet_is_a_border_once(world):
    up = ((x_of(0), y_of(0)), (x_of(0), y_of(10)))
    assert world.borders == (up,)
    assert world.unsettled == (((x_of(0), y_of(0)), (x_of(10), y_of(0))),)
    assert len(world.lands[""]) == 1


def test_a_country_holds_what_lies_in_it_or_just_outside(world):
    assert world.may_hold("AA", x_of(-5), y_of(5)) and world.may_hold("AA", x_of(0.2), y_of(5))
    assert not world.may_hold("AA", x_of(5), y_of(5)) and not world.may_hold("ZZ", 0.5, 0.2)
    assert world.positions["CC"] == Position(40, 40)
    assert world.may_hold("CC", x_of(40.1), y_of(40.1)) and not world.may_hold("CC", x_of(45), y_of(40))
