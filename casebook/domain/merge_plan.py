"""Lays two cases beside each other for making them one: every field, every entry, what each has, what can be chosen."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from casebook.domain.case import Case
from casebook.domain.compared_case import ComparedCase
from casebook.domain.declaration import SectionSpec
from casebook.domain.fields import LINKING, TEXT, FieldSpec
from casebook.domain.marking import _
from casebook.domain.merge_matching import Matching
from casebook.domain.merge_rows import Choice, MergeKind, MergePlan, MergeRow, MergeState, Side, joined
from casebook.domain.records import Record
from casebook.domain.wording import Wording

LEVEL = "level"
"""Key of the row that says who may see the case."""


def merge_plan(kept: Case, other: Case, wording: Wording) -> MergePlan:
    """What there is to decide when `other` becomes part of `kept`."""
    matching = Matching(kept, other, wording)
    rows = _Rows(kept, other, wording, matching.pairs)
    return MergePlan(
        kept=kept,
        other=other,
        rows=tuple(rows.all()),
        pairs=matching.pairs,
        name=other.ref_code.strip() or wording.title(other, other),
    )


def mapped(spec: FieldSpec, value: Any, ids: Mapping[str, str]) -> Any:
    """A value of the other case with its links leading to the same records of the case that stays."""
    if spec.kind not in LINKING:
        return value
    return tuple(ids.get(item, item) for item in value) if spec.many else ids.get(value, value)


def state_of(spec: FieldSpec | None, kept: Side, other: Side) -> MergeState:
    """How two sides stand to each other; `spec` is None for why a section is empty."""
    one = spec is not None and not spec.is_empty(kept.value)
    two = spec is not None and not spec.is_empty(other.value)
    if one and two and spec is not None:
        return MergeState.EQUAL if _same(spec, kept.value, other.value) else MergeState.DIFFERING
    if one or two:
        return MergeState.KEPT if one else MergeState.OTHER
    if kept.absence == other.absence:
        return MergeState.EQUAL
    if kept.absence is None or other.absence is None:
        return MergeState.OTHER if kept.absence is None else MergeState.KEPT
    return MergeState.DIFFERING


def _same(spec: FieldSpec, one: Any, other: Any) -> bool:
    if spec.kind in TEXT:
        return bool(one.strip() == other.strip())
    if spec.many and not spec.high:
        return set(one) == set(other)  # only where so many may be chosen does their order say something
    return bool(one == other)


def _choices(
    kind: MergeKind, state: MergeState, spec: FieldSpec | None, kept: Side, other: Side
) -> tuple[Choice, ...]:
    if state is MergeState.OTHER:
        return Choice.KEPT, Choice.OTHER
    if state is not MergeState.DIFFERING:
        return ()
    held = spec is not None and not spec.is_empty(kept.value) and not spec.is_empty(other.value)
    # Of the case itself a second value can stand as a note where its field has no room for it.
    fits = kind is MergeKind.FIELD or (
        held and spec is not None and joined(spec, kept.value, other.value) is not None
    )
    return (Choice.KEPT, Choice.OTHER, Choice.BOTH) if held and fits else (Choice.KEPT, Choice.OTHER)


class _Rows:
    def __init__(self, kept: Case, other: Case, wording: Wording, pairs: Mapping[str, str]) -> None:
        self.kept, self.other, self.wording, self.pairs = kept, other, wording, pairs
        self._read = ComparedCase(kept, wording, None), ComparedCase(other, wording, None)

    def all(self) -> Iterator[MergeRow]:
        for spec in self.kept.declaration.header:
            yield self._row(spec, self.kept, self.other, MergeKind.FIELD)
        yield self._level()
        for section in self.kept.declaration.sections.values():
            yield from self._section(section)

    def _level(self) -> MergeRow:
        """Who may see the case: the stricter of the two, unless somebody decides otherwise."""
        one, two = self.kept.sensitivity, self.other.sensitivity
        return MergeRow(
            key=LEVEL,
            kind=MergeKind.LEVEL,
            section=self.kept.declaration.header[0].part,
            label=self.wording.translate(_("Who may see the case")),
            state=MergeState.EQUAL if one == two else MergeState.DIFFERING,
            kept=Side(value=one, words=self.wording.sensitivity(one)),
            other=Side(value=two, words=self.wording.sensitivity(two)),
            choices=() if one == two else (Choice.KEPT, Choice.OTHER),
            default=Choice.OTHER if two > one else Choice.KEPT,
            record_id=self.kept.id,
            other_id=self.other.id,
        )

    def _section(self, section: SectionSpec) -> Iterator[MergeRow]:
        mine, theirs = self.kept.section(section.key), self.other.section(section.key)
        if not mine and not theirs:
            yield from self._absence(section)
        matched = {self.pairs[one.id]: one for one in theirs if one.id in self.pairs}
        for record in mine:
            if record.id in matched:
                yield from self._pair(section, record, matched[record.id])
            else:
                yield self._entry(section, record, MergeKind.KEPT)
        for record in theirs:
            if record.id not in self.pairs:
                yield self._entry(section, record, MergeKind.OTHER)

    def _absence(self, section: SectionSpec) -> Iterator[MergeRow]:
        """The row of a section that is empty in both, where one says why."""
        kept, other = (
            self._side(self.kept, None, section.key),
            self._side(self.other, None, section.key, theirs=True),
        )
        state = state_of(None, kept, other)
        if state is not MergeState.EQUAL:
            yield MergeRow(
                key=f"absence/{section.key}",
                kind=MergeKind.FIELD,
                section=section.key,
                label=self.wording.translate(section.title),
                state=state,
                kept=kept,
                other=other,
                choices=_choices(MergeKind.VALUE, state, None, kept, other),
                default=Choice.OTHER if state is MergeState.OTHER else Choice.KEPT,
                record_id=self.kept.id,
                other_id=self.other.id,
            )

    def _pair(self, section: SectionSpec, record: Record, twin: Record) -> Iterator[MergeRow]:
        key = f"pair/{twin.id}"
        # The one record of two cases is the same in both, whatever a copy of it may say.
        specs = () if section.shared else section.fields
        rows = [
            attrs.evolve(self._row(spec, record, twin, MergeKind.VALUE), section=section.key, parent=key)
            for spec in specs
        ]
        states = {row.state for row in rows}
        undecided = MergeState.DIFFERING, MergeState.OTHER
        state = next((one for one in (*undecided, MergeState.KEPT) if one in states), MergeState.EQUAL)
        yield MergeRow(
            key=key,
            kind=MergeKind.PAIR,
            section=section.key,
            label=self.wording.title(record, self.kept),
            state=state,
            kept=self._told(record, self.kept),
            other=self._told(twin, self.other),
            choices=(Choice.KEPT, Choice.BOTH) if state in undecided else (),
            record_id=record.id,
            other_id=twin.id,
        )
        yield from (row for row in rows if row.state is not MergeState.EQUAL)

    def _entry(self, section: SectionSpec, record: Record, kind: MergeKind) -> MergeRow:
        theirs = kind is MergeKind.OTHER
        told = self._told(record, self.other if theirs else self.kept)
        return MergeRow(
            key=f"{kind.value}/{record.id}",
            kind=kind,
            section=section.key,
            label=self.wording.title(record, self.other if theirs else self.kept),
            state=MergeState.OTHER if theirs else MergeState.KEPT,
            kept=Side() if theirs else told,
            other=told if theirs else Side(),
            choices=(Choice.KEPT, Choice.OTHER) if theirs else (),
            default=Choice.OTHER if theirs else Choice.KEPT,
            record_id="" if theirs else record.id,
            other_id=record.id if theirs else "",
        )

    def _told(self, record: Record, case: Case) -> Side:
        """An entry as its card tells it."""
        facts = self.wording.facts(record, case)
        title = self.wording.title(record, case)
        return Side(value=record, words=f"{title}\n{facts}" if facts else title)

    def _row(self, spec: FieldSpec, one: Record, two: Record, kind: MergeKind) -> MergeRow:
        kept, other = self._side(one, spec, spec.name), self._side(two, spec, spec.name, theirs=True)
        state = state_of(spec, kept, other)
        key = spec.name if kind is MergeKind.FIELD else f"{two.id}/{spec.name}"
        return MergeRow(
            key=f"{kind.value}/{key}",
            kind=kind,
            section=spec.part,
            label=self.wording.translate(spec.label),
            state=state,
            kept=kept,
            other=other,
            choices=_choices(kind, state, spec, kept, other),
            default=Choice.OTHER if state is MergeState.OTHER else Choice.KEPT,
            spec=spec,
            record_id=one.id,
            other_id=two.id,
        )

    def _side(self, record: Record, spec: FieldSpec | None, name: str, *, theirs: bool = False) -> Side:
        absence = record.absences.get(name)
        value = getattr(record, name) if spec is not None else None
        if spec is None or spec.is_empty(value):
            empty = spec.empty if spec is not None else None
            return Side(value=empty, absence=absence, words=self.wording.absence(absence) if absence else "")
        words = ", ".join(self._read[theirs].words(spec, value))
        return Side(value=mapped(spec, value, self.pairs) if theirs else value, words=words)
