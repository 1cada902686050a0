"""Challenges by severity: the gravest first, each with its step on the scale and whether it was overcome."""

from itertools import groupby

from casebook.domain.case import Case
from casebook.domain.fields import FieldSpec, field_spec
from casebook.domain.marking import _
from casebook.domain.sections.challenges import Challenge
from casebook.domain.wording import Wording
from casebook.publishing.charts.lettering import cut, lines
from casebook.publishing.charts.plan import (
    BODY,
    SMALL,
    WIDTH,
    Mark,
    Plan,
    column,
    counted,
    leading,
    listed,
    text,
)

MOST_ROWS = 20
NAME_ROOM, CELLS_AT, CELL, CELL_HEIGHT = 336.0, 352.0, 22.0, 11.0
WORDS_AT = CELLS_AT + 5 * CELL + 12
TOP, GAP = 20.0, 8.0


def plan(case: Case, wording: Wording, chosen: frozenset[str]) -> Plan | None:
    """The challenges of a case, or the `chosen` ones, by severity; None when no severity is recorded."""
    held = [item for item in case.challenges if not chosen or item.id in chosen]
    graded = sorted(
        (item for item in held if item.severity is not None), key=lambda item: -(item.severity or 0)
    )
    if not graded:
        return None
    spec, tr = field_spec(Challenge, "severity"), wording.translate
    shown = graded[:MOST_ROWS]
    marks, height = _drawn(shown, case, wording, spec)
    title = tr(_("Challenges by severity"))
    if len(shown) < len(graded):
        title += " – " + tr(_("{} of {} challenges")).format(len(shown), len(graded))
    rows = [*graded, *(item for item in held if item.severity is None)]
    return Plan(
        title=title,
        alt=_alt(graded, case, wording, spec),
        columns=(tr(_("Challenge")), tr(spec.label), tr(_("Resolved"))),
        rows=tuple(_row(item, case, wording, spec) for item in rows),
        height=height,
        marks=marks,
    )


def _row(item: Challenge, case: Case, wording: Wording, spec: FieldSpec) -> tuple[str, ...]:
    severity = wording.value(spec, item.severity, case) or wording.absence(item.absences.get("severity"))
    return (wording.title(item, case), severity, wording.term("resolved", item.resolved))


def _alt(graded: list[Challenge], case: Case, wording: Wording, spec: FieldSpec) -> str:
    """How many there are of each step, the gravest first, and which those are."""
    tr = wording.translate
    steps: list[str] = []
    for severity, same in groupby(graded, key=lambda item: item.severity):
        items = list(same)
        words = wording.value(spec, severity, case)
        named = listed([wording.title(item, case) for item in items], 3, tr(_("and {} more")))
        steps.append(f"{words}: {named}" if not steps else f"{words}: {len(items)}")
    many = counted(len(graded), tr(_("One challenge")), tr(_("{} challenges")))
    return (
        tr(_("{} by severity, from {} to {}.")).format(many, spec.low, spec.high)
        + " "
        + ". ".join(steps)
        + "."
    )


def _drawn(
    shown: list[Challenge], case: Case, wording: Wording, spec: FieldSpec
) -> tuple[dict[str, list[Mark]], float]:
    marks: dict[str, list[Mark]] = {name: [] for name in ("rows", "cells", "texts")}
    for step in range(spec.low, spec.high + 1):
        middle = CELLS_AT + (step - spec.low + 0.5) * CELL
        marks["texts"].append(text(middle, TOP - 7, str(step), size=SMALL, muted=True, align="center"))
    y = TOP
    for item in shown:
        name = lines(wording.title(item, case), NAME_ROOM, BODY)
        words = [
            *lines(
                wording.translate(spec.words[(item.severity or spec.low) - spec.low]), WIDTH - WORDS_AT, SMALL
            )
        ]
        if item.resolved:
            resolved = wording.term("resolved", item.resolved).lower()
            words.append(cut(f"{wording.translate(_('resolved'))}: {resolved}", WIDTH - WORDS_AT, SMALL))
        height = max(len(name) * leading(BODY), len(words) * leading(SMALL)) + GAP
        marks["texts"] += column(0, y + GAP / 2 + BODY, name)
        marks["texts"] += column(WORDS_AT, y + GAP / 2 + BODY, words, size=SMALL, muted=True)
        top = y + GAP / 2 + BODY * 0.65 - CELL_HEIGHT / 2
        for step in range(spec.low, spec.high + 1):
            x = CELLS_AT + (step - spec.low) * CELL
            reached = step <= (item.severity or 0)
            marks["cells"].append(
                {
                    "x": x,
                    "x2": x + CELL - 3,
                    "y": top,
                    "y2": top + CELL_HEIGHT,
                    "reached": reached,
                    "step": step,
                }
            )
        y += height
        marks["rows"].append({"x": 0, "x2": WIDTH, "y": y})
    return marks, y + 4
