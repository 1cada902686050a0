"""How far two periods overlap."""

from datetime import date, timedelta
from typing import Self

import attrs

from casebook.domain.dates import When

OPEN = date.max
LATER = timedelta(days=3652)
"""How far two periods that both go on are taken to go on."""


@attrs.frozen
class Span:
    """The first and the last day a date may mean; `date.max` for the last where it goes on."""

    first: date
    last: date

    @classmethod
    def of(cls, when: When) -> Self:
        """The days of a date; what has no known beginning stands at its end."""
        return cls(when.sort_key[0], when.latest)


def closed(one: Span, other: Span) -> tuple[Span, Span]:
    """Both with an end: one that goes on does so for as long as the other does, for all that is known."""
    if one.last == OPEN and other.last == OPEN:
        latest = max(one.first, other.first)
        end = min(latest, OPEN - LATER) + LATER
        return Span(one.first, end), Span(other.first, end)
    return _ended(one, other), _ended(other, one)


def _ended(span: Span, by: Span) -> Span:
    return span if span.last < OPEN else Span(span.first, max(span.first, by.last))


def overlap(one: Span, other: Span) -> float:
    """From 0, no day in common, to 1, the same days: the days in common over the days of either."""
    left, right = closed(one, other)
    both = (min(left.last, right.last) - max(left.first, right.first)).days + 1
    whole = (max(left.last, right.last) - min(left.first, right.first)).days + 1
    return max(both, 0) / whole


def common_years(one: Span, other: Span) -> tuple[int, int] | None:
    """The first and last year in which both were; None where they do not overlap."""
    left, right = closed(one, other)
    first, last = max(left.first, right.first), min(left.last, right.last)
    return (first.year, last.year) if first <= last else None
