"""What a case consists of, read off the case class: header fields, sections, and how they nest."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import attrs

from casebook.domain.fields import FieldSpec, field_specs, remembered
from casebook.domain.records import Entry, Record, SharedRecord

R = TypeVar("R", bound=Record)

OVERVIEW = "overview"
NARRATIVE = "narrative"


@attrs.frozen(kw_only=True)
class SectionSpec:
    """A declared section: a list of entries of one class inside a case."""

    key: str
    title: str
    singular: str
    guidance: str = ""
    example: str = ""
    parent: str = ""
    """Key of the section whose entries these stand in; empty for a top-level section."""
    essential: bool = True
    """Counts towards the completeness of a case."""
    grow: str = ""
    """What the "add" button and empty state invite to, e.g. "Add a challenge"."""
    entry_type: type[Record] = Entry

    @property
    def shared(self) -> bool:
        """Whether its records are shared between cases."""
        return issubclass(self.entry_type, SharedRecord)

    @property
    def fields(self) -> tuple[FieldSpec, ...]:
        """Its declared fields in order."""
        return field_specs(self.entry_type)

    @property
    def summary(self) -> FieldSpec:
        """The field that names an entry on its card; the first field when none is marked."""
        return next((spec for spec in self.fields if spec.summary), self.fields[0])


def section(key: str, *, title: str, singular: str, **options: Any) -> Callable[[type[R]], type[R]]:
    """Declare the decorated class to be the entries of section `key`."""

    def declare(entry_type: type[R]) -> type[R]:
        entry_type.__section__ = SectionSpec(  # type: ignore[attr-defined]
            key=key, title=title, singular=singular, entry_type=entry_type, **options
        )
        return entry_type

    return declare


def entries(entry_type: type[Record]) -> Any:
    """The attribute of a case that holds the entries of a section; the attribute must bear the section's key."""
    return attrs.field(default=(), metadata={"section": section_of(entry_type)})


def section_of(record_type: type[Record]) -> SectionSpec:
    """The section that `record_type` belongs to.

    Raises:
        AttributeError: the class was not declared with `@section`.
    """
    return record_type.__section__  # type: ignore[attr-defined,no-any-return]


@attrs.frozen(kw_only=True)
class Part:
    """A named group of fields of the case itself: one form in the outline."""

    key: str
    title: str
    guidance: str = ""
    example: str = ""


@attrs.frozen(eq=False)
class Declaration:
    """Everything a generic reader needs to know of a case class."""

    case_type: type[Record]
    parts: tuple[Part, ...]
    header: tuple[FieldSpec, ...]
    sections: dict[str, SectionSpec]

    def part_fields(self, key: str) -> tuple[FieldSpec, ...]:
        """The fields of the case that stand in part `key`."""
        return tuple(spec for spec in self.header if spec.part == key)

    @property
    def top_sections(self) -> tuple[SectionSpec, ...]:
        """Sections that stand in the outline by themselves and belong to one case."""
        return tuple(spec for spec in self.sections.values() if not spec.parent and not spec.shared)

    @property
    def shared_sections(self) -> tuple[SectionSpec, ...]:
        """Sections whose records are shared between cases."""
        return tuple(spec for spec in self.sections.values() if spec.shared)

    def children(self, key: str) -> tuple[SectionSpec, ...]:
        """Sections whose entries stand in entries of section `key`."""
        return tuple(spec for spec in self.sections.values() if spec.parent == key)

    def record_types(self) -> Iterator[tuple[str, type[Record]]]:
        """Every (key, class) that holds declared fields: the case under "case", then each section."""
        yield "case", self.case_type
        for key, spec in self.sections.items():
            yield key, spec.entry_type


@remembered
def declaration_of(case_type: type[Record]) -> Declaration:
    """Read the declaration off `case_type`.

    Raises:
        ValueError: an attribute does not bear its section's key, or a parent section is missing.
    """
    sections: dict[str, SectionSpec] = {}
    for attribute in attrs.fields(case_type):
        spec: SectionSpec | None = attribute.metadata.get("section")
        if spec is None:
            continue
        if spec.key != attribute.name:
            raise ValueError(f"section {spec.key!r} is held by attribute {attribute.name!r}")
        if spec.parent and spec.parent not in sections:
            raise ValueError(f"section {spec.key!r} stands before its parent {spec.parent!r}")
        sections[spec.key] = spec
    return Declaration(
        case_type=case_type,
        parts=case_type.__parts__,  # type: ignore[attr-defined]
        header=field_specs(case_type),
        sections=sections,
    )
