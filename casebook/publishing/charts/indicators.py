"""Indicators: on one line each, where things stood, what was measured, and what was aimed at."""

import math
from collections.abc import Sequence
from typing import TypeGuard

import attrs

from casebook.domain.case import Case
from casebook.domain.dates import When
from casebook.domain.marking import _
from casebook.domain.sections.outcomes import Indicator, Measurement
from casebook.domain.wording import Wording, number_words
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

MOST_ROWS = 12
NAME_ROOM, TRACK_AT, TRACK_END = 196.0, 214.0, WIDTH - 26
LABEL_ROOM = 240.0
SAID = 6
"""Indicators the sentence for listeners tells one by one."""
NEUTRAL = "neutral"
SHORT_NOTE = 24
"""Signs a note may have to be told in the sentence; longer ones stand in the table."""
BASELINE, MEASURED, EARLIER, TARGET = "baseline", "measured", "earlier", "target"


@attrs.frozen(kw_only=True)
class Value:
    """One value of an indicator: `role` is baseline, earlier (measured, not last), measured (last) or target."""

    role: str
    number: float
    date: When | None = None
    note: str = ""


def plan(case: Case, wording: Wording, chosen: frozenset[str]) -> Plan | None:
    """The indicators of a case, or those `chosen` by their own id or their outcome's; None without a comparison.

    An indicator with one value only stands in the table but is not drawn: there is nothing to compare.
    """
    held = [item for item in case.indicators if not chosen or item.id in chosen or item.parent in chosen]
    valued = [(item, values) for item in held if (values := _values(item, case))]
    compared = [(item, values) for item, values in valued if len(values) > 1]
    if not compared:
        return None
    tr = wording.translate
    shown = compared[:MOST_ROWS]
    marks, height = _drawn(shown, case, wording)
    left_out = len(valued) - len(shown)
    title = tr(_("Indicators: baseline, measured, target"))
    return Plan(
        title=title
        + (" – " + tr(_("{} of {} indicators")).format(len(shown), len(valued)) if left_out else ""),
        alt=listed(
            [_sentence(item, values, case, wording) for item, values in compared],
            SAID,
            counted(len(compared) - SAID, tr(_("and one more indicator")), tr(_("and {} more indicators"))),
        )
        + ".",
        columns=(tr(_("Indicator")), tr(_("Unit")), tr(_("Baseline")), tr(_("Measured")), tr(_("Target"))),
        rows=tuple(_row(item, values, case, wording) for item, values in valued),
        height=height,
        marks=marks,
    )


def _values(indicator: Indicator, case: Case) -> tuple[Value, ...]:
    """Baseline, measurements by date (undated ones at the end), target.

    Two counts of one date are two opinions and no change: both are the last.
    """
    measured = sorted(
        (item for item in case.children("measurements", indicator.id) if _counts(item.value)),
        key=_moment,
    )
    values = [
        Value(
            role=MEASURED if _moment(item) == _moment(measured[-1]) else EARLIER,
            number=item.value,
            date=item.date,
            note=item.note,
        )
        for item in measured
    ]
    if _counts(indicator.baseline):
        values.insert(
            0,
            Value(
                role=BASELINE,
                number=indicator.baseline,
                date=indicator.baseline_date,
                note=indicator.baseline_note,
            ),
        )
    if _counts(indicator.target):
        values.append(Value(role=TARGET, number=indicator.target, date=indicator.target_date))
    return tuple(values)


def _counts(number: float | None) -> TypeGuard[float]:
    return number is not None and math.isfinite(number)


def _moment(item: Measurement) -> tuple[bool, object]:
    return (item.date is None, item.date.sort_key if item.date else ())


def _row(indicator: Indicator, values: Sequence[Value], case: Case, wording: Wording) -> tuple[str, ...]:
    def of(*roles: str) -> str:
        return "; ".join(_words(value, whole=True) for value in values if value.role in roles)

    name = wording.title(indicator, case)
    return (name, indicator.unit, of(BASELINE), of(EARLIER, MEASURED), of(TARGET))


def _words(value: Value, whole: bool = False) -> str:
    """ "28,000 (November 2004, fewer than)"; a note too long for a drawing is a star unless `whole`."""
    short = whole or len(value.note) <= SHORT_NOTE
    beside = ", ".join(part for part in (str(value.date or ""), value.note if short else "") if part)
    return number_words(value.number) + (f" ({beside})" if beside else "") + ("" if short else " *")


def _sentence(indicator: Indicator, values: Sequence[Value], case: Case, wording: Wording) -> str:
    """ "Women among police officers, per cent: 2 in 2005, 17 in July 2011; target 20"."""
    tr = wording.translate
    said = []
    for value in values:
        words = _told(value, wording)
        said.append(tr(_("target {}")).format(words) if value.role == TARGET else words)
    reached = ", ".join(said[:-1]) if values[-1].role == TARGET else ", ".join(said)
    name = ", ".join(part for part in (wording.title(indicator, case), indicator.unit) if part)
    return f"{name}: {reached}" + (f"; {said[-1]}" if values[-1].role == TARGET else "")


def _told(value: Value, wording: Wording) -> str:
    """ "17 in July 2011", "6 on 4 May 2003 (reported)", "102,193 (about 2004, registered)"."""
    words, when = number_words(value.number), value.date
    beside = [value.note] if value.note and len(value.note) <= SHORT_NOTE else []
    if when is not None and (when.is_fuzzy or when.is_interval):
        beside.insert(0, str(when))
    elif when is not None:
        exact = when.earliest == when.latest
        words = wording.translate(_("{} on {}") if exact else _("{} in {}")).format(words, when)
    return words + (f" ({', '.join(beside)})" if beside else "")


