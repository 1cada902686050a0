from casebook.domain.lanes import axis_of, lane_of
from casebook.ui.compare.lane_walk import beside, stepped
from tests.domain.test_lanes import WORDING, case

LANES = [
    lane_of(case("a", None, ("2000", "x"), ("2010", "y")), WORDING),
    lane_of(case("b", "2000/2001"), WORDING),
    lane_of(case("c", None, ("1999", "x"), ("2003", "y"), ("2011", "z")), WORDING),
]
AXIS = axis_of(LANES)


def test_along_a_lane_and_no_further():
    assert stepped(LANES, None, 1) == (0, 0)
    assert stepped(LANES, (0, 0), 1) == (0, 1)
    assert stepped(LANES, (0, 1), 1) == (0, 1)
    assert stepped(LANES, (0, 0), -1) == (0, 0)


def test_to_the_event_that_is_nearest_in_time():
    assert beside(LANES, AXIS, (0, 1), 1) == (2, 2)
    assert beside(LANES, AXIS, (2, 1), -1) == (0, 0)
    assert beside(LANES, AXIS, (2, 1), 1) is None
    assert beside([], AXIS, None, 1) is None
