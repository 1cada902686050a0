"""Years along a strip: from a year to its pixels and back, its marks, and bars as narrow as they can be seen."""

from collections.abc import Mapping

import attrs

STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
"""Years between two marks."""
NARROWEST = 2.0
"""Pixels of the narrowest bar; where years are narrower, several share one."""


@attrs.frozen
class YearAxis:
    """The years `first` to `last` between two pixels; from right to left when `mirrored`."""

    first: int
    last: int
    left: float
    right: float
    mirrored: bool = False

    @property
    def year_width(self) -> float:
        """Pixels of a year."""
        return max(self.right - self.left, 1.0) / (self.last - self.first + 1)

    def start(self, year: int) -> float:
        """The pixel at which a year begins; on its right side when mirrored."""
        along = min(max(year, self.first), self.last + 1) - self.first
        return self.right - along * self.year_width if self.mirrored else self.left + along * self.year_width

    def span(self, first: int, last: int) -> tuple[float, float]:
        """Left and right pixel of some years."""
        one, other = self.start(first), self.start(last + 1)
        return min(one, other), max(one, other)

    def year(self, x: float) -> int:
        """The year at a pixel; the first or last beyond them."""
        along = (self.right - x if self.mirrored else x - self.left) / self.year_width
        return min(max(self.first + int(along // 1), self.first), self.last)

    def bars(self, counts: Mapping[int, int]) -> list[tuple[float, float, int, int]]:
        """Left and right pixel, first year and number of each bar; of years that share one, the most."""
        together = max(1, -(-NARROWEST // self.year_width))
        found = []
        for year in range(self.first, self.last + 1, int(together)):
            until = min(year + int(together) - 1, self.last)
            most = max(counts.get(each, 0) for each in range(year, until + 1))
            if most:
                found.append((*self.span(year, until), year, most))
        return found

    def marks(self, room: float) -> list[int]:
        """Round years that stand at least `room` pixels apart; the first year alone if no other has room."""
        step = next((step for step in STEPS if step * self.year_width >= room), STEPS[-1])
        return list(range(-(-self.first // step) * step, self.last + 1, step)) or [self.first]
