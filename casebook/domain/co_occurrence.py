"""What appears with what: of the cases that have one term, how many have another."""

from collections.abc import Mapping

import attrs

from casebook.domain.marking import _
from casebook.domain.matrix import NOTHING, Cell, Matrix, Total
from casebook.domain.measures import COUNT
from casebook.domain.wording import Wording


def co_occurrence(rows: Matrix, columns: Matrix) -> Matrix:
    """Terms of one matrix of cases against the terms of another, or of the same.

    A cell counts the cases that have both, `of` those that have the term of the row.
    """
    first, second = holders(rows), holders(columns)
    cells: dict[str, dict[str, Cell]] = {}
    for row, own in first.items():
        many = own.bit_count()
        line = {
            column: Cell(both, (), many)
            for column, other in second.items()
            if (both := (own & other).bit_count())
        }
        if line:
            cells[row] = line
    return attrs.evolve(
        rows,
        title=f"{rows.title} × {columns.title}",
        rows=rows.columns,
        columns=columns.columns,
        cells=cells,
        measure=COUNT,
        row_totals={key: Total(bits.bit_count(), bits.bit_count()) for key, bits in first.items()},
        column_totals={key: Total(bits.bit_count(), bits.bit_count()) for key, bits in second.items()},
        terms_left_out=max(rows.terms_left_out, columns.terms_left_out),
    )


def holders(matrix: Matrix) -> Mapping[str, int]:
    """The cases that have each term, one bit a case, in the order of the keys of the cases."""
    places = {key: place for place, key in enumerate(sorted(head.key for head in matrix.rows))}
    found: dict[str, list[int]] = {head.key: [] for head in matrix.columns}
    for case_id, line in matrix.cells.items():
        for term in line:
            found[term].append(places[case_id])
    size = len(places) // 8 + 1
    bits: dict[str, int] = {}
    for term, held in found.items():
        block = bytearray(size)
        for place in held:
            block[place >> 3] |= 1 << (place & 7)
        bits[term] = int.from_bytes(block, "little")
    return bits


def cases_with(matrix: Matrix, term: str) -> list[str]:
    """Ids of the cases that have a term, in the order of the matrix."""
    return [head.key for head in matrix.rows if term in matrix.cells.get(head.key, {})]


def together(matrix: Matrix, row: str, column: str, wording: Wording) -> str:
    """The cell as a sentence: "Mandate gap appears with 3D in 14 of 20 cases"."""
    own = {head.key: head.label for head in matrix.rows}
    other = {head.key: head.label for head in matrix.columns}
    cell = matrix.cell(row, column)
    of = cell.of if cell else matrix.row_totals.get(row, NOTHING).present
    return wording.translate(_("“{}” appears with “{}” in {} of {} cases")).format(
        own.get(row, row), other.get(column, column), cell.number if cell else 0, of
    )
