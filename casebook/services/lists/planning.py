"""Says what would come of a list before anything is written: what each row becomes, which rows are refused and why."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from casebook.domain.case import Case, new_case
from casebook.domain.dates import When
from casebook.domain.declaration import Declaration
from casebook.domain.errors import CasebookError, DateError
from casebook.domain.fields import LINKING, TEXT, Kind
from casebook.domain.list_file import Cell, ListFile
from casebook.domain.marking import _
from casebook.domain.records import Record, Sensitivity, SharedRecord
from casebook.services.lists.mapping import ListMapping
from casebook.services.lists.names import folded
from casebook.services.lists.plan import Plan, Refused
from casebook.services.lists.records import Records
from casebook.services.lists.targets import END, SENSITIVITY, START, Target
from casebook.services.lists.values import Manner, Understanding, Understood

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
TOLD_EVERY = 500
"""Rows between two words on how far it is."""


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


@attrs.frozen
class _Made:
    """What a row becomes, with the shared records it points to and the headings under which words were left out."""

    record: Record
    shared: Mapping[str, SharedRecord]
    left_out: tuple[str, ...]


class _RefusedError(Exception):
    """Why a row cannot come in, and the columns that keep it from it."""

    def __init__(self, reasons: Sequence[str], columns: Sequence[int] = ()) -> None:
        super().__init__()
        self.reasons, self.columns = tuple(reasons), columns


class _Planner:
    """Keeps next to nothing of each row: a great heap of records would make every window wait for its sweeping."""

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

    def plan(self, progress: Progress, cancelled: Cancelled) -> Plan:
        intake = self._intake
        rows: list[int] = []
        refused: list[Refused] = []
        taken = set(map(folded, intake.references)) - {""}
        left_out: Counter[str] = Counter()
        troubled: Counter[int] = Counter()
        used: dict[str, SharedRecord] = {}
        for at in range(len(intake.listed.rows)):
            if at % TOLD_EVERY == 0:
                if cancelled():
                    break
                progress(at, len(intake.listed.rows))
            try:
                made = self._make(at)
                _take_code(made.record, taken)
            except _RefusedError as error:
                number = intake.listed.numbers[at]
                refused.append(Refused(at=at, number=number, reasons=error.reasons))
                troubled.update(error.columns)
                continue
            rows.append(at)
            used |= made.shared
            left_out.update(made.left_out)
        progress(len(intake.listed.rows), len(intake.listed.rows))
        return Plan(
            into=intake.mapping.into,
            rows=tuple(rows),
            make=lambda at: self._make(at).record,
            refused=tuple(refused),
            fresh=self._by_section(one for one in used.values() if self._records.is_new(one.id)),
            used=tuple(used.values()),
            left_out=left_out,
            troubled=troubled,
        )

    @property
    def _records(self) -> Records:
        return self._understanding.records

    def _make(self, at: int) -> _Made:
        """What a row becomes.

        Raises:
            _RefusedError: it cannot.
        """
        given: dict[str, Any] = {}
        reasons: dict[int, str] = {}
        left_out: list[str] = []
        row, columns = self._intake.listed.rows[at], self._intake.listed.columns
        for place, target, manner in self._columns:
            read = self._cell(place, target, manner, row[place])
            if isinstance(read, str):
                reasons[place] = f"{columns[place]}: {read}"
            else:
                given[target.key] = read.value
                left_out += [columns[place]] * len(read.left_out)
        missing = [] if reasons else self._missing(given)
        if reasons or missing:
            raise _RefusedError([*reasons.values(), *missing], tuple(reasons))
        try:
            values = dict(_joined(given))
        except CasebookError as error:
            raise _RefusedError([str(error)]) from error
        record, shared = self._entry(values) if self._intake.mapping.into else self._case(values)
        return _Made(record, shared, tuple(left_out))

    def _cell(self, at: int, target: Target, manner: Manner, cell: Cell) -> Understood | str:
        """What a cell means; except for text, read once for all cells of the column that hold the same."""
        key = (at, type(cell), cell)
        known = self._read.get(key)
        if known is not None:
            return known
        try:
            read: Understood | str = self._understanding.read(target.spec, cell, manner)
        except CasebookError as error:
            read = str(error)
        if target.spec.kind not in TEXT:
            self._read[key] = read
        return read

    def _missing(self, given: Mapping[str, Any]) -> list[str]:
        return [
            _("{field}: nothing is given, and nothing comes in without it.").format(field=target.spec.label)
            for target in self._intake.targets
            if target.required and target.spec.is_empty(given.get(target.key))
        ]

    def _case(self, values: dict[str, Any]) -> tuple[Case, dict[str, SharedRecord]]:
        sections = {target.section: target.key for target in self._intake.targets if target.section}
        entries: dict[str, tuple[Record, ...]] = {}
        shared: dict[str, SharedRecord] = {}
        for key, name in sections.items():
            section = self._intake.declaration.sections[key]
            said = values.pop(name, ())
            entries[key] = tuple(section.entry_type(**{section.summary.name: one}) for one in said)
            if section.summary.kind is Kind.LINK:
                shared |= self._shared(said)
        entries |= self._by_section(shared.values())
        return new_case(**{**self._intake.given, **_recorded(values), **entries}), shared

    def _entry(self, values: dict[str, Any]) -> tuple[Record, dict[str, SharedRecord]]:
        section = self._intake.declaration.sections[self._intake.mapping.into]
        shared: dict[str, SharedRecord] = {}
        for spec in section.fields:
            held = values.get(spec.name)
            if spec.kind in LINKING and held:
                shared |= self._shared(held if spec.many else (held,))
        return section.entry_type(**_recorded(values)), shared

    def _shared(self, ids: Iterable[str]) -> dict[str, SharedRecord]:
        found = {one: self._records.shared_record(one) for one in ids}
        return {one: record for one, record in found.items() if record is not None}

    def _by_section(self, records: Iterable[SharedRecord]) -> dict[str, tuple[SharedRecord, ...]]:
        found: dict[str, list[SharedRecord]] = {}
        for record in records:
            found.setdefault(self._records.section_of(record), []).append(record)
        return {key: tuple(some) for key, some in found.items()}


def _take_code(record: Record, taken: set[str]) -> None:
    """Note the reference of a case among those that are taken.

    Raises:
        _RefusedError: it was taken already.
    """
    code = record.ref_code if isinstance(record, Case) else ""
    if folded(code) in taken:
        words = _("{field}: “{code}” is in the library or the list already.")
        raise _RefusedError([words.format(field=_("Reference"), code=code)])
    taken |= {folded(code)} - {""}


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
