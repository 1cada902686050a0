"""Indicators of several cases on one scale: where things stood, what was achieved, what was aimed at."""

import math
from typing import TypeGuard

import attrs

from casebook.domain.case import Case
from casebook.domain.comparison import Comparison, Row
from casebook.domain.dates import When
from casebook.domain.grades import Grade
from casebook.domain.likeness import normal
from casebook.domain.records import RecordId
from casebook.domain.sections.outcomes import Indicator, Measurement


@attrs.frozen(kw_only=True)
class Figure:
    """One indicator of one case; None stands for what was not recorded."""

    indicator: RecordId
    name: str
    unit: str
    baseline: float | None = None
    achieved: float | None = None
    achieved_on: When | None = None
    note: str = ""
    """What the case says of the value achieved: "estimate"."""
    target: float | None = None
    grade: Grade | None = None
    weak: bool = False

    @property
    def values(self) -> tuple[float, ...]:
        """What is recorded of it."""
        return tuple(value for value in (self.baseline, self.achieved, self.target) if value is not None)


@attrs.frozen(kw_only=True)
class Scale:
    """The room that all figures of one unit share; zero is always on it."""

    unit: str
    low: float
    high: float

    def share(self, value: float) -> float:
        """Where a value stands, 0 at the low end and 1 at the high."""
        return (value - self.low) / (self.high - self.low) if self.high > self.low else 0.0


@attrs.frozen(kw_only=True)
class Figures:
    """The figures of a row: those of each case, one scale for each unit, by the unit's normal form."""

    cells: tuple[tuple[Figure, ...], ...]
    scales: dict[str, Scale]

    @property
    def units_differ(self) -> bool:
        """Whether its figures cannot be read on one scale."""
        return len(self.scales) > 1

    def scale(self, figure: Figure) -> Scale:
        """The scale a figure is drawn on."""
        return self.scales[normal(figure.unit)]


def figures(comparison: Comparison, row: Row) -> Figures | None:
    """The figures of a row of indicators; None for any other row."""
    cells = tuple(
        tuple(
            _figure(case, held.record, held.grade, held.weak)
            for held in cell.entries
            if isinstance(held.record, Indicator)
        )
        for case, cell in zip(comparison.cases, row.cells, strict=True)
    )
    flat = [figure for cell in cells for figure in cell]
    if not flat:
        return None
    scales: dict[str, Scale] = {}
    for figure in flat:
        unit = normal(figure.unit)
        old = scales.get(unit, Scale(unit=figure.unit, low=0.0, high=0.0))
        scales[unit] = Scale(
            unit=old.unit, low=min(old.low, *figure.values, 0.0), high=max(old.high, *figure.values, 0.0)
        )
    return Figures(cells=cells, scales=scales)


def _figure(case: Case, indicator: Indicator, grade: Grade | None, weak: bool) -> Figure:
    measured = [item for item in case.children("measurements", indicator.id) if counts(item.value)]
    last: Measurement | None = max(measured, key=_moment, default=None)
    return Figure(
        indicator=indicator.id,
        name=indicator.name,
        unit=indicator.unit,
        baseline=indicator.baseline if counts(indicator.baseline) else None,
        achieved=last.value if last else None,
        achieved_on=last.date if last else None,
        note=last.note if last else "",
        target=indicator.target if counts(indicator.target) else None,
        grade=grade,
        weak=weak,
    )


def counts(number: float | None) -> TypeGuard[float]:
    """Whether there is a number that can be drawn."""
    return number is not None and math.isfinite(number)


def _moment(item: Measurement) -> tuple[bool, object]:
    return (item.date is not None, item.date.sort_key if item.date else ())
