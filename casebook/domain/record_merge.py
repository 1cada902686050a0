"""Several shared records made into one: what the one that stays says then."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

import attrs

from casebook.domain.fields import LINKING, FieldSpec, Kind, field_specs
from casebook.domain.likeness import normal
from casebook.domain.records import RecordId, Sensitivity, SharedRecord

S = TypeVar("S", bound=SharedRecord)


def merged(keep: S, others: Sequence[S], chosen: Mapping[str, str] | None = None) -> S:
    """`keep` with what it lacks filled in from `others`, and their names kept as further names.

    `chosen` says for a field, by its name, the id of the record whose value counts. The stricter sensitivity counts.
    """
    every = (keep, *others)
    by_id = {record.id: record for record in every}
    ids = frozenset(by_id)
    values: dict[str, Any] = {}
    for spec in field_specs(type(keep)):
        given = by_id.get(RecordId((chosen or {}).get(spec.name, "")))
        filled = (record for record in every if not spec.is_empty(getattr(record, spec.name)))
        source = given or next(filled, keep)
        values[spec.name] = _without(spec, getattr(source, spec.name), ids)
    made = attrs.evolve(keep, **values)
    further: dict[str, Any] = {
        spec.name: _names(made, spec, every) for spec in field_specs(type(keep)) if spec.alias
    }
    absences = {name: why for name, why in keep.absences.items() if _lacks(made, name)}
    return attrs.evolve(
        made,
        **further,
        absences=absences,
        sensitivity=max(record.sensitivity for record in every),
        field_sensitivities=_strictest(every),
    )


def differing(records: Sequence[SharedRecord]) -> tuple[FieldSpec, ...]:
    """The fields in which records of one kind say different things; further names come together by themselves."""
    found, ids = [], frozenset(record.id for record in records)
    for spec in field_specs(type(records[0])):
        held = (_without(spec, getattr(record, spec.name), ids) for record in records)
        values = {_comparable(spec, value) for value in held} - {None}
        if len(values) > 1 and not spec.alias:
            found.append(spec)
    return tuple(found)


def names_of(record: SharedRecord) -> Iterator[str]:
    """All that a record is called: its name, its short form, its further names."""
    for spec in field_specs(type(record)):
        value = getattr(record, spec.name)
        if spec.alias and spec.many:
            yield from value
        elif (spec.summary or spec.short_form) and isinstance(value, str) and value.strip():
            yield value


def marks_of(record: SharedRecord) -> Iterator[str]:
    """What identifies a record beside its names, such as a citation key."""
    for spec in field_specs(type(record)):
        if spec.identifying and getattr(record, spec.name):
            yield getattr(record, spec.name)


def _names(made: SharedRecord, alias: FieldSpec, every: Sequence[SharedRecord]) -> tuple[str, ...]:
    own = {
        normal(getattr(made, spec.name))
        for spec in field_specs(type(made))
        if (spec.summary or spec.short_form) and spec.kind is Kind.LINE
    }
    found: dict[str, str] = {}
    for name in (*getattr(made, alias.name), *(name for record in every for name in names_of(record))):
        if normal(name) not in own:
            found.setdefault(normal(name), name)
    return tuple(found.values())


def _without(spec: FieldSpec, value: Any, ids: frozenset[str]) -> Any:
    """A link to one of the records that become one would point to itself."""
    if spec.kind not in LINKING:
        return value
    if spec.many:
        return tuple(item for item in value if item not in ids)
    return None if value in ids else value


def _lacks(record: SharedRecord, name: str) -> bool:
    specs = [spec for spec in field_specs(type(record)) if spec.name == name]
    return not specs or specs[0].is_empty(getattr(record, name))


def _strictest(every: Sequence[SharedRecord]) -> dict[str, Sensitivity]:
    found: dict[str, Sensitivity] = {}
    for record in every:
        for name, level in record.field_sensitivities.items():
            found[name] = max(level, found.get(name, level))
    return found


def _comparable(spec: FieldSpec, value: Any) -> Any:
    if spec.is_empty(value):
        return None
    return normal(value) if isinstance(value, str) else value
