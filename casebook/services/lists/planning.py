"""Says what would come of a list before anything is written: what each row becomes, which rows are refused and why."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from casebook.domain.case import Case, new_case
from casebook.domain.dates import When
from casebook.domain.declaration import Declaration
from casebook.domain.errors import CasebookError, DateError
from casebook.domain.fields import LINKING, Kind
from casebook.domain.grid import Grid, Value
from casebook.domain.list_file import Cell, ListFile, shown_cell
from casebook.domain.marking import _
from casebook.domain.records import Record, Sensitivity, SharedRecord
from casebook.services.lists.mapping import ListMapping
from casebook.services.lists.names import folded
from casebook.services.lists.targets import END, PARENT, SENSITIVITY, START, Target
from casebook.services.lists.values import Manner, Understanding, Understood

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
TOLD_EVERY = 500
"""Rows between two words on how far it is."""


@attrs.frozen(kw_only=True)
class Refused:
    """A row that cannot come in; each reason names the column and what stands in it."""

    at: int
    """Its place among the rows of the list."""
    number: int
    """Its line in the file."""
    reasons: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Plan:
    """What comes of a list: cases, or entries of one section, and what has to be refused."""

    into: str = ""
    cases: tuple[Case, ...] = ()
    entries: tuple[Record, ...] = ()
    refused: tuple[Refused, ...] = ()
    fresh: Mapping[str, tuple[SharedRecord, ...]] = attrs.field(factory=dict)
    """Shared records that are made on the way, by section."""
    used: tuple[SharedRecord, ...] = ()
    """All shared records that the entries point to."""
    left_out: Mapping[str, int] = attrs.field(factory=dict)
    """How many names were left out, by column."""

    @property
    def count(self) -> int:
        """How many rows come in."""
        return len(self.cases) + len(self.entries)


@attrs.frozen(kw_only=True)
class Intake:
    """What is to be planned."""

    listed: ListFile
    mapping: ListMapping
    targets: Sequence[Target]
    declaration: Declaration
    references: frozenset[str] = frozenset()
    """References that cases of the library have already."""
    given: Mapping[str, Any] = attrs.field(factory=dict)
    """Values of fields of new cases that no column gives."""


def plan(intake: Intake, understanding: Understanding, progress: Progress, cancelled: Cancelled) -> Plan:
    """Go through all rows; what was not looked at when cancelled is left out."""
    return _Planner(intake, understanding).plan(progress, cancelled)


class _Planner:
    def __init__(self, intake: Intake, understanding: Understanding) -> None:
        self._intake = intake
        self._understanding = understanding
        by_key = {target.key: target for target in intake.targets}
        listed = intake.listed
        self._columns = [
            (
                at,
                by_key[choice.target],
                Manner(commas=not _has_semicolons(listed, at), lenient=choice.lenient),
            )
            for at, choice in enumerate(intake.mapping.choices)
            if choice.target in by_key
        ]
        self._read: dict[tuple[int, type, Cell], Understood | str] = {}
        self._taken = set(map(folded, intake.references)) - {""}
        self._left_out: dict[str, int] = {}
        self._used: dict[str, SharedRecord] = {}

    def plan(self, progress: Progress, cancelled: Cancelled) -> Plan:
        made: list[Record] = []
        refused: list[Refused] = []
        rows = self._intake.listed.rows
        for at, row in enumerate(rows):
            if at % TOLD_EVERY == 0:
                if cancelled():
                    break
                progress(at, len(rows))
            record, reasons = self._record(row)
            if record is not None and not reasons:
                made.append(record)
            else:
                number = self._intake.listed.numbers[at]
                refused.append(Refused(at=at, number=number, reasons=tuple(reasons)))
        progress(len(rows), len(rows))
        fresh: dict[str, tuple[SharedRecord, ...]] = {}
        records = self._understanding.records
        for shared in self._used.values():
            if records.is_new(shared.id):
                key = records.section_of(shared)
                fresh[key] = (*fresh.get(key, ()), shared)
        into = self._intake.mapping.into
        return Plan(
            into=into,
            cases=() if into else tuple(one for one in made if isinstance(one, Case)),
            entries=tuple(made) if into else (),
            refused=tuple(refused),
            fresh=fresh,
            used=tuple(self._used.values()),
            left_out=dict(self._left_out),
        )

    def _record(self, row: Sequence[Cell]) -> tuple[Record | None, list[str]]:
        """What a row becomes, or the reasons why it cannot."""
        given: dict[str, Any] = {}
        reasons: list[str] = []
        left_out: list[str] = []
        for at, target, manner in self._columns:
            read = self._cell(at, target, manner, row[at])
            heading = self._intake.listed.columns[at]
            if isinstance(read, str):
                reasons.append(f"{heading}: {read}")
            else:
                given[target.key] = read.value
                left_out += [heading] * len(read.left_out)
        reasons += self._missing(given) if not reasons else []
        if reasons:
            return None, reasons
        try:
            values = dict(_joined(given))
            record = self._entry(values) if self._intake.mapping.into else self._case(values)
        except CasebookError as error:
            return None, [str(error)]
        for heading in left_out:
            self._left_out[heading] = self._left_out.get(heading, 0) + 1
        return record, []

    def _cell(self, at: int, target: Target, manner: Manner, cell: Cell) -> Understood | str:
        """What a cell means; read once for all cells of the column that hold the same."""
        key = (at, type(cell), cell)
        if key not in self._read:
            try:
                self._read[key] = self._understanding.read(target.spec, cell, manner)
            except CasebookError as error:
                self._read[key] = str(error)
        return self._read[key]

    def _missing(self, given: Mapping[str, Any]) -> Iterator[str]:
        for target in self._intake.targets:
            if target.required and target.spec.is_empty(given.get(target.key)):
                yield _("{field}: nothing is given, and nothing comes in without it.").format(
                    field=target.spec.label
                )
        code = folded(given.get("ref_code") or "")
        if code and code in self._taken:
            yield _("{field}: “{code}” is in the library or the list already.").format(
                field=_("Reference"), code=given["ref_code"]
            )

    def _case(self, values: dict[str, Any]) -> Case:
        sections = {target.section: target.key for target in self._intake.targets if target.section}
        entries: dict[str, tuple[Record, ...]] = {}
        shared: dict[str, SharedRecord] = {}
        for key, name in sections.items():
            section = self._intake.declaration.sections[key]
            said = values.pop(name, ())
            entries[key] = tuple(section.entry_type(**{section.summary.name: one}) for one in said)
            if section.summary.kind is Kind.LINK:
                shared |= {one: record for one in said if (record := self._shared(one)) is not None}
        for key, of_kind in self._by_section(shared).items():
            entries[key] = of_kind
        case = new_case(**{**self._intake.given, **_recorded(values), **entries})
        self._taken |= {folded(case.ref_code)} - {""}
        self._used |= shared
        return case

    def _entry(self, values: dict[str, Any]) -> Record:
        section = self._intake.declaration.sections[self._intake.mapping.into]
        for spec in section.fields:
            held = values.get(spec.name)
            if spec.kind in LINKING and held:
                for one in held if spec.many else (held,):
                    record = self._shared(one)
                    self._used |= {one: record} if record is not None else {}
        parent = {PARENT: values.pop(PARENT)} if PARENT in values else {}
        return section.entry_type(**_recorded(values), **parent)

    def _shared(self, record_id: str) -> SharedRecord | None:
        return self._understanding.records.shared_record(record_id)

    def _by_section(self, shared: Mapping[str, SharedRecord]) -> dict[str, tuple[SharedRecord, ...]]:
        found: dict[str, tuple[SharedRecord, ...]] = {}
        for record in shared.values():
            key = self._understanding.records.section_of(record)
            found[key] = (*found.get(key, ()), record)
        return found


def refused_rows(listed: ListFile, refused: Sequence[Refused]) -> Grid:
    """The rows that were refused as they stand in the file, each with the reasons in a last column."""
    return Grid(
        title=_("Refused rows"),
        columns=(*listed.columns, _("Why it was refused")),
        rows=tuple((*map(_plain, listed.rows[one.at]), " ".join(one.reasons)) for one in refused),
    )


def _plain(cell: Cell) -> Value:
    return shown_cell(cell) if isinstance(cell, bool) else cell


def _has_semicolons(listed: ListFile, at: int) -> bool:
    return any(isinstance(cell, str) and ";" in cell for cell in listed.column(at))


def _recorded(values: Mapping[str, Any]) -> dict[str, Any]:
    """What is given, with the sensitivity as a level; what is empty keeps its default."""
    kept = {name: value for name, value in values.items() if value not in (None, "", ())}
    if SENSITIVITY in kept:
        kept[SENSITIVITY] = Sensitivity.of(kept[SENSITIVITY])
    return kept


def _joined(given: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The values with the two ends of a span of time made one.

    Raises:
        CasebookError: it ends before it begins, or one end is a span itself.
    """
    spans: dict[str, dict[str, When]] = {}
    for key, value in given.items():
        field, _colon, end = key.partition(":")
        if end not in (START, END):
            yield key, value
        elif value is not None:
            spans.setdefault(field, {})[end] = value
    for field, ends in spans.items():
        yield field, _span(ends.get(START), ends.get(END))


def _span(start: When | None, end: When | None) -> When:
    texts = [one.edtf if one is not None else "" for one in (start, end)]
    try:
        if start == end or (start is not None and end is None):
            return When(texts[0])
        return When(f"{texts[0] or '..'}/{texts[1]}")
    except DateError as error:
        raise CasebookError(
            _("“{start}” to “{end}” is no span of time.").format(start=start or "", end=end or "")
        ) from error
