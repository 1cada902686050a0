"""Edits as values: each change can be applied, undone, stored and merged with the next."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

import attrs

from casebook.domain.case import Case
from casebook.domain.errors import ChangeError
from casebook.domain.fields import field_spec
from casebook.domain.records import Absence, Record, RecordId, Sensitivity


class Aspect(StrEnum):
    """Which side of a field a change sets."""

    VALUE = "value"
    ABSENCE = "absence"  # Absence | None; the field may be a section key, for "no challenges were found"
    SENSITIVITY = "sensitivity"  # Sensitivity | None


OF_RECORD = "sensitivity"
"""Field name by which a change sets the sensitivity of a whole record."""


@attrs.frozen(kw_only=True)
class SetField:
    """One side of one field of one record gets a new value; `target` is the case's own id for header fields."""

    target: RecordId
    field: str
    old: Any
    new: Any
    aspect: Aspect = Aspect.VALUE

    def apply(self, case: Case) -> Case:
        """The case with the new value.

        Raises:
            ChangeError: the record is gone, or its value is not the one this change was made on.
        """
        record = found(case, self.target)
        if current(record, self.field, self.aspect) != self.old:
            raise ChangeError("This was changed elsewhere in the meantime; nothing was overwritten.")
        return case.replacing(_set(record, self.field, self.aspect, self.new))

    def inverse(self) -> "SetField":
        """The change that puts the old value back."""
        return attrs.evolve(self, old=self.new, new=self.old)

    def merged_with(self, later: "Change") -> "SetField | None":
        """This change and `later` as one, when both set the same thing; None otherwise."""
        if not isinstance(later, SetField):
            return None
        same = (later.target, later.field, later.aspect) == (self.target, self.field, self.aspect)
        return attrs.evolve(self, new=later.new) if same and later.old == self.new else None


@attrs.frozen(kw_only=True)
class InsertEntry:
    """A record enters a section at a position."""

    section: str
    index: int
    entry: Record

    def apply(self, case: Case) -> Case:
        """The case with the record in it.

        Raises:
            ChangeError: there is no such position, or the record is in the case already.
        """
        records = case.section(self.section)
        if not 0 <= self.index <= len(records):
            raise ChangeError("There is no such place in the list.")
        if case.find(self.entry.id) is not None:
            raise ChangeError("That entry is in the case already.")
        return case.with_section(self.section, (*records[: self.index], self.entry, *records[self.index :]))

    def inverse(self) -> "RemoveEntry":
        """The change that takes it out again."""
        return RemoveEntry(section=self.section, index=self.index, entry=self.entry)

    def merged_with(self, later: "Change") -> None:
        """Never merges."""


@attrs.frozen(kw_only=True)
class RemoveEntry:
    """A record leaves a section; the record travels with the change so that it can come back."""

    section: str
    index: int
    entry: Record

    def apply(self, case: Case) -> Case:
        """The case without the record.

        Raises:
            ChangeError: that record, with that content, is not at that position.
        """
        records = case.section(self.section)
        if not 0 <= self.index < len(records) or records[self.index] != self.entry:
            raise ChangeError("That entry was changed or moved in the meantime; it was not removed.")
        return case.with_section(self.section, (*records[: self.index], *records[self.index + 1 :]))

    def inverse(self) -> InsertEntry:
        """The change that puts it back."""
        return InsertEntry(section=self.section, index=self.index, entry=self.entry)

    def merged_with(self, later: "Change") -> None:
        """Never merges."""


@attrs.frozen(kw_only=True)
class MoveEntry:
    """A record moves within its section, from position `start` to position `end`."""

    section: str
    start: int
    end: int

    def apply(self, case: Case) -> Case:
        """The case with the record moved.

        Raises:
            ChangeError: one of the positions does not exist.
        """
        records = list(case.section(self.section))
        if not (0 <= self.start < len(records) and 0 <= self.end < len(records)):
            raise ChangeError("There is no such place in the list.")
        records.insert(self.end, records.pop(self.start))
        return case.with_section(self.section, tuple(records))

    def inverse(self) -> "MoveEntry":
        """The change that moves it back."""
        return MoveEntry(section=self.section, start=self.end, end=self.start)

    def merged_with(self, later: "Change") -> None:
        """Never merges."""


@attrs.frozen(kw_only=True)
class Batch:
    """Several changes that are done and undone as one; `label` names them for the person."""

    changes: tuple["Change", ...]
    label: str = ""

    def apply(self, case: Case) -> Case:
        """The case after all of them, in order.

        Raises:
            ChangeError: one of them does not fit; the case given is untouched.
        """
        for change in self.changes:
            case = change.apply(case)
        return case

    def inverse(self) -> "Batch":
        """All inverses, last first."""
        return Batch(changes=tuple(change.inverse() for change in reversed(self.changes)), label=self.label)

    def merged_with(self, later: "Change") -> None:
        """Never merges."""


Change = SetField | InsertEntry | RemoveEntry | MoveEntry | Batch


def found(case: Case, record_id: str) -> Record:
    """The record with this id.

    Raises:
        ChangeError: it is not in the case.
    """
    record = case.find(record_id)
    if record is None:
        raise ChangeError("That entry is no longer in the case.")
    return record


