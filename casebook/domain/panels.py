"""Indicators of several cases as small charts: one for each name and unit, one scale for each unit."""

import math
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import TypeGuard

import attrs

from casebook.domain.case import Case
from casebook.domain.dates import When
from casebook.domain.grid import Grid, Value
from casebook.domain.marking import _
from casebook.domain.records import RecordId
from casebook.domain.sections.outcomes import Indicator
from casebook.domain.wording import Wording, number_words


class Role(StrEnum):
    """What a value is."""

    BASELINE = "baseline"
    EARLIER = "earlier"
    LAST = "last"
    TARGET = "target"


ROLE_WORDS = {
    Role.BASELINE: _("baseline"),
    Role.EARLIER: _("measured earlier"),
    Role.LAST: _("last measured"),
    Role.TARGET: _("target"),
}


@attrs.frozen(kw_only=True)
class Point:
    """One value of an indicator."""

    role: Role
    number: float
    when: str = ""
    note: str = ""

    def words(self, unit: str = "") -> str:
        """ "17 per cent (July 2011)"."""
        number = " ".join(part for part in (number_words(self.number), unit) if part)
        return f"{number} ({self.when})" if self.when else number


@attrs.frozen(kw_only=True)
class Series:
    """The values of one indicator of one case: baseline, measurements by date, target."""

    case_id: RecordId
    record_id: RecordId
    case_title: str
    ref_code: str
    points: tuple[Point, ...]


@attrs.frozen(kw_only=True)
class Panel:
    """A small chart: all cases that have an indicator of this name in this unit, from `low` to `high`."""

    name: str
    unit: str
    series: tuple[Series, ...]
    low: float
    high: float
    other_units: tuple[str, ...] = ()
    """Units in which cases have an indicator of the same name: not to be compared with these."""

    def place(self, number: float) -> float:
        """Where a value stands, 0 to 1."""
        return (number - self.low) / ((self.high - self.low) or 1.0)

    def on_its_own(self) -> "Panel":
        """The same on a scale of its own, nought on it."""
        numbers = [point.number for one in self.series for point in one.points]
        return attrs.evolve(self, low=min(0.0, *numbers), high=max(0.0, *numbers))

    def sentence(self, wording: Wording) -> str:
        """The chart in words."""
        tr = wording.translate
        told = []
        for one in self.series:
            said = [f"{tr(ROLE_WORDS[point.role])} {point.words()}" for point in one.points]
            told.append(f"{one.case_title}: {', '.join(said)}")
        head = f"{self.name}, {self.unit}" if self.unit else self.name
        return f"{head}. {'; '.join(told)}."


def panels_of(cases: Iterable[Case], wording: Wording) -> tuple[Panel, ...]:
    """The charts of some cases, those that most cases share first; indicators without any value are left out."""
    held: dict[tuple[str, str], list[Series]] = {}
    names: dict[tuple[str, str], tuple[str, str]] = {}
    for case in cases:
        for indicator in case.indicators:
            points = _points(indicator, case)
            if not points:
                continue
            name, unit = wording.title(indicator, case), " ".join(indicator.unit.split())
            key = (name.casefold(), unit.casefold())
            names.setdefault(key, (name, unit))
            held.setdefault(key, []).append(
                Series(
                    case_id=case.id,
                    record_id=indicator.id,
                    case_title=wording.title(case, case),
                    ref_code=case.ref_code,
                    points=points,
                )
            )
    bounds = _bounds(held)
    panels = [
        Panel(
            name=names[key][0],
            unit=names[key][1],
            series=tuple(series),
            low=bounds[key[1]][0],
            high=bounds[key[1]][1],
            other_units=tuple(names[other][1] for other in held if other[0] == key[0] and other != key),
        )
        for key, series in held.items()
    ]
    shared = {key[0]: sum(len(held[other]) for other in held if other[0] == key[0]) for key in held}
    return tuple(
        sorted(
            panels,
            key=lambda panel: (-shared[panel.name.casefold()], panel.unit.casefold(), panel.name.casefold()),
        )
    )


def _bounds(held: dict[tuple[str, str], list[Series]]) -> dict[str, tuple[float, float]]:
    """The lowest and highest value of each unit, nought among them."""
    found: dict[str, tuple[float, float]] = {}
    for (_name, unit), series in held.items():
        numbers = [point.number for one in series for point in one.points]
        low, high = found.get(unit, (0.0, 0.0))
        found[unit] = min(low, *numbers), max(high, *numbers)
    return found


def _points(indicator: Indicator, case: Case) -> tuple[Point, ...]:
    measured = [item for item in case.children("measurements", indicator.id) if _counts(item.value)]
    measured.sort(key=lambda item: _moment(item.date))
    points = [
        Point(
            role=Role.LAST if _moment(item.date) == _moment(measured[-1].date) else Role.EARLIER,
            number=item.value,
            when=str(item.date or ""),
            note=item.note,
        )
        for item in measured
    ]
    if _counts(indicator.baseline):
        when = str(indicator.baseline_date or "")
        points.insert(
            0, Point(role=Role.BASELINE, number=indicator.baseline, when=when, note=indicator.baseline_note)
        )
    if _counts(indicator.target):
        points.append(Point(role=Role.TARGET, number=indicator.target, when=str(indicator.target_date or "")))
    return tuple(points)


def _counts(number: float | None) -> TypeGuard[float]:
    return number is not None and math.isfinite(number)


def _moment(when: When | None) -> tuple[bool, object]:
    return (when is None, when.sort_key if when is not None else ())


def panels_grid(panels: Sequence[Panel], wording: Wording) -> Grid:
    """All values as a table, one a row."""
    tr = wording.translate
    heads = (
        _("Indicator"),
        _("Unit"),
        _("Case"),
        _("Reference"),
        _("What"),
        _("Value"),
        _("Date"),
        _("Note"),
    )
    rows: list[tuple[Value, ...]] = [
        (
            panel.name,
            panel.unit,
            one.case_title,
            one.ref_code,
            tr(ROLE_WORDS[point.role]),
            point.number,
            point.when,
            point.note,
        )
        for panel in panels
        for one in panel.series
        for point in one.points
    ]
    return Grid(title=tr(_("Indicators")), columns=tuple(map(tr, heads)), rows=tuple(rows))
