"""A whole section as one row: what its rows say together, and which rows stand in which."""

from collections.abc import Mapping, Sequence

from casebook.domain.comparison import Cell, Comparison, Heading, Held, Mark, Row, RowKind, RowState
from casebook.domain.synthesis import Synthesis

RANK = {Mark.SHARED: 0, Mark.SOME: 1}
"""What several cases share comes first."""


def section_row(heading: Heading, rows: Sequence[Row]) -> Row:
    """The rows of one section as a single row, keyed by the section; what most cases share comes first."""
    if len(rows) == 1 and rows[0].kind is RowKind.SECTION:
        return rows[0]
    width = len(rows[0].cells)
    return Row(
        key=heading.key,
        kind=RowKind.SECTION,
        section=heading.key,
        field="",
        label=heading.title,
        state=_state(rows),
        cells=tuple(_cell([row.cells[at] for row in rows]) for at in range(width)),
        similar=tuple(dict.fromkeys(found for row in rows for found in row.similar)),
    )


def _cell(cells: Sequence[Cell]) -> Cell:
    held: list[tuple[Mark, Held]] = [
        (mark, one) for cell in cells for mark, one in zip(cell.marks, cell.entries, strict=True)
    ]
    if not held:
        return Cell(mark=Mark.MISSING, gap=cells[0].gap)
    held.sort(key=lambda one: RANK.get(one[0], len(RANK)))
    marks = {mark for mark, _one in held}
    return Cell(
        mark=marks.pop() if len(marks) == 1 else Mark.SOME,
        words=tuple(one.words for _mark, one in held),
        marks=tuple(mark for mark, _one in held),
        entries=tuple(one for _mark, one in held),
    )


def _state(rows: Sequence[Row]) -> RowState:
    states = {row.state for row in rows}
    if len(states) == 1 and states <= {RowState.SHARED, RowState.MISSING}:
        return states.pop()
    if states & {RowState.SHARED, RowState.SOME}:
        return RowState.SOME
    holders = {at for row in rows for at, cell in enumerate(row.cells) if cell.entries}
    return RowState.UNIQUE if len(holders) == 1 else RowState.DIFFERING


def section_rows(comparison: Comparison) -> dict[str, Row]:
    """Every section that has rows as one row, by its key; parts, whose rows are fields, are left out."""
    by_section: dict[str, list[Row]] = {}
    for row in comparison.rows:
        if row.kind is not RowKind.FIELD:
            by_section.setdefault(row.section, []).append(row)
    return {
        heading.key: section_row(heading, by_section[heading.key])
        for heading in comparison.headings
        if heading.key in by_section
    }


def standing_in(comparison: Comparison) -> Mapping[str, str]:
    """For each row whose entries stand in others, the key of the row those are in."""
    places = comparison.row_of
    found = {}
    for row in comparison.rows:
        inside = (getattr(held.record, "parent", "") or "" for cell in row.cells for held in cell.entries)
        above = row.parent or next((places[one] for one in inside if one in places), "")
        if above:
            found[row.key] = above
    return found


def decidable(comparison: Comparison, synthesis: Synthesis) -> tuple[Row, ...]:
    """The rows a reviewer owes a finding: every field, every section as a whole, and each row that has one already."""
    sections = section_rows(comparison)
    fields = [row for row in comparison.rows if row.kind is RowKind.FIELD]
    single = [
        row
        for row in comparison.rows
        if row.kind is RowKind.ENTRIES and row.key in synthesis.findings and row.key not in sections
    ]
    return (*fields, *sections.values(), *single)
