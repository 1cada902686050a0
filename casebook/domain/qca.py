"""Qualitative comparative analysis: cases as members of sets, some of them conditions and one the outcome."""

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence

import attrs

from casebook.domain.calibration import Anchors, crisp, direct, share
from casebook.domain.grid import Grid, Value
from casebook.domain.grounds import Ground, term_label
from casebook.domain.marking import _
from casebook.domain.measures import COUNT, Measure
from casebook.domain.tally import CaseHead, Count, Tally
from casebook.domain.wording import Wording

LONGEST_NAME = 24
ROUNDED = 4
"""Digits behind the point that memberships are written with."""


@attrs.frozen(kw_only=True)
class Condition:
    """A set: the cases that have a term, and how far they belong.

    With a `measure` that is a scale a case belongs as far as its highest step says; with `sign` only entries of that
    value count, as for outcomes that are positive; with `anchors` the number or step is calibrated by them.
    """

    ground: Ground
    term: str
    label: str
    name: str
    """What it is called in R: letters and digits, the first a capital."""
    measure: Measure = COUNT
    sign: str = ""
    anchors: Anchors | None = None

    @property
    def fuzzy(self) -> bool:
        """Whether memberships between 0 and 1 are possible."""
        return self.anchors is not None or bool(self.measure.levels and not self.sign)

    def membership(self, held: Count | None) -> float | None:
        """How far a case belongs whose entries are `held`; None when they do not say what is measured."""
        if held is None or (self.sign and self.sign not in held.marks):
            return direct(0, self.anchors) if self.anchors else 0.0
        level = self.measure.level(held.marks) if self.measure.levels and not self.sign else None
        if self.measure.levels and not self.sign and level is None:
            return None
        if self.anchors is not None:
            return direct(held.number if level is None else level, self.anchors)
        return crisp(held.number) if level is None else share(level, self.measure.high)


@attrs.frozen(kw_only=True)
class Memberships:
    """One row of memberships for each case, conditions first, the outcome last."""

    conditions: tuple[Condition, ...]
    outcome: Condition
    cases: tuple[CaseHead, ...]
    rows: tuple[tuple[float, ...], ...]
    unknown: tuple[tuple[CaseHead, tuple[str, ...]], ...]
    """Cases left out, each with the names of the sets of which nothing is recorded: blank does not mean no."""

    @property
    def sets(self) -> tuple[Condition, ...]:
        """Conditions and outcome."""
        return (*self.conditions, self.outcome)


def memberships(
    conditions: Sequence[Condition], outcome: Condition, tallies: Mapping[tuple[str, str], Tally]
) -> Memberships:
    """The table of memberships; `tallies` by key of ground and measure, all over the same cases.

    A case that has nothing recorded of a ground, and of which nobody said that there was none, is left out.
    """
    sets = (*conditions, outcome)
    read = [_columns(tallies[one.ground.key, one.measure.key], one) for one in sets]
    cases, rows, unknown = [], [], []
    for head in tallies[outcome.ground.key, outcome.measure.key].cases:
        row = [column.get(head.id) for column in read]
        known = tuple(value for value in row if value is not None)
        if len(known) == len(row):
            cases.append(head)
            rows.append(known)
        else:
            missing = tuple(one.name for one, value in zip(sets, row, strict=True) if value is None)
            unknown.append((head, missing))
    return Memberships(
        conditions=tuple(conditions),
        outcome=outcome,
        cases=tuple(cases),
        rows=tuple(rows),
        unknown=tuple(unknown),
    )


def _columns(tally: Tally, condition: Condition) -> dict[str, float | None]:
    held = {count.case_id: count for count in tally.counts if count.term == condition.term}
    recorded = {count.case_id for count in tally.counts}
    return {
        head.id: condition.membership(held.get(head.id))
        for head in tally.cases
        if head.id in recorded or head.absence is not None
    }


def safe_name(label: str, taken: Collection[str]) -> str:
    """A name for R's QCA package: capitals and digits only, which it neither splits nor takes for a negation."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode()
    name = re.sub(r"[^A-Z0-9]", "", plain.upper())[:LONGEST_NAME]
    name = name if name[:1].isalpha() else f"C{name}"
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}{number}"
    return free


def condition_label(
    ground: Ground,
    term: str,
    wording: Wording,
    names: dict[str, str],
    sign: str = "",
    measure: Measure = COUNT,
) -> str:
    """What a set is called: "Mandate gap", "Trust and legitimacy: Positive"."""
    label = term_label(ground.value, term, wording, names)
    if not sign or measure.spec is None:
        return label
    return f"{label}: {term_label(measure.spec, sign, wording, {})}"


def rule_words(condition: Condition, wording: Wording) -> str:
    """How memberships were found, in words."""
    tr = wording.translate
    step = condition.measure.levels and not condition.sign
    what = (
        tr(_("highest {}")).format(tr(condition.measure.label).lower())
        if step
        else tr(_("number of entries"))
    )
    if condition.anchors is not None:
        out, crossover, into = (f"{anchor:g}" for anchor in condition.anchors)
        return tr(
            _("Direct method (Ragin 2008) on the {}: fully out at {}, crossover at {}, fully in at {}.")
        ).format(what, out, crossover, into)
    if step:
        return tr(_("The {}, divided by {}; 0 where there is no such entry.")).format(
            what, condition.measure.high
        )
    return tr(_("1 where the case has at least one such entry, else 0."))


def data_grid(table: Memberships, wording: Wording) -> Grid:
    """The memberships as R reads them: names of cases first, the outcome last."""
    names = row_names(table.cases)
    return Grid(
        title=wording.translate(_("Memberships")),
        columns=("case", *(one.name for one in table.sets)),
        rows=tuple(
            (name, *(_written(value) for value in row)) for name, row in zip(names, table.rows, strict=True)
        ),
    )


def row_names(cases: Sequence[CaseHead]) -> tuple[str, ...]:
    """A name of its own for each case: its reference where no other has it."""
    names: list[str] = []
    used: set[str] = set()
    for number, head in enumerate(cases, 1):
        name = head.ref_code.strip() or f"case-{number}"
        name = name if name not in used else f"{name}-{number}"
        used.add(name)
        names.append(name)
    return tuple(names)


def _written(value: float) -> Value:
    return int(value) if value in (0.0, 1.0) else round(value, ROUNDED)


def codebook_grid(table: Memberships, wording: Wording) -> Grid:
    """What each column means, how it was calibrated, and which cases were left out."""
    tr = wording.translate
    rows: list[tuple[Value, ...]] = []
    for one in table.sets:
        role = tr(_("outcome") if one is table.outcome else _("condition"))
        scale = tr(_("fuzzy, 0 to 1") if one.fuzzy else _("crisp, 0 or 1"))
        rows.append((one.name, role, one.label, one.ground.label(wording), scale, rule_words(one, wording)))
    for name, head in zip(row_names(table.cases), table.cases, strict=True):
        rows.append((name, tr(_("case")), head.title, "", "", ""))
    for head, missing in table.unknown:
        why = tr(_("Nothing is recorded of {}; a blank does not mean no.")).format(", ".join(missing))
        rows.append((head.ref_code or head.id, tr(_("case left out")), head.title, "", "", why))
    heads = (_("Name"), _("Role"), _("Label"), _("Field"), _("Values"), _("Rule"))
    return Grid(title=tr(_("Codebook")), columns=tuple(tr(head) for head in heads), rows=tuple(rows))
