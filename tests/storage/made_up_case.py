"""A case class with a section that exists in tests only: every kind of field, links of every direction."""

from typing import Any

import attrs

from casebook.domain import fields
from casebook.domain.case import Case
from casebook.domain.dates import When
from casebook.domain.declaration import declaration_of, entries, section
from casebook.domain.records import Entry, RecordId


@section("drills", title="Drills", singular="Drill")
@attrs.frozen(kw_only=True)
class Drill(Entry):
    """One field of each kind."""

    name: str = fields.line("Name", summary=True)
    account: str = fields.prose("Account")
    phase: str | None = fields.term("Phase", "conflict-phase")
    themes: tuple[str, ...] = fields.terms("Themes", "framework")
    effort: int | None = fields.scale("Effort", 1, 3, words=("low", "middling", "high"))
    soldiers: int | None = fields.whole("Soldiers")
    cost: float | None = fields.number("Cost")
    repeated: bool | None = fields.flag("Repeated")
    held: When | None = fields.when("Held")
    leader: RecordId | None = fields.link("Leader", "actor_records")
    place: RecordId | None = fields.link("Place", "places")
    claim: RecordId | None = fields.link("Claim", fields.EVERY_RECORD)
    after_case: RecordId | None = fields.link("After case", "case")
    guests: tuple[RecordId, ...] = fields.links("Guests", "actor_records")
    earlier: tuple[RecordId, ...] = fields.links("Earlier drills", "drills")
    nicknames: tuple[str, ...] = fields.chips("Nicknames")
    host: str | None = fields.country("Host")
    hosts: tuple[str, ...] = fields.countries("Hosts")
    spoken: str | None = fields.language("Spoken")
    page: str = fields.url("Page")
    plan: str = fields.file("Plan")


@section("drill_notes", title="Notes", singular="Note", parent="drills")
@attrs.frozen(kw_only=True)
class DrillNote(Entry):
    """Stands in a drill."""

    text: str = fields.prose("Text", summary=True)
    author: str = fields.line("Written by")


@attrs.frozen(kw_only=True)
class MadeUpCase(Case):
    """A case study with drills."""

    drills: tuple[Drill, ...] = entries(Drill)
    drill_notes: tuple[DrillNote, ...] = entries(DrillNote)


MADE_UP: Any = declaration_of(MadeUpCase)
