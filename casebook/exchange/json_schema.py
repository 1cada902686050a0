"""The JSON Schema (draft 2020-12) of a case document, generated from the declaration."""

import json
from collections.abc import Callable
from typing import Any

from casebook.domain.case import CASE
from casebook.domain.declaration import Declaration
from casebook.domain.fields import FieldSpec, Kind
from casebook.domain.records import Absence, Record, Sensitivity, SharedRecord
from casebook.exchange.case_json import CASE_FORMAT, TERMS

SCHEMA_FILE = "casebook.case-1.schema.json"
"""Name of the published schema in `resources/schema/`."""

Schema = dict[str, Any]

UUID = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
_POINT = "([0-9]{4}(-[0-9]{2}){0,2}|[0-9]{3}X|[0-9]{2}XX)[~?%]?"
EDTF = rf"^({_POINT}|{_POINT}/({_POINT}|\.\.)?|(\.\.)?/{_POINT}|\[\.\.{_POINT}\]|\[{_POINT}\.\.\])$"
"""Forms of EDTF (ISO 8601-2:2019) that `domain.dates` reads; that the day exists is checked there."""

LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$(?!\n)"
"""A language tag (RFC 5646) in the short forms that occur; some readers of patterns let `$` stand before a line break."""

EXACT = 2**53 - 1
"""Largest whole number that every reader of JSON keeps exactly (RFC 8259, section 6)."""


def schema(declaration: Declaration = CASE) -> Schema:
    """The schema of one case document. Unknown keys are allowed everywhere: a newer version may have written them."""
    shared = declaration.shared_sections
    definitions = {
        key: record_schema(declaration, key, record_type) for key, record_type in declaration.record_types()
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:casebook:case:1",
        "title": "Casebook case study",
        "type": "object",
        "required": ["format", "case"],
        "properties": {
            "format": {"const": CASE_FORMAT},
            "case": _definition("case"),
            **{section.key: _list_of(section.key, section.title) for section in shared},
            TERMS: _carried_terms(),
        },
        "$defs": _shared_definitions() | definitions,
    }


def schema_text(declaration: Declaration = CASE) -> str:
    """The schema as it is published."""
    return json.dumps(schema(declaration), ensure_ascii=False, indent=2) + "\n"


def record_schema(declaration: Declaration, key: str, record_type: type[Record]) -> Schema:
    """The schema of the records of one section, or of the case itself under "case"."""
    section = declaration.sections.get(key)
    specs = declaration.header if section is None else section.fields
    properties: Schema = {"id": _definition("id")}
    required = ["id"]
    if section is not None and section.parent:
        properties["parent"] = _definition("id")
        required.append("parent")
    properties |= {spec.name: field_schema(spec) for spec in specs}
    properties |= {
        "sensitivity": _definition("sensitivity"),
        "absences": _definition("absences"),
        "field_sensitivities": _definition("field_sensitivities"),
        "stamp": _definition("stamp"),
    }
    if issubclass(record_type, SharedRecord):
        properties["trashed"] = {"type": "boolean"}
    if section is None:
        own = [held for held in declaration.sections.values() if not held.shared]
        properties |= {held.key: _list_of(held.key, held.title) for held in own}
    title = section.singular if section is not None else "Case"
    return {"title": title, "type": "object", "required": required, "properties": properties}


def field_schema(spec: FieldSpec) -> Schema:
    """The schema of one field's value; an empty field is left out of a document."""
    described: Schema = {"title": spec.label}
    if spec.hint:
        described["description"] = spec.hint
    if spec.vocabulary:
        described["x-vocabulary"] = spec.vocabulary
    if spec.to:
        described["x-links-to"] = spec.to
    one = _VALUES[spec.kind](spec)
    if spec.many:
        return {**described, "type": "array", "uniqueItems": spec.kind is not Kind.CHIPS, "items": one}
    return {**described, **one}


def _text(_spec: FieldSpec) -> Schema:
    return {"type": "string"}


def _number(spec: FieldSpec) -> Schema:
    limits = {"minimum": spec.low, "maximum": spec.high} if spec.low != spec.high else {}
    return {"type": "number", **limits}


_VALUES: dict[Kind, Callable[[FieldSpec], Schema]] = {
    Kind.LINE: _text,
    Kind.PROSE: _text,
    Kind.URL: _text,
    Kind.CHIPS: _text,
    Kind.TERM: lambda _: {"type": "string", "minLength": 1},
    Kind.TERMS: lambda _: {"type": "string", "minLength": 1},
    Kind.SCALE: lambda spec: {"type": "integer", "minimum": spec.low, "maximum": spec.high},
    Kind.WHOLE: lambda _: {"type": "integer", "minimum": -EXACT, "maximum": EXACT},
    Kind.NUMBER: _number,
    Kind.FLAG: lambda _: {"type": "boolean"},
    Kind.WHEN: lambda _: {"type": "string", "pattern": EDTF},
    Kind.LINK: lambda _: _definition("id"),
    Kind.LINKS: lambda _: _definition("id"),
    Kind.COUNTRY: lambda _: {"type": "string", "maxLength": 2, "pattern": "^[A-Z]{2}$"},
    Kind.COUNTRIES: lambda _: {"type": "string", "maxLength": 2, "pattern": "^[A-Z]{2}$"},
    Kind.LANGUAGE: lambda _: {"type": "string", "pattern": LANGUAGE},
    Kind.FILE: lambda _: {"type": "string", "maxLength": 64, "pattern": "^([0-9a-f]{64})?$"},
}


def _definition(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _list_of(key: str, title: str) -> Schema:
    return {"title": title, "type": "array", "items": _definition(key)}


def _carried_terms() -> Schema:
    words: Schema = {"type": "object", "additionalProperties": {"type": "string"}}
    text: Schema = {"type": "string"}
    term: Schema = {
        "type": "object",
        "required": ["id", "label"],
        "properties": {"id": text, "label": words, "definition": words, "broader": text},
    }
    return {
        "title": "Terms the case uses that its library added to a vocabulary, by vocabulary",
        "type": "object",
        "additionalProperties": {"type": "array", "items": term},
    }


def _shared_definitions() -> Schema:
    level: Schema = {"enum": [level.key for level in Sensitivity]}
    text: Schema = {"type": "string"}
    return {
        "id": {"type": "string", "maxLength": 36, "pattern": UUID},
        "sensitivity": level,
        "absences": {
            "description": "Why a field or section is empty",
            "type": "object",
            "additionalProperties": {"enum": [absence.value for absence in Absence]},
        },
        "field_sensitivities": {"type": "object", "additionalProperties": _definition("sensitivity")},
        "stamp": {
            "type": "object",
            "properties": {
                "created_at": text,
                "created_by": text,
                "updated_at": text,
                "updated_by": text,
            },
        },
    }
