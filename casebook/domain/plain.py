"""Records and changes as plain JSON values, and back; one converter for files, tables and history."""

from collections.abc import Mapping
from typing import Any, TypeVar

import attrs
from cattrs import Converter

from casebook.domain.case import Case
from casebook.domain.changes import Aspect, Batch, Change, InsertEntry, MoveEntry, RemoveEntry, SetField
from casebook.domain.dates import When
from casebook.domain.declaration import Declaration
from casebook.domain.errors import DateError, FormatError
from casebook.domain.fields import field_specs, remembered
from casebook.domain.records import Absence, Record, Sensitivity

R = TypeVar("R", bound=Record)

KEPT = ("absences", "field_sensitivities")
"""Attributes of a record, beside its fields, that are left out of its plain form when empty."""


@remembered
def converter() -> Converter:
    """The converter between record values and what JSON can hold."""
    made = Converter(detailed_validation=False)
    made.register_unstructure_hook(When, lambda when: when.edtf)
    made.register_structure_hook(When, lambda text, _: When(text))
    made.register_unstructure_hook(Sensitivity, lambda level: level.key)
    made.register_structure_hook(Sensitivity, lambda key, _: Sensitivity.of(key))
    return made


@remembered
def attribute_types(record_type: type[Record]) -> dict[str, Any]:
    """The type of each attribute of a record class, by name; sections of a case left out."""
    attributes = attrs.fields(attrs.resolve_types(record_type))
    return {
        item.name: item.type for item in attributes if "section" not in item.metadata and item.name != "extra"
    }


def plain(record: Record) -> dict[str, Any]:
    """The JSON form of one record: id, its recorded fields, and what else is set; sections of a case left out."""
    made = converter()
    out: dict[str, Any] = {"id": record.id}
    if getattr(record, "parent", None):
        out["parent"] = record.parent  # type: ignore[attr-defined]
    for spec in field_specs(type(record)):
        value = getattr(record, spec.name)
        if not spec.is_empty(value):
            out[spec.name] = made.unstructure(value)
    out["sensitivity"] = record.sensitivity.key
    for name in KEPT:
        if getattr(record, name):
            out[name] = {key: made.unstructure(value) for key, value in sorted(getattr(record, name).items())}
    if getattr(record, "trashed", False):
        out["trashed"] = True
    stamp = {name: value for name, value in attrs.asdict(record.stamp).items() if value}
    if stamp:
        out["stamp"] = stamp
    return {**record.extra, **out}


def record_of(record_type: type[R], data: Mapping[str, Any]) -> R:
    """Build a record from its JSON form; keys it does not know are kept in `extra`.

    Raises:
        FormatError: a value is of the wrong kind; `path` names its key.
    """
    types = attribute_types(record_type)
    sections = declared_sections(record_type)
    values: dict[str, Any] = {
        key: structured(types[key], raw, key) for key, raw in data.items() if key in types
    }
    extra = {key: raw for key, raw in data.items() if key not in types and key not in sections}
    return record_type(**values, extra=extra)


def declared_sections(record_type: type[Record]) -> frozenset[str]:
    """The section keys of a case class; empty for any other record class."""
    return frozenset(item.name for item in attrs.fields(record_type) if "section" in item.metadata)


def structured(kind: Any, raw: Any, path: str) -> Any:
    """`raw` as a value of type `kind`.

    Raises:
        FormatError: it cannot be one; `path` goes into the error.
    """
    try:
        return converter().structure(raw, kind)
    except (ValueError, TypeError, KeyError, AttributeError, DateError) as error:
        raise FormatError(f"The value of “{path}” is not of the right kind.", path) from error


def plain_change(change: Change, case: Case) -> dict[str, Any]:
    """The JSON form of a change that was made on `case`, for the history."""
    made = converter()
    if isinstance(change, Batch):
        steps: list[dict[str, Any]] = []
        # Only what a field is set in has to be found, in the case as it is by then.
        needed = any(isinstance(step, SetField | Batch) for step in change.changes)
        for step in change.changes:
            steps.append(plain_change(step, case))
            case = step.apply(case) if needed else case
        return {"do": "batch", "label": change.label, "changes": steps}
    if isinstance(change, MoveEntry):
        return {"do": "move", "section": change.section, "start": change.start, "end": change.end}
    if isinstance(change, SetField):
        return {
            "do": "set",
            "section": case.section_key(change.target),
            "target": change.target,
            "field": change.field,
            "aspect": change.aspect.value,
            "old": made.unstructure(change.old),
            "new": made.unstructure(change.new),
        }
    verb = "insert" if isinstance(change, InsertEntry) else "remove"
    return {"do": verb, "section": change.section, "index": change.index, "entry": plain(change.entry)}


def change_of(data: Mapping[str, Any], declaration: Declaration) -> Change:
    """Build a change from its JSON form.

    Raises:
        FormatError: it is not a change this version knows.
    """
    try:
        return _change_of(data, declaration)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise FormatError("A change in the history cannot be read by this version.") from error


def _change_of(data: Mapping[str, Any], declaration: Declaration) -> Change:
    if data["do"] == "batch":
        steps = tuple(_change_of(step, declaration) for step in data["changes"])
        return Batch(changes=steps, label=data["label"])
    if data["do"] == "move":
        return MoveEntry(section=data["section"], start=data["start"], end=data["end"])
    key = data["section"]
    record_type = declaration.sections[key].entry_type if key else declaration.case_type
    if data["do"] == "set":
        aspect = Aspect(data["aspect"])
        kind = _aspect_type(record_type, data["field"], aspect)
        old, new = (structured(kind, data[side], data["field"]) for side in ("old", "new"))
        return SetField(target=data["target"], field=data["field"], aspect=aspect, old=old, new=new)
    entry = record_of(record_type, data["entry"])
    if data["do"] == "insert":
        return InsertEntry(section=key, index=data["index"], entry=entry)
    if data["do"] == "remove":
        return RemoveEntry(section=key, index=data["index"], entry=entry)
    raise ValueError(data["do"])


def _aspect_type(record_type: type[Record], field: str, aspect: Aspect) -> Any:
    if aspect is Aspect.ABSENCE:
        return Absence | None
    if aspect is Aspect.SENSITIVITY:
        return Sensitivity | None
    return attribute_types(record_type)[field]