def _drawn(
    shown: Sequence[tuple[Indicator, Sequence[Value]]], case: Case, wording: Wording
) -> tuple[dict[str, list[Mark]], float]:
    names = ("tracks", "changes", "arrows", "points", "texts")
    marks: dict[str, list[Mark]] = {name: [] for name in names}
    y = 2.0
    for indicator, values in shown:
        y += _row_drawn(indicator, values, y, marks, (case, wording))
        marks["tracks"].append({"x": 0, "x2": WIDTH, "y": y, "edge": True})
    key(TRACK_AT, y + 18, _signs(marks, wording), marks)
    if any(mark["text"].endswith(" *") for mark in marks["texts"]):
        marks["texts"].append(
            text(0, y + 18, wording.translate(_("* with a note in the table")), size=SMALL, muted=True)
        )
    return marks, y + 26


def _row_drawn(
    indicator: Indicator,
    values: Sequence[Value],
    y: float,
    marks: dict[str, list[Mark]],
    said: tuple[Case, Wording],
) -> float:
    """One indicator from `y` down; returns how high its row is."""
    case, wording = said
    name = lines(wording.title(indicator, case), NAME_ROOM / SEMIBOLD, BODY, 3)
    unit = [indicator.unit]
    if indicator.direction and indicator.direction != NEUTRAL:
        unit.append(wording.term("indicator-direction", indicator.direction).lower())
    under = lines(" · ".join(part for part in unit if part), NAME_ROOM, SMALL, 2)
    low, high = min(0.0, *(v.number for v in values)), max(0.0, *(v.number for v in values))
    places = [TRACK_AT + (v.number - low) / ((high - low) or 1) * (TRACK_END - TRACK_AT) for v in values]
    labels = _labels(values, places, wording)
    above = max((level for _x, level, _words in labels if level > 0), default=0)
    below = -min((level for _x, level, _words in labels if level < 0), default=0)
    line = leading(SMALL)
    height = max(len(name) * leading(BODY) + len(under) * leading(SMALL) + 12, (above + below) * line + 30)
    middle = y + height / 2 + (above - below) * line / 2
    top = y + (height - len(name) * leading(BODY) - len(under) * leading(SMALL)) / 2 + BODY * 0.85
    marks["texts"] += column(0, top, name, strong=True)
    marks["texts"] += column(0, top + len(name) * leading(BODY), under, size=SMALL, muted=True)
    _track(values, places, middle, marks, changed=indicator.direction != NEUTRAL)
    if min(places) > TRACK_AT + 8:
        start = text(
            TRACK_AT - 7, middle + SMALL * 0.35, number_words(low), size=SMALL, muted=True, align="right"
        )
        marks["texts"].append(start)
    for x, level, words in labels:
        baseline = (
            middle - 9 - (level - 1) * line if level > 0 else middle + 11 + SMALL * 0.72 + (-level - 1) * line
        )
        marks["texts"].append(text(x, baseline, words, size=SMALL, align="center"))
    return height


def _track(
    values: Sequence[Value], places: Sequence[float], y: float, marks: dict[str, list[Mark]], *, changed: bool
) -> None:
    """The line, its points, and an arrow from the first to the last value where a change can be read from them.

    Where the last ones differ it ends at the one that claims the least change.
    """
    marks["tracks"].append({"x": TRACK_AT, "x2": TRACK_END, "y": y, "edge": False})
    shown = [(value, x) for value, x in zip(values, places, strict=True) if value.role != TARGET]
    start = shown[0][1] if shown else TRACK_AT
    ends = [x for value, x in shown[1:] if value.role == MEASURED]
    end = min(ends, key=lambda x: abs(x - start), default=start)
    if changed and shown and shown[0][0].role != MEASURED and abs(end - start) > 14:
        onward = end > start
        marks["changes"].append({"x": start, "x2": end, "y": y})
        marks["arrows"].append({"x": end + (-9 if onward else 9), "y": y, "onward": onward})
    for value, x in zip(values, places, strict=True):
        marks["points"].append({"x": x, "y": y, "role": value.role})


def _labels(
    values: Sequence[Value], places: Sequence[float], wording: Wording
) -> list[tuple[float, int, str]]:
    """Each value's words: where they are centred, on which line above (1, 2 …) or below (-1, -2 …) the track."""
    taken: dict[int, list[tuple[float, float]]] = {}
    placed = []
    for value, x in zip(values, places, strict=True):
        words = _words(value)
        if value.role == TARGET:
            words = wording.translate(_("target {}")).format(words)
        words = cut(words, LABEL_ROOM, SMALL)
        half = width(words, SMALL) / 2 + 4
        centre = min(max(x, TRACK_AT - 8 + half), WIDTH - half)
        order = (-1, 1, -2, 2, -3, 3, -4) if value.role == TARGET else (1, -1, 2, -2, 3, -3, 4)
        free = [
            n for n in order if all(centre + half <= a or centre - half >= b for a, b in taken.get(n, ()))
        ]
        level = free[0] if free else order[-1]
        taken.setdefault(level, []).append((centre - half, centre + half))
        placed.append((centre, level, words))
    return placed


def _signs(marks: dict[str, list[Mark]], wording: Wording) -> list[Sign]:
    """The key: only what is drawn is explained."""
    roles = {mark["role"] for mark in marks["points"]}
    words = {
        BASELINE: _("baseline"),
        EARLIER: _("measured earlier"),
        MEASURED: _("last measured"),
        TARGET: _("target"),
    }
    return [
        ("points", {"middle": True, "role": role}, wording.translate(said))
        for role, said in words.items()
        if role in roles
    ]
