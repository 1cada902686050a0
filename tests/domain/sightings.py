"""A section that exists in tests only, compared by a field of every kind."""

from typing import Any

import attrs

from casebook.domain import fields
from casebook.domain.case import Case
from casebook.domain.dates import When
from casebook.domain.declaration import declaration_of, entries, section
from casebook.domain.records import Entry, RecordId


@section("sightings", title="Sightings", singular="Sighting")
@attrs.frozen(kw_only=True)
class Sighting(Entry):
    """One compared field of each kind, and a scale and a sign to measure by."""

    name: str = fields.line("Name", summary=True, compare_by=True)
    account: str = fields.prose("Account", compare_by=True)
    phase: str | None = fields.term("Phase", "conflict-phase", compare_by=True)
    themes: tuple[str, ...] = fields.terms("Themes", "framework", compare_by=True)
    effort: int | None = fields.scale("Effort", 1, 3, words=("low", "middling", "high"), compare_by=True)
    way: str | None = fields.term("Way", "outcome-direction")
    grade: str | None = fields.term("Grade", "dac-rating")
    soldiers: int | None = fields.whole("Soldiers", compare_by=True)
    repeated: bool | None = fields.flag("Repeated", compare_by=True)
    held: When | None = fields.when("Held", compare_by=True)
    leader: RecordId | None = fields.link("Leader", "actor_records", compare_by=True)
    place: RecordId | None = fields.link("Place", "places", compare_by=True)
    claim: RecordId | None = fields.link("Claim", fields.EVERY_RECORD, compare_by=True)
    after_case: RecordId | None = fields.link("After case", "case", compare_by=True)
    guests: tuple[RecordId, ...] = fields.links("Guests", "actor_records", compare_by=True)
    nicknames: tuple[str, ...] = fields.chips("Nicknames", compare_by=True)
    host: str | None = fields.country("Host", compare_by=True)
    hosts: tuple[str, ...] = fields.countries("Hosts", compare_by=True)
    spoken: str | None = fields.language("Spoken", compare_by=True)


@attrs.frozen(kw_only=True)
class CaseWithSightings(Case):
    """A case with sightings."""

    sightings: tuple[Sighting, ...] = entries(Sighting)


SIGHTED: Any = declaration_of(CaseWithSightings)
