"""Edits as values: each change can be applied, undone, stored and merged with the next."""

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
        at = 0
        while at < len(self.changes):
            run = _run_of_inserts(self.changes, at)
            case = _inserted(case, run) if len(run) > 1 else self.changes[at].apply(case)
            at += max(len(run), 1)
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


def _run_of_inserts(changes: tuple[Change, ...], start: int) -> list[InsertEntry]:
    """The insertions from `start` on, as far as each stands right behind the one before."""
    run: list[InsertEntry] = []
    for at in range(start, len(changes)):
        change = changes[at]
        if not isinstance(change, InsertEntry):
            break
        if run and (change.section, change.index) != (run[0].section, run[0].index + len(run)):
            break
        run.append(change)
    return run


def _inserted(case: Case, run: list[InsertEntry]) -> Case:
    """The case with several records inserted at once, as one by one but looking through it a single time.

    Raises:
        ChangeError: as `InsertEntry.apply` does.
    """
    key, index = run[0].section, run[0].index
    records = case.section(key)
    held = {
        case.id,
        *(record.id for section in case.declaration.sections for record in case.section(section)),
    }
    coming = [insert.entry for insert in run]
    if not 0 <= index <= len(records):
        raise ChangeError("There is no such place in the list.")
    if not held.isdisjoint(entry.id for entry in coming) or len({one.id for one in coming}) < len(coming):
        raise ChangeError("That entry is in the case already.")
    return case.with_section(key, (*records[:index], *coming, *records[index:]))


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
