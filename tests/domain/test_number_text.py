"""Numbers as people write them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.number_text import LARGEST, NumberError, number, shown, whole_number


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("8,296", 8296),
        ("8 296", 8296),
        ("8\u202f296", 8296),
        ("8'296", 8296),
        ("12.5", 12.5),
        ("12,5", 12.5),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1,234,567", 1234567),
        ("1.234.567", 1234567),
        ("0,125", 0.125),
        ("−3", -3),
        (" 42 % ", 42),
        ("٤٢", 42),
        ("٤٢٫٥", 42.5),
        (".5", 0.5),
        ("", None),
    ],
)
def test_numbers_that_are_understood(typed, value):
    assert number(typed, "%") == value


@pytest.mark.parametrize(
    "typed", ["twelve", "1e5", "1,2,3", "1.2.3", "12 34", "--1", "5 -", "nan", "9" * 50, "1,23,456"]
)
def test_what_is_no_number_is_said_in_a_sentence(typed):
    with pytest.raises(NumberError, match="“"):
        number(typed)


def test_a_point_before_three_digits_separates_thousands_only_where_there_are_no_decimals():
    assert (whole_number("8.296"), number("8.296")) == (8296, 8.296)


@pytest.mark.parametrize("typed", ["1.5", str(LARGEST * 10)])
def test_whole_numbers_are_whole_and_not_endless(typed):
    with pytest.raises(NumberError):
        whole_number(typed)


@given(
    st.floats(allow_nan=False, allow_infinity=False, min_value=-1e12, max_value=1e12).map(
        lambda v: round(v, 6)
    )
)
def test_what_is_shown_reads_back(value):
    read = number(shown(value))
    assert read is not None
    assert math.isclose(read, value, abs_tol=1e-9)


@given(st.integers(-LARGEST, LARGEST))
def test_whole_numbers_read_back_exactly(value):
    assert whole_number(shown(value)) == value
