"""What a column of a list can be taken into, read off the declaration: fields of a case, or of the entries of a section."""

from collections.abc import Iterator

import attrs

from casebook.domain.declaration import Declaration, SectionSpec
from casebook.domain.fields import FieldSpec, Kind, chips, link, links, term, terms
from casebook.domain.marking import _

PARENT, SENSITIVITY = "parent", "sensitivity"
"""Keys of what is no declared field: the entry that an entry stands in, and who may see a record."""
START, END = "start", "end"
NAMED_KINDS = frozenset({Kind.LINE, Kind.LINK, Kind.TERM})
"""An entry of a section whose summary is one of these can be made from a name alone."""


@attrs.frozen(kw_only=True)
class Target:
    """One thing a column can be taken into."""

    key: str
    spec: FieldSpec
    group: str
    """Under which heading it is offered."""
    section: str = ""
    """For lists of cases: the section in which each name in a cell makes an entry."""
    end: str = ""
    """START or END: the cell gives one end of a span of time."""
    required: bool = False
    """A row without it is refused."""


def targets_of(declaration: Declaration, into: str = "") -> tuple[Target, ...]:
    """What columns can be taken into: for new cases, or for the entries of the section `into`."""
    if into:
        return tuple(_of_section(declaration, declaration.sections[into]))
    return tuple(_of_case(declaration))


def sections_for(declaration: Declaration) -> tuple[SectionSpec, ...]:
    """The sections that lists can be taken into: those whose entries need no file."""
    return tuple(spec for spec in declaration.sections.values() if not spec.shared and not _holds_file(spec))


def _holds_file(section: SectionSpec) -> bool:
    return any(spec.kind is Kind.FILE for spec in section.fields)


def _of_case(declaration: Declaration) -> Iterator[Target]:
    titles = {part.key: part.title for part in declaration.parts}
    for spec in declaration.header:
        yield from _of_field(spec, titles.get(spec.part, ""), required=spec.summary)
    yield Target(key=SENSITIVITY, spec=_sensitivity(), group=_("Overview"))
    for section in declaration.top_sections:
        summary = section.summary
        if summary.kind in NAMED_KINDS and not _holds_file(section):
            spec = attrs.evolve(_several(summary), name=section.key, label=section.title)
            yield Target(key=f"{section.key}:", spec=spec, group=_("Sections"), section=section.key)


def _several(spec: FieldSpec) -> FieldSpec:
    """A field that holds many of what `spec` holds one of."""
    made = {
        Kind.LINK: lambda: links(spec.label, spec.to),
        Kind.TERM: lambda: terms(spec.label, spec.vocabulary),
        Kind.LINE: lambda: chips(spec.label, comma_within=True),
    }[spec.kind]()
    held: FieldSpec = made.metadata["spec"]
    return held


def _of_section(declaration: Declaration, section: SectionSpec) -> Iterator[Target]:
    if section.parent:
        above = declaration.sections[section.parent]
        spec: FieldSpec = link(above.singular, above.key).metadata["spec"]
        yield Target(key=PARENT, spec=attrs.evolve(spec, name=PARENT), group=_("It stands in"), required=True)
    for spec in section.fields:
        yield from _of_field(spec, section.title, required=spec is section.summary)
    yield Target(key=SENSITIVITY, spec=_sensitivity(), group=section.title)


def _of_field(spec: FieldSpec, group: str, *, required: bool) -> Iterator[Target]:
    yield Target(key=spec.name, spec=spec, group=group, required=required)
    if spec.kind is Kind.WHEN:
        for end in (START, END):
            yield Target(key=f"{spec.name}:{end}", spec=spec, group=group, end=end)


def _sensitivity() -> FieldSpec:
    spec: FieldSpec = term(_("Sensitivity"), "sensitivity").metadata["spec"]
    return attrs.evolve(spec, name=SENSITIVITY)