def current(record: Record, field: str, aspect: Aspect = Aspect.VALUE) -> Any:
    """What one side of a field holds now; None for no absence or no sensitivity of its own."""
    if aspect is Aspect.ABSENCE:
        return record.absences.get(field)
    if aspect is Aspect.SENSITIVITY:
        return record.sensitivity if field == OF_RECORD else record.field_sensitivities.get(field)
    return getattr(record, field)


def setting(case: Case, target: str, field: str, new: Any, aspect: Aspect = Aspect.VALUE) -> SetField:
    """The change that gives a field of a record a new value.

    Raises:
        ChangeError: the record is not in the case, or has no such field.
    """
    record = found(case, target)
    if aspect is Aspect.VALUE and field != "parent":
        try:
            field_spec(type(record), field)
        except KeyError as error:
            raise ChangeError(f"There is no field called “{field}” there.") from error
    return SetField(target=record.id, field=field, old=current(record, field, aspect), new=new, aspect=aspect)


def adding(case: Case, section: str, entry: Record, index: int | None = None) -> InsertEntry:
    """The change that puts `entry` into a section, at its end unless `index` says otherwise."""
    return InsertEntry(
        section=section, index=len(case.section(section)) if index is None else index, entry=entry
    )


def moving(case: Case, record_id: str, step: int) -> MoveEntry | None:
    """The change that moves an entry `step` places among its siblings; None when it stands at the edge."""
    key = case.section_key(record_id)
    records = case.section(key)
    siblings = [at for at, record in enumerate(records) if _parent(record) == _parent(found(case, record_id))]
    start = next(at for at in siblings if records[at].id == record_id)
    place = siblings.index(start) + step
    if step == 0 or not 0 <= place < len(siblings):
        return None
    return MoveEntry(section=key, start=start, end=siblings[place])


def removing(case: Case, record_id: str, label: str = "") -> Batch:
    """The change that removes an entry, all that stands in it, all evidence for it, and all links to it.

    Raises:
        ChangeError: the record is not in the case.
    """
    changes: list[Change] = []

    def do(change: Change) -> None:
        nonlocal case
        changes.append(change)
        case = change.apply(case)

    found(case, record_id)
    doomed = {record_id} | descendants(case, record_id)
    doomed |= {item.id for item in case.evidence if item.claim in doomed or item.source in doomed}
    _unlink(case, doomed, do)
    for key in reversed(tuple(case.declaration.sections)):
        for index in range(len(case.section(key)) - 1, -1, -1):
            entry = case.section(key)[index]
            if entry.id in doomed:
                do(RemoveEntry(section=key, index=index, entry=entry))
    return Batch(changes=tuple(changes), label=label)


def _unlink(case: Case, doomed: set[str], do: Callable[[Change], None]) -> None:
    records = [case, *(record for key in case.declaration.sections for record in case.section(key))]
    for record in records:
        if record.id in doomed:
            continue
        for spec in (
            case.declaration.header if record is case else case.declaration.sections[_key(record)].fields
        ):
            value = getattr(record, spec.name)
            if spec.to and spec.many and doomed & set(value):
                kept = tuple(item for item in value if item not in doomed)
                do(SetField(target=record.id, field=spec.name, old=value, new=kept))
            elif spec.to and not spec.many and value in doomed:
                do(SetField(target=record.id, field=spec.name, old=value, new=None))


def _key(record: Record) -> str:
    return record.__section__.key  # type: ignore[attr-defined,no-any-return]


def descendants(case: Case, record_id: str) -> set[str]:
    """Ids of everything that stands in a record, at any depth."""
    inside: set[str] = set()
    layer = {record_id}
    while layer:
        layer = {
            entry.id
            for key, spec in case.declaration.sections.items()
            if spec.parent
            for entry in case.section(key)
            if entry.parent in layer
        }
        inside |= layer
    return inside


def duplicating(case: Case, record_id: str, fresh: Callable[[], str]) -> tuple[Batch, RecordId]:
    """The change that copies an entry, with all that stands in it, to just after it; and the id of the copy."""
    originals = {record_id} | descendants(case, record_id)
    renamed = {old: RecordId(fresh()) for old in originals}
    changes: list[Change] = []
    for key, spec in case.declaration.sections.items():
        copied = [entry for entry in case.section(key) if entry.id in originals]
        for offset, entry in enumerate(copied):
            values: dict[str, Any] = {"id": renamed[entry.id]}
            if spec.parent and entry.parent in renamed:
                values["parent"] = renamed[entry.parent]
            top = entry.id == record_id
            index = case.section(key).index(entry) + 1 if top else len(case.section(key)) + offset
            changes.append(InsertEntry(section=key, index=index, entry=attrs.evolve(entry, **values)))
    return Batch(changes=tuple(changes)), renamed[record_id]


def _parent(record: Record) -> str | None:
    return getattr(record, "parent", None)


def _set(record: Record, field: str, aspect: Aspect, new: Any) -> Record:
    values: dict[str, Any] = {field: new}
    if aspect is Aspect.ABSENCE:
        values = {"absences": _with(record.absences, field, new)}
    elif aspect is Aspect.SENSITIVITY and field != OF_RECORD:
        values = {"field_sensitivities": _with(record.field_sensitivities, field, new)}
    return attrs.evolve(record, **values)


def _with(mapping: Any, key: str, value: Absence | Sensitivity | None) -> dict[str, Any]:
    rest = {name: held for name, held in mapping.items() if name != key}
    return rest if value is None else {**rest, key: value}
