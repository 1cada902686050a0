"""Two cases made up from the declaration, to try templates on: one with every field filled, one with none."""

from typing import Any

import attrs

from casebook.domain.case import ANOTHER_CASE, CASE, Case
from casebook.domain.dates import When
from casebook.domain.declaration import SectionSpec
from casebook.domain.fields import EVERY_RECORD, FieldSpec, Kind
from casebook.domain.records import Record, RecordId
from casebook.domain.vocabulary import Vocabularies

EACH = 2
"""Entries of each section, so that loops go round more than once; of nested ones, under each entry."""
MOST = 8
"""Entries of one section, however deep it nests."""
DIGEST = "0" * 64
"""Of a file that no library holds."""


def empty_case() -> Case:
    """A case of which nothing is recorded but its title."""
    return Case(id=RecordId("example-empty"), title="Example")


def full_case(vocabularies: Vocabularies) -> Case:
    """A case with entries in every section and a value in every field; each text says which field it stands in."""
    ids: dict[str, list[str]] = {}
    parents: dict[str, list[str | None]] = {}
    for key, section in CASE.sections.items():
        above: list[str | None] = [None] if not section.parent else list(ids[section.parent])
        parents[key] = [parent for parent in above for _copy in range(EACH)][:MOST]
        ids[key] = [f"example-{key}-{number}" for number in range(1, len(parents[key]) + 1)]
    filling = _Filling(vocabularies, ids)
    values: dict[str, Any] = {spec.name: filling.value(spec, "") for spec in CASE.header}
    for key, section in CASE.sections.items():
        values[key] = tuple(
            filling.record(section, ident, parent)
            for ident, parent in zip(ids[key], parents[key], strict=True)
        )
    return Case(id=RecordId("example-full"), **values)


@attrs.frozen
class _Filling:
    vocabularies: Vocabularies
    ids: dict[str, list[str]]

    def record(self, section: SectionSpec, ident: str, parent: str | None) -> Record:
        number = ident.rpartition("-")[2]
        values = {spec.name: self.value(spec, f" {number}", ident) for spec in section.fields}
        if section.parent:
            values["parent"] = parent
        return section.entry_type(id=RecordId(ident), **values)

    def value(self, spec: FieldSpec, number: str, own: str = "") -> Any:
        """Something that may stand in a field."""
        if spec.vocabulary:
            term = self._term(spec)
            return (term,) if spec.many else term
        if spec.to:
            return self._link(spec, own)
        match spec.kind:
            case Kind.LINE:
                return f"{spec.label}{number}"
            case Kind.PROSE:
                return f"{spec.label}{number}: a first paragraph with **bold** words.\n\n- A point\n- Another point\n"
            case Kind.CHIPS:
                return (f"{spec.label} A", f"{spec.label} B")
            case Kind.SCALE:
                return spec.low
            case Kind.WHOLE | Kind.NUMBER:
                return 10
            case Kind.FLAG:
                return spec.name not in ("confidential", "trashed")
            case Kind.WHEN:
                return When("2004-05-10")
            case Kind.COUNTRY | Kind.COUNTRIES:
                return ("LR", "SL") if spec.many else "LR"
            case Kind.LANGUAGE:
                return "en"
            case Kind.URL:
                return "https://example.org/report"
        return DIGEST

    def _term(self, spec: FieldSpec) -> str:
        held = self.vocabularies.get(spec.vocabulary)
        terms = [term.id for term in held.terms] if held else []
        # What nobody agreed to is withheld from every report.
        return "named" if "named" in terms else terms[0] if terms else "term"

    def _link(self, spec: FieldSpec, own: str) -> Any:
        if spec.to == ANOTHER_CASE:
            return () if spec.many else None
        target = "outcomes" if spec.to == EVERY_RECORD else spec.to
        chosen = [ident for ident in self.ids[target] if ident != own][:EACH]
        return tuple(chosen) if spec.many else chosen[0]
