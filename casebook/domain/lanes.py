"""Timelines of several cases on one axis: each event from the first to the last day it may mean."""

from collections.abc import Sequence
from datetime import date

import attrs

from casebook.domain.case import Case
from casebook.domain.dates import When
from casebook.domain.grid import Grid, Value
from casebook.domain.marking import _
from casebook.domain.records import RecordId
from casebook.domain.sections.timeline import Event
from casebook.domain.wording import Wording

OPEN_ROOM = 0.06
"""Share of the known time that is shown beyond it for what has an open end."""
LEAST_ROOM = 120
"""Days shown beyond an open end at least."""


@attrs.frozen(kw_only=True)
class Span:
    """From one day to another, as ordinals (`date.toordinal`); an end that is not known fades."""

    first: int
    last: int
    soft: bool = False
    """Known no more exactly than this: some time within."""
    open_start: bool = False
    open_end: bool = False

    @property
    def middle(self) -> float:
        """Where its sign stands: at an end that is known, else in the middle."""
        if self.open_start != self.open_end:
            return self.first if self.open_end else self.last
        return (self.first + self.last) / 2

    def moved(self, days: int) -> "Span":
        """The same, so many days earlier."""
        return attrs.evolve(self, first=self.first - days, last=self.last - days)


@attrs.frozen(kw_only=True)
class Mark:
    """An event on its lane."""

    record_id: RecordId
    span: Span
    when: str
    title: str
    type: str
    """Term id; empty when not recorded."""
    type_words: str
    turning: bool
    words: str
    """All there is to say of it."""


@attrs.frozen(kw_only=True)
class Lane:
    """A case with its dated events in order; `start` is its first known day, None without any date."""

    case_id: RecordId
    title: str
    ref_code: str
    period: Span | None
    years: str
    """First and last year of the period: "2003–2018", "2005–"."""
    marks: tuple[Mark, ...]
    start: int | None
    undated: int


def lane_of(case: Case, wording: Wording) -> Lane:
    """The lane of a case; ends that are open reach to the day furthest off, and are cut by `axis_of`."""
    dated = sorted((event for event in case.timeline if event.date), key=lambda event: event.date.sort_key)  # type: ignore[union-attr]
    marks = tuple(_mark(event, event.date, case, wording) for event in dated if event.date is not None)
    period = span_of(case.period) if case.period is not None else None
    return Lane(
        case_id=case.id,
        title=wording.title(case, case),
        ref_code=case.ref_code,
        period=period,
        years=_years(period),
        marks=marks,
        start=_start(period, marks),
        undated=len(case.timeline) - len(dated),
    )


def _mark(event: Event, when: When, case: Case, wording: Wording) -> Mark:
    title, type_words = wording.title(event, case), wording.term("event-type", event.type)
    turning = bool(event.turning_point)
    what = [type_words, wording.translate(_("turning point")) if turning else ""]
    beside = ", ".join(part for part in what if part)
    return Mark(
        record_id=event.id,
        span=span_of(when),
        when=str(when),
        title=title,
        type=event.type or "",
        type_words=type_words,
        turning=turning,
        words=f"{when}: {title}" + (f" ({beside})" if beside else ""),
    )


def _start(period: Span | None, marks: Sequence[Mark]) -> int | None:
    """The first day of the period where that is known, else of the first event."""
    if period is not None and not period.open_start:
        return period.first
    return min((mark.span.first for mark in marks if not mark.span.open_start), default=None)


def _years(period: Span | None) -> str:
    if period is None:
        return ""
    first = "" if period.open_start else str(date.fromordinal(period.first).year)
    last = "" if period.open_end else str(date.fromordinal(period.last).year)
    return first if first == last else f"{first}–{last}"


def span_of(when: When) -> Span:
    """The days a date may mean; one that is exact to the day, or runs from one day to another, is not soft."""
    first, last = when.earliest, when.latest
    interval = when.is_interval and not when.is_fuzzy
    return Span(
        first=first.toordinal(),
        last=last.toordinal(),
        soft=not interval and first != last,
        open_start=first == date.min,
        open_end=last == date.max,
    )


@attrs.frozen(kw_only=True)
class Axis:
    """The days shown; `aligned` counts them from the start of each case."""

    first: int
    last: int
    aligned: bool = False

    @property
    def days(self) -> int:
        """How many; at least one."""
        return max(self.last - self.first, 1)

    def shift(self, lane: Lane) -> int:
        """By how many days a lane is moved back."""
        return (lane.start or 0) if self.aligned else 0

    def shown(self, span: Span, lane: Lane) -> Span:
        """A span where it stands on this axis, open ends cut off at the axis' own."""
        moved = span.moved(self.shift(lane))
        return attrs.evolve(
            moved,
            first=self.first if span.open_start else moved.first,
            last=self.last if span.open_end else moved.last,
        )


def axis_of(lanes: Sequence[Lane], *, aligned: bool = False) -> Axis | None:
    """The axis that holds every known day of every lane; None when no case has a date."""
    found: list[int] = []
    opens: set[str] = set()
    for lane in lanes:
        shift = (lane.start or 0) if aligned else 0
        spans = [mark.span for mark in lane.marks] + ([lane.period] if lane.period else [])
        for span in spans:
            found += [] if span.open_start else [span.first - shift]
            found += [] if span.open_end else [span.last - shift]
            opens |= ({"start"} if span.open_start else set()) | ({"end"} if span.open_end else set())
    if not found:
        return None
    first, last = min(found), max(found)
    room = max(round((last - first) * OPEN_ROOM), LEAST_ROOM)
    return Axis(
        first=first - (room if "start" in opens else room // 4),
        last=last + (room if "end" in opens else room // 4),
        aligned=aligned,
    )


def lanes_grid(lanes: Sequence[Lane], wording: Wording) -> Grid:
    """All events as a table, case by case."""
    tr = wording.translate
    heads = (_("Case"), _("Reference"), _("Date"), _("Event"), _("Type"), _("Turning point"))
    rows: list[tuple[Value, ...]] = [
        (
            lane.title,
            lane.ref_code,
            mark.when,
            mark.title,
            mark.type_words,
            tr(_("yes")) if mark.turning else "",
        )
        for lane in lanes
        for mark in lane.marks
    ]
    return Grid(title=tr(_("Timelines")), columns=tuple(map(tr, heads)), rows=tuple(rows))
