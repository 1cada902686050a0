"""Values that can be compared, as they are typed."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.services.ordered_values import LATEST, compared, grades, levels, since, span


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("2003", (2003, 2003)),
        ("2003..2010", (2003, 2010)),
        ("2003-2010", (2003, 2010)),
        ("2003–2010", (2003, 2010)),
        ("2003 .. 2010", (2003, 2010)),
        ("2003..", (2003, LATEST)),
        ("..2010", (0, 2010)),
        (">=4", (4, LATEST)),
        (">4", (5, LATEST)),
        ("<=4", (0, 4)),
        ("< 4", (0, 3)),
        ("=4", (4, 4)),
        ("75%", (75, 75)),
        (">=75 %", (75, LATEST)),
        ("..", None),
        (">=", None),
        ("", None),
        ("four", None),
        ("12345678901234567890", None),
        ("٣", None),
    ],
)
def test_a_span(text, within):
    assert span(text) == within


@given(st.text(alphabet="0123456789.<>=-–—% ABCDEF\x00٣²", max_size=30))
def test_no_text_is_too_odd(text):
    within = span(text)
    assert within is None or 0 <= within[1] <= LATEST + 1 or within == (0, -1)
    assert isinstance(list(grades(text)) + list(levels(text)), list)
    assert since(text, datetime(2026, 5, 1, tzinfo=UTC)) is None or text.strip()
    sign, rest = compared(text)
    assert sign + rest.replace(" ", "") == text.strip().replace(" ", "")


@pytest.mark.parametrize(
    ("text", "some", "none"),
    [
        ("C3", {"C3"}, {"C2", "B3", "C–"}),
        ("c3", {"C3"}, {"B3"}),
        ("C", {"C1", "C6", "C–"}, {"B1"}),
        (">=C3", {"C3", "A1", "B3"}, {"A4", "D1", "C–"}),
        (">C3", {"A1", "C2"}, {"C3", "A4"}),
        ("<=C3", {"C3", "D4", "C–"}, {"B4", "D2"}),
        ("<C3", {"C4", "D3"}, {"C3", "B3"}),
        (">=C", {"A1", "C6"}, {"D1"}),
    ],
)
def test_grades(text, some, none):
    assert some <= set(grades(text))
    assert not none & set(grades(text))


@pytest.mark.parametrize("text", ["", "G1", "C9", ">=", "??"])
def test_what_is_no_grade(text):
    assert list(grades(text)) == []


def test_levels_by_key_and_words_and_compared():
    assert list(levels("partner")) == ["partner"]
    assert list(levels("<=partner")) == ["public", "training", "partner"]
    assert "restricted" in list(levels(">partner")) or list(levels(">partner"))
    assert list(levels("nothing")) == []


def test_since_is_days_ago_or_a_day():
    now = datetime(2026, 5, 15, 12, tzinfo=UTC)
    assert since("14", now) == "2026-05-01T12:00:00+00:00"
    assert since("2026-05-01", now) == since(">=2026-05-01", now) == "2026-05-01T00:00:00+00:00"
    assert since("9999", now) is not None
    assert since("yesterday", now) is None
