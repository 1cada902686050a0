"""Cases against terms: how often, how grave, which way; sorted, turned round, and what appears with what."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import NamedTuple

import attrs

from casebook.domain.grid import Grid, Value
from casebook.domain.grounds import term_label, term_path
from casebook.domain.marking import _
from casebook.domain.measures import UNGRADED, Marks, Measure
from casebook.domain.records import Absence
from casebook.domain.seriation import serial_order
from casebook.domain.tally import Tally
from casebook.domain.wording import Wording

MOST_COLUMNS = 200
"""Terms shown at most, the most frequent ones; free words may be thousands."""


class Cell(NamedTuple):
    """So many entries; for what appears together, so many cases `of` those that have the term of the row."""

    number: int
    marks: Marks = ()
    of: int = 0


class Total(NamedTuple):
    """Entries in a line, and in how many of the lines across it there are any."""

    entries: int
    present: int


NOTHING = Total(0, 0)
Line = Mapping[str, Cell]


@attrs.frozen(kw_only=True)
class Head:
    """What a line is: `key` is a case's id or a term; `detail` its reference code, or the terms above it."""

    key: str
    label: str
    detail: str = ""
    absence: Absence | None = None


class Order(StrEnum):
    """How lines can stand."""

    GIVEN = "given"
    LABEL = "label"
    TOTAL = "total"
    SIMILAR = "similar"


@attrs.frozen(kw_only=True, eq=False)
class Matrix:
    """Rows, columns, and the cells that are not empty, by row and column key."""

    title: str
    rows: tuple[Head, ...]
    columns: tuple[Head, ...]
    cells: Mapping[str, Line]
    measure: Measure
    row_totals: Mapping[str, Total]
    column_totals: Mapping[str, Total]
    left_out: int = 0
    """Cases that the audience may not see."""
    terms_left_out: int = 0
    """Terms beyond the most frequent ones."""

    def cell(self, row: str, column: str) -> Cell | None:
        """The cell where two lines meet; None when it is empty."""
        return self.cells.get(row, {}).get(column)

    @property
    def most(self) -> int:
        """The largest number of entries in a cell."""
        return max((cell.number for line in self.cells.values() for cell in line.values()), default=0)

    def text(self, cell: Cell) -> str:
        """What stands in a cell: a number, a step of a scale, or signs."""
        if cell.of or self.measure.spec is None:
            return str(cell.number)
        level = self.measure.level(cell.marks)
        return str(level) if level is not None else self.measure.signs(cell.marks) or UNGRADED

    def weight(self, cell: Cell | None) -> float:
        """What a line is sorted by in one of the lines across it: the step first, then the number."""
        if cell is None:
            return -1
        level = self.measure.level(cell.marks)
        return (level or 0) * 1e6 + cell.number if self.measure.levels else float(cell.number)


def matrix_of(tally: Tally, wording: Wording, most: int = MOST_COLUMNS) -> Matrix:
    """Cases in the order of the tally against their terms, the most frequent first."""
    cells: dict[str, dict[str, Cell]] = {}
    entries: dict[str, int] = {}
    present: dict[str, int] = {}
    rows: dict[str, Total] = {}
    for case_id, term, count, marks in tally.counts:
        line = cells.get(case_id)
        if line is None:
            line = cells[case_id] = {}
        line[term] = Cell(count, marks)
        entries[term] = entries.get(term, 0) + count
        present[term] = present.get(term, 0) + 1
    for case_id, line in cells.items():
        rows[case_id] = Total(sum(cell.number for cell in line.values()), len(line))
    spec = tally.ground.value
    heads = [
        Head(
            key=term,
            label=term_label(spec, term, wording, tally.names),
            detail=term_path(spec, term, wording),
        )
        for term in entries
    ]
    heads.sort(key=lambda head: (-present[head.key], -entries[head.key], *_by_label(head)))
    shown = heads[:most]
    if len(heads) > most:
        kept = {head.key for head in shown}
        cells = {row: {key: cell for key, cell in line.items() if key in kept} for row, line in cells.items()}
    untitled = wording.translate(_("Untitled case"))
    return Matrix(
        title=tally.ground.label(wording),
        rows=tuple(
            Head(key=case.id, label=case.title or untitled, detail=case.ref_code, absence=case.absence)
            for case in tally.cases
        ),
        columns=tuple(shown),
        cells=cells,
        measure=tally.measure,
        row_totals=rows,
        column_totals={term: Total(entries[term], present[term]) for term in entries},
        left_out=tally.left_out,
        terms_left_out=len(heads) - len(shown),
    )


