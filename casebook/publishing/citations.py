"""Sources as CSL data (Citation Style Language 1.0.2), from which the bibliography and every citation are made."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from casebook.domain.case import Case
from casebook.domain.citing import Cite, groups, marks, mentions
from casebook.domain.dates import Point, When
from casebook.domain.errors import DateError
from casebook.domain.fields import FieldSpec, Kind, field_specs
from casebook.domain.records import Record
from casebook.domain.redaction import records

RENAMED = {
    "authors": "author",
    "container_title": "container-title",
    "publisher_place": "publisher-place",
    "pages": "page",
    "doi": "DOI",
    "isbn": "ISBN",
    "url": "URL",
}
"""Field names that differ from the CSL variable they hold."""
VARIABLES = frozenset(
    {"title", "type", "number", "volume", "issue", "publisher", "issued", "accessed", *RENAMED.values()}
)
"""CSL variables the style prints."""
UNKNOWN_TYPE = "document"
APPROXIMATE = "~"
"""What marks a date as one that is nearly right (EDTF, ISO 8601-2)."""
_DOI = re.compile(r"10\.\d{4,9}/\S+\Z")
_WEB = re.compile(r"https?://\S+\Z")

Citation = tuple[tuple[Cite, ...], bool]
"""What one bracket holds, keys replaced by the ids of the report; and whether the author stands in the sentence."""


def source_ids(sources: Iterable[Record]) -> dict[str, str]:
    """Record id to the short id a source has within one report: no typed text, so nothing can break it."""
    return {record_id: f"s{number}" for number, record_id in enumerate({s.id: s for s in sources}, 1)}


def keys(sources: Iterable[Record], ids: Mapping[str, str]) -> dict[str, str]:
    """Citation key to short id; where two sources share a key the first has it."""
    found: dict[str, str] = {}
    for source in sources:
        found.setdefault(getattr(source, "citation_key", ""), ids[source.id])
    found.pop("", None)
    return found


def citations_in(case: Case, ids: Mapping[str, str]) -> list[Citation]:
    """Every citation a report on `case` can hold, each once: those in running text, and each source of evidence."""
    known = keys(case.source_records, ids)
    found: dict[Citation, None] = {((Cite(ids[s.id]),), False): None for s in case.source_records}
    for item in case.evidence:
        if item.source and item.source in ids:
            found[(Cite(ids[item.source], "", item.locator),), False] = None
    for _key, record in records(case):
        for spec in field_specs(type(record)):
            if spec.kind is Kind.PROSE and "@" in (text := getattr(record, spec.name)):
                found.update(dict.fromkeys(_cited(text, known)))
    return list(found)


def _cited(text: str, known: dict[str, str]) -> Iterable[Citation]:
    for _start, _end, cites in groups(text):
        if all(cite.key in known for cite in cites):
            yield tuple(attrs.evolve(cite, key=known[cite.key]) for cite in cites), False
    for _start, _end, cite in mentions(text):
        if cite.key in known:
            yield (attrs.evolve(cite, key=known[cite.key]),), True


def unknown_keys(case: Case, ids: Mapping[str, str]) -> Iterable[tuple[str, Record, FieldSpec]]:
    """Each key that running text cites and no source of the case has, once for each field it stands in."""
    known = keys(case.source_records, ids)
    for _section, record in records(case):
        for spec in field_specs(type(record)):
            if spec.kind is Kind.PROSE and "@" in (text := getattr(record, spec.name)):
                for key in dict.fromkeys(key for _start, _end, key in marks(text) if key not in known):
                    yield key, record, spec


def references(sources: Sequence[Record], *, circa: bool = False) -> list[dict[str, Any]]:
    """CSL data for each source, once; texts are plain text, never markup.

    `circa` leaves it to the style how to say "about 2018"; most say it in parts and would say our words twice.
    """
    unique: dict[str, Record] = {source.id: source for source in reversed(sources)}
    ids = source_ids(sources)
    return [{"id": short, **_reference(unique[record_id], circa=circa)} for record_id, short in ids.items()]


def printed(source: Record) -> frozenset[str]:
    """Names of the fields of a source that its entry in the bibliography says already."""
    variables = _reference(source).keys() - {"type"}
    return frozenset(
        spec.name for spec in field_specs(type(source)) if RENAMED.get(spec.name, spec.name) in variables
    )


def _reference(source: Record, *, circa: bool = False) -> dict[str, Any]:
    reference: dict[str, Any] = {"type": getattr(source, "type", None) or UNKNOWN_TYPE}
    for spec in field_specs(type(source)):
        value = getattr(source, spec.name)
        variable = RENAMED.get(spec.name, spec.name)
        if variable not in VARIABLES or spec.is_empty(value) or variable == "type":
            continue
        if variable == "author":
            reference[variable] = [_name(author) for author in value]
        elif isinstance(value, When):
            reference[variable] = _date(value, circa=circa)
        elif text := _text(variable, " ".join(str(value).split())):
            reference[variable] = text
    reference.setdefault("title", "Untitled source")
    return reference


def _text(variable: str, text: str) -> str:
    """The text for a CSL variable; an address that is none is left out, for it would become a link."""
    if variable == "DOI":
        text = re.sub(r"^(https?://(dx\.)?doi\.org/|doi:\s*)", "", text)
        return text if _DOI.match(text) else ""
    return text if variable != "URL" or _WEB.match(text) else ""


def _name(author: str) -> dict[str, str]:
    family, comma, given = (part.strip() for part in author.partition(","))
    return {"family": family, "given": given} if comma and family and given else {"literal": author.strip()}


def _date(when: When, *, circa: bool) -> str | dict[str, str]:
    """EDTF, which the citation processor reads, for a plain date; words for what CSL cannot say."""
    try:
        point = Point.of(when.edtf)
    except DateError:
        return {"literal": str(when)}
    said = ("", APPROXIMATE) if circa else ("",)
    plain = point.year.isdecimal() and point.month <= 12 and point.mark in said
    return when.edtf if plain else {"literal": str(when)}
