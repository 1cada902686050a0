import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.active_years import ActiveYears, YearCounts, active_years, year_counts

years = st.integers(1900, 2100)
spans = st.builds(
    lambda one, other, open_first, open_last: ActiveYears(
        None if open_first and not open_last else min(one, other), None if open_last else max(one, other)
    ),
    years,
    years,
    st.booleans(),
    st.booleans(),
)


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2003/2018", ActiveYears(2003, 2018)),
        ("2003-08~", ActiveYears(2003, 2003)),
        ("2005/..", ActiveYears(2005, None)),
        ("../2009", ActiveYears(None, 2009)),
        ("[..2009]", ActiveYears(None, 2009)),
        ("[2009..]", ActiveYears(2009, None)),
        ("199X", ActiveYears(1990, 1999)),
        ("", None),
        ("soon", None),
    ],
)
def test_a_period_says_its_years(period, expected):
    assert active_years(period) == expected


@given(st.lists(spans, min_size=1, max_size=12))
def test_each_year_counts_the_cases_that_were_under_way(some):
    counted = year_counts(some)
    for year, count in counted.counts.items():
        assert count == sum(span.meets(year, year) for span in some)
    known = [year for span in some for year in (span.first, span.last) if year is not None]
    assert list(counted.counts) == list(range(min(known), max(known) + 1))
    assert counted.before == sum(span.first is None for span in some)
    assert counted.after == sum(span.last is None for span in some)


@given(spans, years, years)
def test_some_years_are_met_when_one_of_them_is(span, one, other):
    first, last = sorted((one, other))
    last = min(last, first + 40)
    assert span.meets(first, last) == any(span.meets(year, year) for year in range(first, last + 1))


def test_no_cases_have_no_years():
    assert year_counts([]) == YearCounts()
