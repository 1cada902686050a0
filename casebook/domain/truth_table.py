"""The truth table: which combinations of conditions there are, and how consistently they go with the outcome."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import product

import attrs

from casebook.domain.errors import CasebookError
from casebook.domain.grid import Grid, Value
from casebook.domain.marking import _
from casebook.domain.qca import Memberships
from casebook.domain.tally import CaseHead
from casebook.domain.wording import Wording

MOST_CONDITIONS = 10
"""Each one more doubles the rows; beyond this nobody can read them."""
CONSISTENT = 0.8
"""Rows from this consistency up are taken to be sufficient (Ragin 2008 advises against less than 0.75)."""


class Verdict(StrEnum):
    """What a row says of the outcome."""

    PRESENT = "1"
    ABSENT = "0"
    CONTRADICTORY = "C"
    REMAINDER = "?"


VERDICT_WORDS = {
    Verdict.PRESENT: _("present"),
    Verdict.ABSENT: _("absent"),
    Verdict.CONTRADICTORY: _("contradictory"),
    Verdict.REMAINDER: _("no case"),
}


@attrs.frozen(kw_only=True)
class Configuration:
    """A row: which conditions hold, and the cases that are more in it than out of it."""

    pattern: tuple[bool, ...]
    cases: tuple[CaseHead, ...]
    with_outcome: int
    """How many of them are more in the outcome than out of it."""
    consistency: float | None
    """Σ min(x, y) / Σ x over all cases; None when no case belongs at all."""
    pri: float | None
    """Proportional reduction in inconsistency; None where it is not defined."""
    verdict: Verdict

    @property
    def proportion(self) -> float | None:
        """Share of its cases that have the outcome."""
        return self.with_outcome / len(self.cases) if self.cases else None


@attrs.frozen(kw_only=True)
class TruthTable:
    """All rows: those with cases first, the most frequent and most consistent ones on top, then the remainders."""

    table: Memberships
    cutoff: float
    rows: tuple[Configuration, ...]
    undecided: tuple[CaseHead, ...]
    """Cases that stand at 0.5 in some condition and so belong to no row more than to another."""

    @property
    def observed(self) -> tuple[Configuration, ...]:
        """The rows with cases."""
        return tuple(row for row in self.rows if row.verdict is not Verdict.REMAINDER)


def truth_table(table: Memberships, cutoff: float = CONSISTENT) -> TruthTable:
    """Put the cases into the rows of a truth table.

    A case's membership x in a row is the smallest of its memberships in the row's conditions, 1 − membership for
    those that are absent; it belongs to the row where x > 0.5. Consistency of the row as sufficient for the outcome y
    is Σ min(x, y) / Σ x. PRI is (Σ min(x, y) − Σ min(x, y, 1 − y)) / (Σ x − Σ min(x, y, 1 − y)). Charles C. Ragin,
    Redesigning Social Inquiry: Fuzzy Sets and Beyond, University of Chicago Press, 2008, chapters 3 and 7. For crisp
    sets consistency is the share of the row's cases that have the outcome.

    A row whose cases do not agree on the outcome is contradictory; one without cases is a remainder.

    Raises:
        CasebookError: there is no condition, or more than can be read.
    """
    number = len(table.conditions)
    if not 1 <= number <= MOST_CONDITIONS:
        raise CasebookError(
            _("Choose from one to {most} conditions; {number} are chosen.").format(
                most=MOST_CONDITIONS, number=number
            )
        )
    rows = [_configuration(pattern, table, cutoff) for pattern in product((True, False), repeat=number)]
    rows.sort(key=_rank)
    undecided = (
        head
        for head, values in zip(table.cases, table.rows, strict=True)
        if any(value == 0.5 for value in values[:-1])
    )
    return TruthTable(table=table, cutoff=cutoff, rows=tuple(rows), undecided=tuple(undecided))


def _configuration(pattern: tuple[bool, ...], table: Memberships, cutoff: float) -> Configuration:
    inside: list[float] = []
    cases: list[CaseHead] = []
    agreeing = 0
    for head, values in zip(table.cases, table.rows, strict=True):
        x = min(value if wanted else 1 - value for value, wanted in zip(values, pattern, strict=False))
        inside.append(x)
        if x > 0.5:
            cases.append(head)
            agreeing += values[-1] > 0.5
    outcome = [values[-1] for values in table.rows]
    consistency = consistency_of(inside, outcome)
    return Configuration(
        pattern=pattern,
        cases=tuple(cases),
        with_outcome=agreeing,
        consistency=consistency,
        pri=pri_of(inside, outcome),
        verdict=_verdict(len(cases), agreeing, consistency or 0.0, cutoff),
    )


def consistency_of(inside: Sequence[float], outcome: Sequence[float]) -> float | None:
    """Σ min(x, y) / Σ x; None when Σ x is 0."""
    whole = sum(inside)
    return sum(map(min, inside, outcome)) / whole if whole else None


def pri_of(inside: Sequence[float], outcome: Sequence[float]) -> float | None:
    """Consistency without what is as consistent with the outcome's absence; None when it is not defined."""
    both = sum(min(x, y, 1 - y) for x, y in zip(inside, outcome, strict=True))
    whole = sum(inside) - both
    return (sum(map(min, inside, outcome)) - both) / whole if whole > 1e-12 else None


def _verdict(number: int, agreeing: int, consistency: float, cutoff: float) -> Verdict:
    if not number:
        return Verdict.REMAINDER
    if 0 < agreeing < number:
        return Verdict.CONTRADICTORY
    return Verdict.PRESENT if agreeing and consistency >= cutoff else Verdict.ABSENT


def _rank(row: Configuration) -> tuple[object, ...]:
    return -len(row.cases), -(row.consistency or 0.0), tuple(not holds for holds in row.pattern)


def truth_grid(made: TruthTable, wording: Wording, *, remainders: bool = False) -> Grid:
    """The truth table as a table of plain values."""
    tr = wording.translate
    heads = [tr(_("Cases")), tr(_("Proportion")), tr(_("Consistency")), tr(_("PRI")), tr(_("Outcome"))]
    rows: list[tuple[Value, ...]] = []
    for row in made.rows if remainders else made.observed:
        rows.append(
            (
                *(int(holds) for holds in row.pattern),
                len(row.cases),
                _rounded(row.proportion),
                _rounded(row.consistency),
                _rounded(row.pri),
                row.verdict.value,
                ", ".join(head.ref_code or head.title for head in row.cases),
            )
        )
    names = [one.name for one in made.table.conditions]
    return Grid(title=tr(_("Truth table")), columns=(*names, *heads, tr(_("Which"))), rows=tuple(rows))


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
