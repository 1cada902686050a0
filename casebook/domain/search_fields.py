"""The names that may stand before a colon in the search field, and what each looks at."""

from collections.abc import Mapping
from enum import StrEnum

import attrs

from casebook.domain.declaration import Declaration
from casebook.domain.facets import (
    BY,
    COMPLETENESS,
    DECADE,
    FINDING,
    GRADE,
    HAS,
    SENSITIVITY,
    Facet,
    facets_of,
)
from casebook.domain.fields import FieldSpec, Kind, remembered
from casebook.domain.marking import _


class Looks(StrEnum):
    """At what a search field looks, and so how its values are read."""

    TERM = "term"  # a term of `spec.vocabulary`, by label or id, those below it too
    COUNTRY = "country"  # by name, alpha-2 or alpha-3 code
    REGION = "region"  # countries of a region
    LANGUAGE = "language"  # by name or code
    SCALE = "scale"  # a whole number, which may be compared
    FLAG = "flag"  # yes or no
    FREE = "free"  # free words: those, else the words in them
    RECORD = "record"  # a shared record under any of its names
    YEARS = "years"  # a year, or from one to another
    LEVEL = "level"  # of sensitivity, which may be compared
    GRADE = "grade"  # of the Admiralty code, which may be compared
    PERCENT = "percent"  # of completeness, which may be compared
    HAS = "has"  # a section or a field of the case that is filled in
    MISSING = "missing"  # one that is not
    CHANGED = "changed"  # so many days ago or later, or since a day
    FINDING = "finding"  # what the checks found
    WORDS = "words"  # words within the entries of a section


@attrs.frozen(kw_only=True)
class SearchField:
    """One name; `facet` is where its values are counted, `section` where its words stand."""

    name: str
    title: str
    looks: Looks
    example: str = ""
    facet: str = ""
    section: str = ""
    spec: FieldSpec | None = None


SHORT: dict[str, tuple[str, str]] = {
    "status": ("status", "draft"),
    "era": ("era", "contemporary"),
    "scope": ("scope", "regional"),
    "phase": ("conflict_phase", "ceasefire"),
    "family": ("partnership_families", "peacekeeping"),
    "intensity": ("intensity", "coordination"),
    "language": ("language", "fr"),
    "author": ("authors", "mensah"),
    "tag": ("tags", "training"),
    "country": ("countries", "LR"),
    "framework": ("frameworks.framework", "3D"),
    "element": ("frameworks.elements", "dialogue"),
    "challenge": ("challenges.category", "funding"),
    "severity": ("challenges.severity", ">=4"),
    "role": ("actors.role", "lead"),
    "activity": ("activities.type", "mentoring"),
    "technology": ("activities.technologies", "drones"),
    "outcome": ("outcomes.domain", "justice"),
    "direction": ("outcomes.direction", "negative"),
    "event": ("timeline.type", "handover"),
    "lesson": ("lessons.kind", "avoid"),
    "capability": ("lessons.capability_area", "training"),
    "type": ("actor_records.type", "police"),
    "reliability": ("source_records.reliability", "B"),
}
"""The names that are offered for facets of the declaration, and an example of each; any facet also answers to its key."""

COMPUTED: tuple[SearchField, ...] = (
    SearchField(name="year", title=_("Years"), looks=Looks.YEARS, example="2003..2010", facet=DECADE),
    SearchField(
        name="region", title=_("Region"), looks=Looks.REGION, example="western-africa", facet="countries"
    ),
    SearchField(
        name="sensitivity", title=_("Sensitivity"), looks=Looks.LEVEL, example="<=training", facet=SENSITIVITY
    ),
    SearchField(name="grade", title=_("Evidence grade"), looks=Looks.GRADE, example=">=C3", facet=GRADE),
    SearchField(
        name="complete", title=_("Completeness"), looks=Looks.PERCENT, example=">=75", facet=COMPLETENESS
    ),
    SearchField(name="changed", title=_("Changed within days"), looks=Looks.CHANGED, example="14"),
    SearchField(name="by", title=_("Changed last by"), looks=Looks.FREE, example="mensah", facet=BY),
    SearchField(name="has", title=_("Has"), looks=Looks.HAS, example="indicator", facet=HAS),
    SearchField(name="missing", title=_("Lacks"), looks=Looks.MISSING, example="source", facet=HAS),
    SearchField(name="is", title=_("Is"), looks=Looks.FINDING, example="unsourced", facet=FINDING),
)
RECORDS = {"actor_records": ("actor", "ecowas"), "source_records": ("source", "secretary-general")}
"""Short names of the shared sections, and an example of each."""

_LOOKS = {
    Kind.TERM: Looks.TERM,
    Kind.TERMS: Looks.TERM,
    Kind.COUNTRY: Looks.COUNTRY,
    Kind.COUNTRIES: Looks.COUNTRY,
    Kind.LANGUAGE: Looks.LANGUAGE,
    Kind.SCALE: Looks.SCALE,
    Kind.FLAG: Looks.FLAG,
    Kind.CHIPS: Looks.FREE,
}


@remembered
def search_fields(declaration: Declaration) -> Mapping[str, SearchField]:
    """Every name, in small letters, with its field: the short names first, then sections and facets by their keys."""
    by_key = {facet.key: facet for facet in facets_of(declaration)}
    found: dict[str, SearchField] = {}
    for key, section in declaration.sections.items():
        if section.shared:
            name, example = RECORDS.get(key, (key, ""))
            looks = {"looks": Looks.RECORD, "facet": key, "section": key, "title": section.singular}
            found[name] = SearchField(name=name, example=example, **looks)  # type: ignore[arg-type]
    for name, (key, example) in SHORT.items():
        if key in by_key:
            found[name] = _field(name, by_key[key], example)
    found |= {field.name: field for field in COMPUTED}
    for key, section in declaration.sections.items():
        found.setdefault(key, SearchField(name=key, title=section.title, looks=Looks.WORDS, section=key))
    for key, facet in by_key.items():
        found.setdefault(key, _field(key, facet, ""))
    return found


def offered(declaration: Declaration) -> tuple[SearchField, ...]:
    """The fields that are worth offering: those with an example."""
    return tuple(field for field in search_fields(declaration).values() if field.example)


def _field(name: str, facet: Facet, example: str) -> SearchField:
    spec = facet.spec
    return SearchField(
        name=name,
        title=spec.label,
        looks=_LOOKS[spec.kind],
        example=example,
        facet=facet.key,
        section=facet.section,
        spec=spec,
    )
