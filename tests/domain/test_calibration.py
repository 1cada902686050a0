import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.calibration import crisp, direct, share

VALUES = st.floats(-50, 50)


def test_crisp_and_share():
    assert [crisp(number) for number in (0, 1, 7)] == [0.0, 1.0, 1.0]
    assert [share(step, 5) for step in (0, 1, 4, 5)] == [0.0, 0.2, 0.8, 1.0]


def test_the_direct_method_at_its_anchors():
    at = {value: direct(value, (2.0, 5.0, 10.0)) for value in (2.0, 5.0, 10.0)}
    assert at[5.0] == 0.5
    assert at[10.0] == pytest.approx(math.exp(3) / (1 + math.exp(3)))
    assert at[2.0] == pytest.approx(1 - at[10.0])


@given(VALUES, VALUES)
def test_more_is_never_less_of_a_member(one, other):
    low, high = sorted((one, other))
    anchors = (0.0, 3.0, 8.0)
    assert 0 <= direct(low, anchors) <= direct(high, anchors) <= 1
    assert direct(low, tuple(reversed(anchors))) >= direct(high, tuple(reversed(anchors)))


@pytest.mark.parametrize("anchors", [(1.0, 1.0, 2.0), (1.0, 3.0, 2.0), (0.0, 0.0, 0.0)])
def test_anchors_out_of_order_are_refused(anchors):
    with pytest.raises(ValueError, match="between"):
        direct(1.0, anchors)
