"""The part of a time axis that is in view: from days to pixels and back, zoomed and moved."""

from datetime import date

import attrs

MOST_TICKS = 10
STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400)
"""Months between two marks of the scale."""
DAYS_A_MONTH = 365.2425 / 12
SHORTEST = 45.0
"""Days that may be looked at, at least."""


@attrs.frozen
class TimeWindow:
    """From `first` to `last`, in days, on `width` pixels; never beyond `lowest` and `highest`."""

    lowest: float
    highest: float
    first: float
    last: float
    width: float

    @classmethod
    def whole(cls, lowest: float, highest: float, width: float) -> "TimeWindow":
        """All of the axis."""
        return cls(lowest, max(highest, lowest + 1), lowest, max(highest, lowest + 1), max(width, 1.0))

    @property
    def is_whole(self) -> bool:
        """Whether all of the axis is in view."""
        return self.first <= self.lowest and self.last >= self.highest

    def at(self, day: float) -> float:
        """The pixel a day stands at."""
        return (day - self.first) / (self.last - self.first) * self.width

    def day(self, x: float) -> float:
        """The day at a pixel."""
        return self.first + x / self.width * (self.last - self.first)

    def zoomed(self, factor: float, x: float) -> "TimeWindow":
        """Closer (factor above 1) or further off; what is at pixel `x` stays there."""
        span = (self.last - self.first) / factor
        span = min(max(span, min(SHORTEST, self.highest - self.lowest)), self.highest - self.lowest)
        first = self.day(x) - x / self.width * span
        return self._kept(first, span)

    def moved(self, pixels: float) -> "TimeWindow":
        """Moved along by so many pixels."""
        span = self.last - self.first
        return self._kept(self.first + pixels / self.width * span, span)

    def resized(self, width: float) -> "TimeWindow":
        """The same days on another width."""
        return attrs.evolve(self, width=max(width, 1.0))

    def showing(self, day: float) -> "TimeWindow":
        """Moved so far that a day is in view."""
        if self.first <= day <= self.last:
            return self
        span = self.last - self.first
        return self._kept(day - span / 2, span)

    def _kept(self, first: float, span: float) -> "TimeWindow":
        first = min(max(first, self.lowest), self.highest - span)
        return attrs.evolve(self, first=first, last=first + span)

    def ticks(self, *, aligned: bool) -> list[tuple[float, int]]:
        """Pixels of the scale's marks, and the month each stands for: counted from the year 0, or from the start."""
        step = self.step
        found: list[tuple[float, int]] = []
        first = _month_of(self.first, aligned=aligned)
        month = -(-first // step) * step
        while (day := _first_day(month, aligned=aligned)) <= self.last and len(found) < 4 * MOST_TICKS:
            if day >= self.first:
                found.append((self.at(day), month))
            month += step
        return found

    @property
    def step(self) -> int:
        """Months between two marks."""
        months = (self.last - self.first) / DAYS_A_MONTH
        most = min(MOST_TICKS, max(self.width / 70, 2))
        return next((step for step in STEPS if months / step <= most), STEPS[-1])


def _month_of(day: float, *, aligned: bool) -> int:
    if aligned:
        return int(day // DAYS_A_MONTH)
    moment = date.fromordinal(min(max(int(day), 1), date.max.toordinal()))
    return moment.year * 12 + moment.month - 1


def _first_day(month: int, *, aligned: bool) -> float:
    if aligned:
        return month * DAYS_A_MONTH
    year = month // 12
    if not 1 <= year <= 9999:
        return float("inf") if year > 9999 else 1.0
    return float(date(year, month % 12 + 1, 1).toordinal())
