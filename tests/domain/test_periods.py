from datetime import date

from hypothesis import given

from casebook.domain.dates import When
from casebook.domain.periods import Span, common_years, overlap
from tests.strategies import WHENS


def span(edtf):
    return Span.of(When(edtf))


@given(one=WHENS, other=WHENS)
def test_overlap_is_the_same_from_both_sides_and_whole_with_itself(one, other):
    left, right = Span.of(one), Span.of(other)
    assert overlap(left, right) == overlap(right, left)
    assert 0 <= overlap(left, right) <= 1 == overlap(left, left)
    assert common_years(left, right) == common_years(right, left)
    assert (common_years(left, right) is None) == (overlap(left, right) == 0)


def test_the_days_in_common_over_the_days_of_either():
    assert overlap(span("2003/2006"), span("2005/2008")) == 730 / 2192
    assert common_years(span("2003/2006"), span("2005/2008")) == (2005, 2006)
    assert overlap(span("2003"), span("2005")) == 0
    assert common_years(span("2003"), span("2005")) is None


def test_what_goes_on_goes_on_as_long_as_the_other_does():
    assert overlap(span("2003/.."), span("2003/2005")) == 1
    assert common_years(span("2004/.."), span("2003/2005")) == (2004, 2005)
    assert 0.8 < overlap(span("2003/.."), span("2005/..")) < 1
    assert overlap(span("2009/.."), span("2003/2005")) == 0


def test_what_has_no_beginning_stands_at_its_end():
    assert span("../2010-05-06") == Span(date(2010, 5, 6), date(2010, 5, 6))
