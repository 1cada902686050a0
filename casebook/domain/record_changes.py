"""From one state of a record to another: the changes that lie between them."""

from collections.abc import Iterator, Mapping
from typing import Any

from casebook.domain.changes import OF_RECORD, Aspect, Batch, SetField
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
