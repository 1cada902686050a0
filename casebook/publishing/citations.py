"""Sources as CSL data (Citation Style Language 1.0.2), from which the bibliography and every citation are made."""

from collections.abc import Iterable
from typing import Any

from casebook.domain.dates import Point, When
from casebook.domain.errors import DateError
from casebook.domain.fields import Kind, field_specs
from casebook.domain.records import Record

RENAMED = {"container_title": "container-title", "publisher_place": "publisher-place", "pages": "page"}
"""Field names that differ from the CSL variable they hold."""
CSL_TEXT = frozenset(
    {"title", "container-title", "publisher", "publisher-place", "number", "volume", "issue", "page"}
)
UNKNOWN_TYPE = "document"


def source_ids(sources: Iterable[Record]) -> dict[str, str]:
    """Record id to the short id a source has within one report: no typed text, so nothing can break it."""
    return {source.id: f"s{number}" for number, source in enumerate(sources, 1)}


def keys(sources: Iterable[Record]) -> dict[str, str]:
    """Citation key to short id; where two sources share a key the first has it."""
    sources = tuple(sources)
    ids = source_ids(sources)
    found: dict[str, str] = {}
    for source in sources:
        found.setdefault(getattr(source, "citation_key", ""), ids[source.id])
    found.pop("", None)
    return found


def references(sources: Iterable[Record]) -> list[dict[str, Any]]:
    """CSL data for each source; texts are plain text, never markup."""
    sources = tuple(sources)
    ids = source_ids(sources)
    return [_reference(source, ids[source.id]) for source in sources]


def _reference(source: Record, short_id: str) -> dict[str, Any]:
    reference: dict[str, Any] = {"id": short_id, "type": getattr(source, "type", None) or UNKNOWN_TYPE}
    for spec in field_specs(type(source)):
        value = getattr(source, spec.name)
        name = RENAMED.get(spec.name, spec.name)
        if spec.is_empty(value):
            continue
        if name in CSL_TEXT:
            reference[name] = " ".join(value.split())
        elif name in ("doi", "isbn"):
            reference[name.upper()] = value.strip()
        elif spec.kind is Kind.URL:
            reference["URL"] = value.strip()
        elif name == "authors":
            reference["author"] = [_name(author) for author in value]
        elif isinstance(value, When):
            reference[name] = _date(value)
    reference.setdefault("title", "Untitled source")
    return reference


def _name(author: str) -> dict[str, str]:
    family, comma, given = (part.strip() for part in author.partition(","))
    return {"family": family, "given": given} if comma and family and given else {"literal": author.strip()}


def _date(when: When) -> Any:
    """EDTF, which the citation processor reads, for a plain date; words for what CSL cannot say."""
    try:
        point = Point.of(when.edtf)
    except DateError:
        return {"literal": str(when)}
    plain = point.year.isdecimal() and point.month <= 12 and not point.mark
    return when.edtf if plain else {"literal": str(when)}
