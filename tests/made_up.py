"""A section that exists in the tests only: whatever walks the declaration has to show it without being told."""

from random import Random
from typing import Any

import attrs

from casebook.domain.case import Case
from casebook.domain.dates import When
from casebook.domain.declaration import entries, section
from casebook.domain.fields import (
    EVERY_RECORD,
    FieldSpec,
    Kind,
    chips,
    countries,
    country,
    field_specs,
    flag,
    language,
    line,
    link,
    links,
    number,
    prose,
    scale,
    term,
    terms,
    url,
    when,
    whole,
)
from casebook.domain.records import Entry, Record, RecordId, Sensitivity, TermRef
from tests.strategies import any_value, ids_from


@section(
    "oddities", title="Oddities", singular="Oddity", grow="Add an oddity", guidance="Record what is odd."
)
@attrs.frozen(kw_only=True)
class Oddity(Entry):
    """One field of each kind but a file."""

    oddity: str = line("Oddity", required=True, summary=True)
    tale: str = prose("Tale")
    phase: TermRef | None = term("Phase", "conflict-phase", fact=True, compare_by=True)
    families: tuple[TermRef, ...] = terms("Families", "partnership-family", high=3)
    weirdness: int | None = scale("Weirdness", 1, 3, words=("mild", "marked", "wild"))
    times: int | None = whole("Times", unit="times")
    weight: float | None = number("Weight", unit="kg")
    harmless: bool | None = flag("Harmless")
    seen: When | None = when("Seen", fact=True)
    witness: RecordId | None = link("Witness", "actor_records")
    hosts: tuple[RecordId, ...] = links("Hosts", "actor_records")
    nicknames: tuple[str, ...] = chips("Nicknames")
    home: str | None = country("Home")
    haunts: tuple[str, ...] = countries("Haunts")
    tongue: str | None = language("Tongue")
    site: str = url("Site")


@section("echoes", title="Echoes", singular="Echo", grow="Add an echo", parent="oddities")
@attrs.frozen(kw_only=True)
class Echo(Entry):
    """Stands in an oddity."""

    sound: str = line("Sound", required=True, summary=True)


@attrs.frozen(kw_only=True)
class OddCase(Case):
    """A case of a version that knows one section more."""

    oddities: tuple[Oddity, ...] = entries(Oddity)
    echoes: tuple[Echo, ...] = entries(Echo)


def needle(key: str, field: str) -> str:
    """A word that stands for one field and occurs nowhere else: letters only, so that no tokenizer splits it."""
    return "Xq" + "".join(letter for letter in f"{key}{field}" if letter.isalpha()) + "Zk"


def filled(case_type: type[Case] = OddCase) -> Case:
    """A case with a value in every field of every section; text fields hold their needle."""
    rng = Random(7)
    declaration = case_type().declaration
    fresh = ids_from(1)
    ids: dict[str, tuple[str, ...]] = {key: (next(fresh),) for key in declaration.sections}
    case_id = next(fresh)
    ids[EVERY_RECORD] = (case_id, *(held[0] for held in ids.values()))
    ids["case"] = ()
    values: dict[str, Any] = _values(rng, "case", case_type, ids)
    values["status"] = TermRef("draft")
    for key, spec in declaration.sections.items():
        more = {"parent": ids[spec.parent][0]} if spec.parent else {}
        values[key] = (spec.entry_type(id=ids[key][0], **_values(rng, key, spec.entry_type, ids), **more),)
    made = case_type(id=RecordId(case_id), sensitivity=Sensitivity.PUBLIC, **values)
    return _shown_to_all(made, ids)


def _values(
    rng: Random, key: str, record_type: type[Record], ids: dict[str, tuple[str, ...]]
) -> dict[str, Any]:
    return {spec.name: _value(rng, key, spec, ids) for spec in field_specs(record_type)}


def _value(rng: Random, key: str, spec: FieldSpec, ids: dict[str, tuple[str, ...]]) -> Any:
    if spec.kind is Kind.URL:
        return f"https://example.org/{needle(key, spec.name)}"
    if spec.kind in (Kind.LINE, Kind.PROSE):
        return needle(key, spec.name)
    if spec.kind is Kind.CHIPS:
        return (needle(key, spec.name),)
    if spec.kind is Kind.FLAG:
        return True
    if spec.kind is Kind.WHEN:
        return When("2004-05")
    return any_value(rng, spec, ids)


def _shown_to_all(case: Case, ids: dict[str, tuple[str, ...]]) -> Case:
    """Nothing that consent or secrecy would keep out of an export, no actor that is part of itself."""
    values: dict[str, Any] = {
        "testimonies": tuple(attrs.evolve(entry, consent=TermRef("named")) for entry in case.testimonies),
        "places": tuple(attrs.evolve(entry, precision=TermRef("exact")) for entry in case.places),
        "actor_records": tuple(attrs.evolve(entry, parent_actor=None) for entry in case.actor_records),
        "source_records": tuple(
            attrs.evolve(entry, confidential=False, consent=TermRef("named")) for entry in case.source_records
        ),
    }
    return attrs.evolve(case, **values)
