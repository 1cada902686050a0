"""Cases filled by walking the declaration: every field of every section holds a word that occurs nowhere else."""

from collections.abc import Callable
from typing import Any

import attrs

from casebook.domain.case import ANOTHER_CASE, Case
from casebook.domain.dates import When
from casebook.domain.declaration import SectionSpec, entries, section
from casebook.domain.fields import EVERY_RECORD, FieldSpec, Kind, flag, line, link, number, prose, terms
from casebook.domain.marking import _
from casebook.domain.records import Entry, Record, RecordId, Sensitivity
from casebook.domain.redaction import records

Words = Callable[[str, str], str]
"""Section key and field name to the text to put there."""


@section("rumours", title=_("Rumours heard"), singular=_("Rumour"), essential=False)
@attrs.frozen(kw_only=True)
class Rumour(Entry):
    """An entry no version of Casebook has: what every generic reader must show all the same."""

    heading: str = line(_("Rumour"), required=True, summary=True)
    story: str = prose(_("What was said"))
    heard_by: RecordId | None = link(_("Heard by"), "actor_records", required=True)
    strength: float | None = number(_("Loudness"), unit="dB")
    believed: bool | None = flag(_("Believed"))
    themes: tuple[str, ...] = terms(_("Themes"), "challenge")


@attrs.frozen(kw_only=True)
class CaseWithRumours(Case):
    """A case with a section of its own."""

    rumours: tuple[Rumour, ...] = entries(Rumour)


def token(key: str, field: str) -> str:
    """A word that says where it was put: letters only, so that no format breaks or escapes it."""
    return "Zq" + "".join(part.capitalize() for part in f"{key or 'case'}_{field}".split("_")) + "qZ"


def value_of(spec: FieldSpec, key: str, words: Words, ids: dict[str, str]) -> Any:
    """Something recordable for a field; links go to the first record of their section."""
    match spec.kind:
        case Kind.LINE | Kind.PROSE:
            return words(key, spec.name)
        case Kind.CHIPS:
            return (words(key, spec.name),)
        case Kind.TERM:
            return words(key, spec.name) if spec.vocabulary != "consent" else "named"
        case Kind.TERMS:
            return (words(key, spec.name),)
        case Kind.SCALE:
            return spec.low
        case Kind.WHOLE | Kind.NUMBER:
            return 7
        case Kind.FLAG:
            return spec.name != "confidential"
        case Kind.WHEN:
            return When("2004-05")
        case Kind.COUNTRY:
            return "LR"
        case Kind.COUNTRIES:
            return ("LR",)
        case Kind.LANGUAGE:
            return "fr"
        case Kind.URL:
            return f"https://example.org/{words(key, spec.name)}"
        case Kind.FILE:
            return "ab" * 32
        case Kind.LINK | Kind.LINKS:
            target = spec.to if spec.to not in (EVERY_RECORD, ANOTHER_CASE) else "outcomes"
            return (ids[target],) if spec.many else ids[target]


def filled(case_type: type[Case] = Case, words: Words = token) -> Case:
    """A case with one record in each section, each field of it filled, all of it public."""
    sections = {
        spec.key: spec for spec in (a.metadata.get("section") for a in attrs.fields(case_type)) if spec
    }
    ids = {key: f"id-of-{key}" for key in sections}
    made = {key: (_record(spec, words, ids),) for key, spec in sections.items()}
    header = {
        spec.name: value_of(spec, "", words, ids)
        for attribute in attrs.fields(case_type)
        if (spec := attribute.metadata.get("spec"))
        and (spec := attrs.evolve(spec, name=attribute.name))
        and spec.to != ANOTHER_CASE
    }
    return case_type(id=RecordId("id-of-case"), **header, **made)


def _record(spec: SectionSpec, words: Words, ids: dict[str, str]) -> Record:
    values = {field.name: value_of(field, spec.key, words, ids) for field in spec.fields}
    # An actor is not part of itself; that is the one link that would go round in a circle.
    values = {name: value for name, value in values.items() if value != ids[spec.key]}
    if spec.parent:
        values["parent"] = ids[spec.parent]
    return spec.entry_type(id=RecordId(ids[spec.key]), **values)


def marked(case: Case, record_id: str, level: Sensitivity) -> Case:
    """The case with one record marked as sensitive."""
    record = case.find(record_id)
    assert record is not None
    return case.replacing(attrs.evolve(record, sensitivity=level))


def field_marked(case: Case, record_id: str, field: str, level: Sensitivity) -> Case:
    """The case with one field of one record marked as sensitive."""
    record = case.find(record_id)
    assert record is not None
    return case.replacing(
        attrs.evolve(record, field_sensitivities={**record.field_sensitivities, field: level})
    )


def every_text(case: Case) -> str:
    """All that is in a case, as one string to look for words in."""
    return "\n".join(repr(attrs.asdict(record, recurse=False)) for _key, record in records(case))
