"""Aligns cases: one pass over the declaration that puts side by side what belongs together."""

from collections.abc import Sequence

from casebook.domain.alignment_candidates import with_candidates
from casebook.domain.alignment_entries import SectionAligner
from casebook.domain.alignment_scalars import compared
from casebook.domain.case import Case
from casebook.domain.compared_case import ComparedCase
from casebook.domain.comparison import NONE, Comparison, Decisions, Heading, Row, RowKind
from casebook.domain.declaration import Declaration, SectionSpec
from casebook.domain.entry_identity import Recogniser, deciding_field
from casebook.domain.fields import FieldSpec, Kind
from casebook.domain.receipt import Receipt
from casebook.domain.wording import Wording


def align(
    cases: Sequence[Case],
    wording: Wording,
    decisions: Decisions = NONE,
    receipts: Sequence[Receipt | None] = (),
) -> Comparison:
    """Cases side by side, field by field and entry by entry, in the order of their declaration.

    Entries belong together by controlled term, by shared record, by what they stand in, or by the same title, as
    their section has it; `decisions` join and part them further. `receipts` say, for each case, what redaction took
    out of it. Which case comes first makes no difference to anything but the columns.
    """
    if not cases:
        return Comparison(cases=(), headings=(), rows=(), wording=wording)
    declaration = cases[0].declaration
    told: Sequence[Receipt | None] = receipts or [None] * len(cases)
    read = [ComparedCase(case, wording, receipt) for case, receipt in zip(cases, told, strict=True)]
    rows = [header_row(spec, read) for spec in declaration.header]
    rows += _entry_rows(declaration, read, decisions)
    order = {heading.key: place for place, heading in enumerate(headings(declaration, wording))}
    return Comparison(
        cases=tuple(cases),
        headings=headings(declaration, wording),
        rows=tuple(sorted(rows, key=lambda row: order[row.section])),
        wording=wording,
        receipts=tuple(told),
    )


def headings(declaration: Declaration, wording: Wording) -> tuple[Heading, ...]:
    """The titles over the rows: parts, then sections."""
    parts = [Heading(key=part.key, title=wording.translate(part.title)) for part in declaration.parts]
    sections = [
        Heading(key=key, title=wording.translate(spec.title), parent=spec.parent, shared=spec.shared)
        for key, spec in declaration.sections.items()
    ]
    return (*parts, *sections)


def header_row(spec: FieldSpec, cases: Sequence[ComparedCase]) -> Row:
    """The row of one field of the cases themselves."""
    values = [getattr(one.case, spec.name) for one in cases]
    state, cells = compared(
        spec,
        values,
        [one.field_gap(one.case, spec.name) for one in cases],
        [one.words(spec, value) for value, one in zip(values, cases, strict=True)],
        str,
    )
    return Row(
        key=f"{spec.part}/{spec.name}",
        kind=RowKind.FIELD,
        section=spec.part,
        field=spec.name,
        label=cases[0].wording.translate(spec.label),
        state=state,
        cells=cells,
        spec=spec,
    )


def _entry_rows(declaration: Declaration, cases: Sequence[ComparedCase], decisions: Decisions) -> list[Row]:
    """The rows of every section; shared records first, for entries are recognised by them."""
    rows: list[Row] = []
    shared: dict[str, str] = {}
    by_section: dict[str, tuple[Row, ...]] = {}
    sections = sorted(declaration.sections.values(), key=lambda one: not one.shared)
    for section in sections:
        recogniser = recogniser_of(
            section, cases[0].wording, _places(by_section.get(section.parent, ())), shared
        )
        made = SectionAligner(
            section=section,
            cases=cases,
            decisions=decisions,
            recogniser=recogniser,
            labels={row.key: row.label for row in by_section.get(section.parent, ())},
        ).rows()
        if section.shared:
            shared |= {held.id: _standing(row) for row in made for cell in row.cells for held in cell.entries}
        if offers(section):
            made = with_candidates(made, decisions)
        by_section[section.key] = made
        rows += made
    return rows


def recogniser_of(
    section: SectionSpec, wording: Wording, above: dict[str, str], shared: dict[str, str]
) -> Recogniser:
    """What recognises the entries of a section."""
    deciding = deciding_field(section)
    return Recogniser(
        section=section,
        vocabulary=wording.vocabularies.get(deciding.vocabulary)
        if deciding and deciding.vocabulary
        else None,
        deciding=deciding,
        above=above,
        shared=shared,
    )


def offers(section: SectionSpec) -> bool:
    """Whether entries of a section that are alike by title are worth asking about."""
    deciding = deciding_field(section)
    return section.shared or (deciding is not None and deciding.kind is not Kind.LINK)


def _places(rows: Sequence[Row]) -> dict[str, str]:
    return {held.id: row.key for row in rows for cell in row.cells for held in cell.entries}


def _standing(row: Row) -> str:
    """What stands for every record of a row."""
    return min(held.id for cell in row.cells for held in cell.entries)
