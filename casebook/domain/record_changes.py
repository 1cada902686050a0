"""From one state of a record to another: the changes that lie between them."""

from collections.abc import Iterator, Mapping
from typing import Any

from casebook.domain.case import Case
from casebook.domain.changes import OF_RECORD, Aspect, Batch, Change, InsertEntry, RemoveEntry, SetField
from casebook.domain.fields import field_specs
from casebook.domain.records import Record

TRASHED = "trashed"
"""The attribute of a shared record that says it lies in the Trash; no form shows it."""


def settings_between(old: Record, new: Record) -> tuple[SetField, ...]:
    """The changes that make `old` into `new`, both states of one record; what it consists of beside is left out."""
    return tuple(_settings(old, new))


def batch_between(old: Record, new: Record, label: str = "") -> Batch | SetField:
    """`settings_between` as one change: a single step stands for itself, unless it needs a name."""
    steps = settings_between(old, new)
    return steps[0] if len(steps) == 1 and not label else Batch(changes=steps, label=label)


def change_between(before: Case, after: Case) -> Batch:
    """The change that makes one state of a case into another; what only stands elsewhere in its list is left there."""
    steps: list[Change] = list(settings_between(before, after))
    for key in before.declaration.sections:
        old, new = before.section(key), after.section(key)
        if old is new:
            continue
        there, here = {record.id: record for record in old}, {record.id for record in new}
        for index in range(len(old) - 1, -1, -1):
            if old[index].id not in here:
                steps.append(RemoveEntry(section=key, index=index, entry=old[index]))
        for index, record in enumerate(new):
            if record.id in there:
                steps += settings_between(there[record.id], record)
            else:
                steps.append(InsertEntry(section=key, index=index, entry=record))
    return Batch(changes=tuple(steps))


def _settings(old: Record, new: Record) -> Iterator[SetField]:
    names = [spec.name for spec in field_specs(type(old))]
    for name in (*names, *((TRASHED,) if hasattr(old, TRASHED) else ())):
        was, now = getattr(old, name), getattr(new, name)
        if was != now:
            yield SetField(target=old.id, field=name, old=was, new=now)
    yield from _sides(old, Aspect.ABSENCE, old.absences, new.absences)
    if old.sensitivity != new.sensitivity:
        yield SetField(
            target=old.id,
            field=OF_RECORD,
            old=old.sensitivity,
            new=new.sensitivity,
            aspect=Aspect.SENSITIVITY,
        )
    yield from _sides(old, Aspect.SENSITIVITY, old.field_sensitivities, new.field_sensitivities)


def _sides(
    record: Record, aspect: Aspect, was: Mapping[str, Any], now: Mapping[str, Any]
) -> Iterator[SetField]:
    for name in sorted({*was, *now}):
        if was.get(name) != now.get(name):
            yield SetField(target=record.id, field=name, old=was.get(name), new=now.get(name), aspect=aspect)
