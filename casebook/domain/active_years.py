"""The years in which cases were under way, and how many were in each."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from itertools import accumulate

import attrs

from casebook.domain.dates import When
from casebook.domain.errors import DateError


@attrs.frozen
class ActiveYears:
    """The first and the last year of a case; None where that end is open."""

    first: int | None
    last: int | None

    def meets(self, first: int, last: int) -> bool:
        """Whether the case was under way in any of these years."""
        return (self.first is None or self.first <= last) and (self.last is None or self.last >= first)


@attrs.frozen
class YearCounts:
    """How many cases were under way in each year, from the first to the last year that any case names."""

    counts: dict[int, int] = attrs.field(factory=dict)
    before: int = 0
    """Cases whose beginning is not known: they may reach further back."""
    after: int = 0
    """Cases whose end is open: they may go on."""


@lru_cache(maxsize=16384)
def active_years(period: str) -> ActiveYears | None:
    """The years of a period in EDTF; None when there is none, or it cannot be read."""
    try:
        when = When(period)
    except DateError:
        return None
    first, last = when.earliest, when.latest
    return ActiveYears(None if first == date.min else first.year, None if last == date.max else last.year)


def year_counts(spans: Iterable[ActiveYears]) -> YearCounts:
    """Count cases year by year; open ends reach to the first and last year known of any case."""
    told = list(spans)
    known = [year for span in told for year in (span.first, span.last) if year is not None]
    if not known:
        return YearCounts()
    low, high = min(known), max(known)
    steps = [0] * (high - low + 2)
    for span in told:
        steps[(low if span.first is None else span.first) - low] += 1
        steps[(high if span.last is None else span.last) - low + 1] -= 1
    counts = dict(zip(range(low, high + 1), accumulate(steps), strict=False))
    return YearCounts(
        counts, sum(span.first is None for span in told), sum(span.last is None for span in told)
    )
