import itertools

from hypothesis import given
from hypothesis import strategies as st

from casebook.ui.library.year_axis import YearAxis

axes = st.builds(
    lambda first, span, width, mirrored: YearAxis(first, first + span, 12, 12 + width, mirrored),
    st.integers(1800, 2020),
    st.integers(0, 199),
    st.integers(60, 1500),
    st.booleans(),
)


@given(axes, st.data())
def test_a_year_is_where_it_is_drawn(axis, data):
    year = data.draw(st.integers(axis.first, axis.last))
    left, right = axis.span(year, year)
    assert axis.left - 1e-6 <= left < right <= axis.right + 1e-6
    assert axis.year((left + right) / 2) == year


@given(axes, st.dictionaries(st.integers(1800, 2219), st.integers(1, 50), max_size=40))
def test_bars_stand_side_by_side_and_lose_no_peak(axis, counts):
    bars = sorted(axis.bars(counts))
    assert all(one[1] <= other[0] + 1e-6 for one, other in itertools.pairwise(bars))
    within = [count for year, count in counts.items() if axis.first <= year <= axis.last]
    assert max((bar[3] for bar in bars), default=0) == max(within, default=0)


@given(axes, st.integers(20, 120))
def test_marks_have_room(axis, room):
    marks = axis.marks(room)
    places = sorted(axis.start(year) for year in marks)
    assert marks and all(other - one >= room - 1e-6 for one, other in itertools.pairwise(places))


def test_time_runs_from_right_to_left_when_mirrored():
    axis = YearAxis(2000, 2009, 0, 100, mirrored=True)
    assert axis.year(5) == 2009 and axis.year(95) == 2000
    assert axis.year(-50) == 2009 and axis.year(500) == 2000
