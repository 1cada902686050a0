"""The timeline: one row for each dated event, and where it lies in time, no sharper than its date is known."""

from collections.abc import Sequence
from datetime import date, timedelta

import attrs

from casebook.domain.case import Case
from casebook.domain.dates import MONTHS
from casebook.domain.marking import _
from casebook.domain.sections.timeline import Event
from casebook.domain.wording import Wording
from casebook.publishing.charts.lettering import SEMIBOLD, cut, lines, width
from casebook.publishing.charts.plan import (
    BODY,
    SMALL,
    WIDTH,
    Mark,
    Plan,
    Sign,
    column,
    counted,
    key,
    leading,
    listed,
    text,
)

MOST_ROWS = 26
"""Rows that fit on a page with its heading and caption."""
DATE_ROOM, TITLE_AT, TRACK_AT = 108.0, 116.0, 396.0
TRACK_END = WIDTH - 14
TITLE_ROOM = TRACK_AT - TITLE_AT - 14
TOP, GAP = 24.0, 7.0
OPEN_ROOM = 0.12
"""Share of the known time that is shown beyond it for what has an open end."""
SHORTEST = 5.0
"""A span narrower than this is drawn as a point."""
MOST_TICKS = 6
STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400)
"""Months between two marks of the scale."""


@attrs.frozen
class Scale:
    """From days to places on the track; `first` and `last` are months counted from year 0."""

    first: int
    last: int
    step: int

    @classmethod
    def of(cls, days: Sequence[date]) -> "Scale":
        """The scale that holds all `days`, in whole steps."""
        low, high = _month(min(days)), _month(max(days)) + 1
        if high - low > 24:
            low, high = low // 12 * 12, -(-high // 12) * 12
        step = next(step for step in STEPS if (high - low) / step <= MOST_TICKS - 1 or step == STEPS[-1])
        return cls(low, high, step)

    def at(self, day: date) -> float:
        """Where a day stands."""
        share = (_month(day) + (day.day - 1) / 31 - self.first) / (self.last - self.first)
        return round(TRACK_AT + share * (TRACK_END - TRACK_AT), 1)

    def ticks(self) -> list[tuple[float, str]]:
        """Places of the scale's marks, and what they say."""
        places = range(-(-self.first // self.step) * self.step, self.last + 1, self.step)
        return [(self.at(date(*_year_and_month(month), 1)), _tick(month, self.step)) for month in places]


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _year_and_month(month: int) -> tuple[int, int]:
    return month // 12, month % 12 + 1


def _tick(month: int, step: int) -> str:
    return str(month // 12) if step >= 12 else f"{MONTHS[month % 12 + 1][:3]} {month // 12}"


def plan(case: Case, wording: Wording, chosen: frozenset[str]) -> Plan | None:
    """The timeline of a case, or of the `chosen` events; None when no event has a date."""
    events = [event for event in case.timeline if not chosen or event.id in chosen]
    dated = sorted((event for event in events if event.date), key=lambda e: e.date.sort_key)  # type: ignore[union-attr]
    if not dated:
        return None
    shown = _most_telling(dated)
    marks, height = _drawn(shown, case, wording)
    tr = wording.translate
    return Plan(
        title=tr(_("Timeline"))
        + (
            ""
            if len(shown) == len(dated)
            else " – " + tr(_("{} of {} events")).format(len(shown), len(dated))
        ),
        alt=_alt(dated, case, wording),
        columns=(tr(_("Date")), tr(_("Event")), tr(_("Type")), tr(_("Turning point"))),
        rows=tuple(_row(event, case, wording) for event in [*dated, *(e for e in events if not e.date)]),
        height=height,
        marks=marks,
    )


def _most_telling(dated: list[Event]) -> list[Event]:
    """At most as many events as fit: turning points go before the rest, the first and the last always stay."""
    if len(dated) <= MOST_ROWS:
        return dated
    ends = (dated[0], dated[-1])
    by_weight = sorted(dated, key=lambda event: (event not in ends, not event.turning_point))
    kept = {event.id for event in by_weight[:MOST_ROWS]}
    return [event for event in dated if event.id in kept]


def _row(event: Event, case: Case, wording: Wording) -> tuple[str, ...]:
    return (
        str(event.date) if event.date else wording.absence(event.absences.get("date")),
        wording.title(event, case),
        wording.term("event-type", event.type),
        wording.translate(_("yes")) if event.turning_point else "",
    )


def _alt(dated: list[Event], case: Case, wording: Wording) -> str:
    tr = wording.translate
    many = counted(len(dated), tr(_("one event")), tr(_("{} events")))
    first, last = dated[0].date, dated[-1].date
    if len(dated) == 1:
        return tr(_("Timeline of {}: {}, {}.")).format(many, wording.title(dated[0], case), first)
    said = tr(_("Timeline of {}, from {} to {}.")).format(many, first, last)
    turns = [f"{wording.title(event, case)}, {event.date}" for event in dated if event.turning_point]
    if turns:
        said += " " + tr(_("Turning points: {}.")).format(listed(turns, 8, tr(_("and {} more"))))
    return said


def _drawn(events: list[Event], case: Case, wording: Wording) -> tuple[dict[str, list[Mark]], float]:
    scale = Scale.of(_days(events))
    marks: dict[str, list[Mark]] = {
        name: [] for name in ("rows", "ticks", "spans", "fades", "arrows", "points", "texts")
    }
    y = TOP
    for event in events:
        said = lines(wording.title(event, case), TITLE_ROOM / (SEMIBOLD if event.turning_point else 1), BODY)
        when = _date_lines(str(event.date))
        height = max(len(said) * leading(BODY), len(when) * leading(SMALL)) + GAP
        baseline = y + GAP / 2 + BODY
        marks["texts"] += column(0, baseline, when, size=SMALL, muted=True)
        marks["texts"] += column(TITLE_AT, baseline, said, strong=bool(event.turning_point))
        marks["rows"].append({"x": 0, "x2": WIDTH, "y": y + height})
        _place(event, scale, baseline - BODY * 0.35, marks)
        y += height
    for x, words in scale.ticks():
        marks["ticks"].append({"x": x, "y": TOP - 4, "y2": y})
        marks["texts"].append(text(x, TOP - 9, words, size=SMALL, muted=True, align="center"))
    key(TITLE_AT, y + 18, _signs(marks, wording), marks)
    return marks, y + 26


def _date_lines(words: str) -> tuple[str, ...]:
    """The date, an interval too long for its line broken where it ends."""
    start, dash, end = words.partition(" – ")
    if dash and width(words, SMALL) > DATE_ROOM:
        return (cut(f"{start} –", DATE_ROOM, SMALL), cut(end, DATE_ROOM, SMALL))
    return lines(words, DATE_ROOM, SMALL)


def _days(events: list[Event]) -> list[date]:
    """Every known day, and room to fade out towards an open end."""
    ends = [day for event in events if event.date for day in (event.date.earliest, event.date.latest)]
    known = [day for day in ends if day not in (date.min, date.max)] or [date(2000, 1, 1)]
    beyond = max((max(known) - min(known)) * OPEN_ROOM, timedelta(90))
    if date.min in ends and min(known) - date.min > beyond:
        known.append(min(known) - beyond)
    if date.max in ends and date.max - max(known) > beyond:
        known.append(max(known) + beyond)
    return known


def _place(event: Event, scale: Scale, y: float, marks: dict[str, list[Mark]]) -> None:
    """The mark of one event: a point, a span, or a span that fades where its end is open."""
    when = event.date
    if when is None:
        return
    strong = bool(event.turning_point)
    start = TRACK_AT if when.earliest == date.min else scale.at(when.earliest)
    end = (
        TRACK_END
        if when.latest == date.max
        else scale.at(min(when.latest, date.max - timedelta(1)) + timedelta(1))
    )
    box = {"x": start, "x2": end, "y": y - 4, "y2": y + 4}
    if when.earliest == date.min or when.latest == date.max:
        onward = when.latest == date.max
        marks["fades"].append({**box, "onward": onward})
        marks["arrows"].append({"x": end - 3 if onward else start + 3, "y": y, "onward": onward})
    elif end - start < SHORTEST and not when.is_fuzzy:
        marks["points"].append({"x": (start + end) / 2, "y": y, "strong": strong})
    else:
        known = when.is_interval and not when.is_fuzzy
        box["x2"] = max(end, start + SHORTEST)
        marks["spans"].append({**box, "known": known, "strong": strong})


def _signs(marks: dict[str, list[Mark]], wording: Wording) -> list[Sign]:
    """The key: only what is drawn is explained."""
    tr = wording.translate
    point: dict[str, bool] = {"middle": True}
    signs: list[tuple[bool, Sign]] = [
        (
            any(mark["strong"] for mark in marks["points"]),
            ("points", {**point, "strong": True}, tr(_("turning point"))),
        ),
        (
            not all(mark["strong"] for mark in marks["points"]),
            ("points", {**point, "strong": False}, tr(_("event"))),
        ),
        (
            any(mark["known"] for mark in marks["spans"]),
            ("spans", {"known": True, "strong": False}, tr(_("from – to"))),
        ),
        (
            not all(mark["known"] for mark in marks["spans"]),
            ("spans", {"known": False, "strong": False}, tr(_("some time within"))),
        ),
        (bool(marks["fades"]), ("fades", {"onward": True}, tr(_("open end")))),
    ]
    return [sign for there, sign in signs if there]
