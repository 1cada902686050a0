"""Makes two cases one: the choices of a plan as one change of the case that stays."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs

from casebook.domain.case import ANOTHER_CASE, Case
from casebook.domain.changes import (
    OF_RECORD,
    Aspect,
    Batch,
    Change,
    InsertEntry,
    SetField,
    current,
    found,
)
from casebook.domain.citing import cited_keys
from casebook.domain.declaration import SectionSpec
from casebook.domain.fields import LINKING, FieldSpec, Kind, field_specs
from casebook.domain.identity import new_id
from casebook.domain.merge_coming import Choices, Coming
from casebook.domain.merge_rows import Choice, MergeKind, MergePlan, MergeRow, joined
from casebook.domain.records import Record, RecordId, Sensitivity


@attrs.frozen(kw_only=True)
class MergeWords:
    """What a merge writes by itself."""

    label: str
    """Names the change in the history."""
    note: str
    """Stands before values that a field had no room for."""


def merged(plan: MergePlan, choices: Choices, words: MergeWords, fresh: Callable[[], str] = new_id) -> Batch:
    """The change that turns the case that stays into the merged one; empty when nothing changes.

    Entries that come over get ids of their own, and their links lead to what stands for their targets here; a shared
    record comes along where something that comes over needs it.
    """
    merging = _Merging(plan, choices, words, fresh)
    merging.do_all()
    return Batch(changes=tuple(merging.changes), label=words.label)


class _Merging:
    """Does one change after the other on the case as it grows."""

    def __init__(
        self, plan: MergePlan, choices: Choices, words: MergeWords, fresh: Callable[[], str]
    ) -> None:
        self.plan, self.choices, self.words = plan, choices, words
        self.case = plan.kept
        self.changes: list[Change] = []
        self._rows: dict[str, list[MergeRow]] = {}
        for row in plan.rows:
            self._rows.setdefault(row.section, []).append(row)
        self.coming = Coming(plan, choices, fresh)
        self._notes: list[str] = []
        self._note_level: Sensitivity | None = None
        self._taken: list[tuple[FieldSpec, Any]] = []

    def do_all(self) -> None:
        for row in self.plan.rows:
            if row.kind is MergeKind.FIELD:
                self._field(row, self.plan.kept, self.plan.other)
            elif row.kind is MergeKind.LEVEL and self._choice(row) is Choice.OTHER:
                self._set(row.record_id, OF_RECORD, row.other.value, Aspect.SENSITIVITY)
            elif row.kind is MergeKind.VALUE and row.other_id in self.coming.merged:
                self._field(row, self.coming.kept(row.other_id), self.coming.theirs(row.other_id))
        self._write_notes()
        arrivals = [*self._arrivals()]
        self._bring_shared([record for _section, record in arrivals])
        for section, record in arrivals:
            self._insert(section.key, record)
        self._part_from_itself()

    def _choice(self, row: MergeRow) -> Choice:
        return self.plan.choice(row, self.choices)

    def _field(self, row: MergeRow, one: Record, two: Record) -> None:
        choice, spec = self._choice(row), row.spec
        if choice is Choice.KEPT or not row.choices:
            return
        name = spec.name if spec is not None else row.section
        theirs = self.coming.mapped(spec, getattr(two, name)) if spec is not None else None
        if spec is None or spec.is_empty(theirs):
            if row.other.absence is not None and (spec is None or spec.is_empty(getattr(one, name))):
                self._set(one.id, name, row.other.absence, Aspect.ABSENCE)
            return
        if choice is Choice.BOTH:
            both = joined(spec, getattr(one, name), theirs)
            if both is None:
                self._note(row, two)
                return
            theirs = both
        self._take(spec, one, two, theirs)

    def _take(self, spec: FieldSpec, one: Record, two: Record, value: Any) -> None:
        """Give a field what the other has, and let nobody see more of it than could before."""
        self._taken.append((spec, value))
        self._set(one.id, spec.name, value)
        self._set(one.id, spec.name, None, Aspect.ABSENCE)
        own = two.field_sensitivities.get(spec.name)
        held = found(self.case, one.id)
        if two is not self.plan.other and two.sensitivity > held.sensitivity:
            self._set(one.id, OF_RECORD, two.sensitivity, Aspect.SENSITIVITY)
            held = found(self.case, one.id)
        if own is not None and own > held.field_sensitivities.get(spec.name, held.sensitivity):
            self._set(one.id, spec.name, own, Aspect.SENSITIVITY)

    def _note(self, row: MergeRow, two: Record) -> None:
        self._notes.append(f"- {row.label}: {row.other.words}")
        level = two.field_sensitivities.get(row.spec.name) if row.spec is not None else None
        if level is not None and (self._note_level is None or level > self._note_level):
            self._note_level = level

    def _write_notes(self) -> None:
        """Put what fields had no room for at the end of the last text of the case."""
        if not self._notes:
            return
        spec = note_field(self.plan.kept)
        held = getattr(self.case, spec.name)
        noted = "\n".join((self.words.note, "", *self._notes))
        levels = {} if self._note_level is None else {spec.name: self._note_level}
        other = attrs.evolve(self.plan.other, field_sensitivities=levels)
        self._take(spec, self.plan.kept, other, f"{held.rstrip()}\n\n{noted}" if held.strip() else noted)

    def _arrivals(self) -> Iterator[tuple[SectionSpec, Record]]:
        for section in self.plan.kept.declaration.sections.values():
            if section.shared:
                continue
            for record in self.plan.other.section(section.key):
                if record.id in self.coming.fresh:
                    yield section, self.coming.renewed(record)

    def _bring_shared(self, arrivals: list[Record]) -> None:
        """Insert the shared records that were chosen to come, and those that what comes leads to."""
        theirs = {
            record.id: (section.key, record)
            for section in self.plan.other.declaration.shared_sections
            for record in self.plan.other.section(section.key)
        }
        here = {
            record.id
            for section in self.case.declaration.shared_sections
            for record in self.case.section(section.key)
        }
        keys = {key: ident for ident, (_section, record) in theirs.items() if (key := _key_of(record))}
        wanted = [*self.coming.shared]
        for spec, value in self._taken:
            wanted += _led_to(spec, value, keys)
        for record in arrivals:
            wanted += _leads(record, keys)
        while wanted:
            ident = wanted.pop(0)
            if ident in theirs and ident not in here:
                here.add(ident)
                section, record = theirs[ident]
                self._insert(section, record)
                wanted += _leads(record, keys)

    def _part_from_itself(self) -> None:
        """No case is part of itself, nor of the one that is no more."""
        gone = {self.plan.kept.id, self.plan.other.id}
        for spec in self.case.declaration.header:
            if spec.to == ANOTHER_CASE and not spec.many and getattr(self.case, spec.name) in gone:
                above = getattr(self.plan.other, spec.name)
                self._set(self.case.id, spec.name, None if above in gone else above)

    def _set(self, target: str, field: str, new: Any, aspect: Aspect = Aspect.VALUE) -> None:
        old = current(found(self.case, target), field, aspect)
        if old != new:
            self._do(SetField(target=RecordId(target), field=field, old=old, new=new, aspect=aspect))

    def _insert(self, section: str, record: Record) -> None:
        if record.id in {one.id for one in self.case.section(section)}:
            return
        self._set(self.case.id, section, None, Aspect.ABSENCE)
        self._do(InsertEntry(section=section, index=len(self.case.section(section)), entry=record))

    def _do(self, change: Change) -> None:
        self.changes.append(change)
        self.case = change.apply(self.case)


def note_field(case: Case) -> FieldSpec:
    """The text at whose end a merge writes what fields had no room for: the last of the case."""
    return [spec for spec in case.declaration.header if spec.kind is Kind.PROSE][-1]


def _key_of(record: Record) -> str:
    return getattr(record, "citation_key", "").strip()


def _led_to(spec: FieldSpec, value: Any, keys: Mapping[str, str]) -> list[str]:
    """Ids of what a value leads to: the targets of links, and the sources a text cites."""
    if spec.kind in LINKING:
        return list(value) if spec.many else [value] if value else []
    return [keys[key] for key in sorted(cited_keys(value)) if key in keys] if spec.kind is Kind.PROSE else []


def _leads(record: Record, keys: Mapping[str, str]) -> list[str]:
    return [
        ident
        for spec in field_specs(type(record))
        for ident in _led_to(spec, getattr(record, spec.name), keys)
    ]