def transposed(matrix: Matrix) -> Matrix:
    """Rows and columns turned round."""
    cells: dict[str, dict[str, Cell]] = {}
    for row, line in matrix.cells.items():
        for column, cell in line.items():
            cells.setdefault(column, {})[row] = cell
    return attrs.evolve(
        matrix,
        rows=matrix.columns,
        columns=matrix.rows,
        cells=cells,
        row_totals=matrix.column_totals,
        column_totals=matrix.row_totals,
    )


def arranged(matrix: Matrix, order: Order) -> Matrix:
    """The same matrix with its rows in another order; `SIMILAR` orders rows and columns."""
    if order is Order.SIMILAR:
        rows, columns = serial_order(
            {head.key: set(matrix.cells.get(head.key, ())) for head in matrix.rows},
            [head.key for head in matrix.columns],
        )
        places = {key: place for place, key in enumerate([*rows, *columns])}
        return attrs.evolve(
            matrix,
            rows=tuple(sorted(matrix.rows, key=lambda head: places[head.key])),
            columns=tuple(sorted(matrix.columns, key=lambda head: places[head.key])),
        )
    keys: dict[Order, Callable[[Head], tuple[object, ...]]] = {
        Order.LABEL: _by_label,
        Order.TOTAL: lambda head: (-matrix.row_totals.get(head.key, NOTHING).entries, *_by_label(head)),
    }
    return (
        matrix
        if order is Order.GIVEN
        else attrs.evolve(matrix, rows=tuple(sorted(matrix.rows, key=keys[order])))
    )


def sorted_by(matrix: Matrix, column: str, *, descending: bool = True) -> Matrix:
    """The rows in the order of their cells in one column; those without a cell last, equal ones as they stood."""

    def weight(head: Head) -> tuple[bool, float]:
        cell = matrix.cell(head.key, column)
        return cell is None, -matrix.weight(cell) if descending else matrix.weight(cell)

    return attrs.evolve(matrix, rows=tuple(sorted(matrix.rows, key=weight)))


def _by_label(head: Head) -> tuple[str, str]:
    return head.label.casefold(), head.key


def grid_of(matrix: Matrix, first: str, total: str, words: Callable[[Absence | None], str]) -> Grid:
    """The matrix as a table, totals last; `words` says why a line is empty.

    Numbers are numbers, signs are text; `first` and `total` head the first and the last column.
    """

    def value(row: Head, column: Head) -> Value:
        cell = matrix.cell(row.key, column.key)
        if cell is None:
            return words(row.absence) if row.absence and row.key not in matrix.cells else None
        text = matrix.text(cell)
        return int(text) if text.isascii() and text.isdigit() and not matrix.measure.symbols else text

    def named(head: Head) -> str:
        return head.label

    body: list[tuple[Value, ...]] = [
        (
            named(row),
            *(value(row, column) for column in matrix.columns),
            matrix.row_totals.get(row.key, NOTHING).entries,
        )
        for row in matrix.rows
    ]
    sums = [matrix.column_totals.get(column.key, NOTHING).entries for column in matrix.columns]
    body.append((total, *sums, sum(sums)))
    return Grid(title=matrix.title, columns=(first, *map(named, matrix.columns), total), rows=tuple(body))
