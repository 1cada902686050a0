"""Makes a list of bare rows: finds the headings, leaves out what is empty, holds the limits."""

from collections.abc import Iterable, Sequence

from casebook.domain.clean_text import one_line
from casebook.domain.errors import FormatError
from casebook.domain.list_file import Cell, ListFile, shown_cell
from casebook.domain.marking import _

MOST_ROWS, MOST_COLUMNS = 100_000, 200
"""Of a list that is taken in at once."""
MOST_CELLS = 4_000_000
MOST_ABOVE = 8
"""Rows that may stand above the headings."""
LONGEST_HEADING = 120
"""Characters of a heading that are kept."""


def list_of(name: str, rows: Iterable[Sequence[Cell]], *, headings: bool = True) -> ListFile:
    """The list that rows make, of any length each, counted as they come; `headings`: one of the first has them.

    Raises:
        FormatError: there is nothing in it, or more than the limits allow.
    """
    kept: list[tuple[Cell, ...]] = []
    numbers: list[int] = []
    cells = 0
    for number, row in enumerate(rows, 1):
        bare = _without_end(row)
        if not bare:
            continue
        cells += len(bare)
        if len(kept) > MOST_ROWS or len(bare) > MOST_COLUMNS or cells > MOST_CELLS:
            raise FormatError(_too_large(name))
        kept.append(bare)
        numbers.append(number)
    if not kept or (headings and len(kept) == 1):
        raise FormatError(_("“{name}” holds no rows.").format(name=name))
    width = max(map(len, kept))
    above = _rows_above(kept, width) if headings else 0
    head = [shown_cell(cell) for cell in kept[above]] if headings else []
    start = above + 1 if headings else 0
    note = _("What stands above the headings in row {number} was left out.") if above else ""
    return ListFile(
        name=name,
        columns=_named(head + [""] * (width - len(head))),
        rows=tuple((*row, *(None,) * (width - len(row))) for row in kept[start:]),
        numbers=tuple(numbers[start:]),
        note=note.format(number=numbers[above]),
    )


def _rows_above(rows: Sequence[Sequence[Cell]], width: int) -> int:
    """How many rows stand above the headings: titles, which fill one cell of a list that is three or more wide."""
    filled = [sum(bool(shown_cell(cell).strip()) for cell in row) for row in rows[: MOST_ABOVE + 1]]
    head = next((at for at, count in enumerate(filled) if count > 1), 0) if width > 2 else 0
    return head if head < len(rows) - 1 else 0


def _too_large(name: str) -> str:
    return _("“{name}” is larger than {rows} rows or {columns} columns; take it in in parts.").format(
        name=name, rows=f"{MOST_ROWS:,}", columns=MOST_COLUMNS
    )


def _without_end(row: Sequence[Cell]) -> tuple[Cell, ...]:
    """A row up to its last cell that holds something."""
    end = len(row)
    while end and (row[end - 1] is None or (isinstance(row[end - 1], str) and not str(row[end - 1]).strip())):
        end -= 1
    return tuple(row[:end])


def _named(headings: Sequence[str]) -> tuple[str, ...]:
    """Every column with a name of its own."""
    names: list[str] = []
    taken: set[str] = set()
    for at, heading in enumerate(headings, 1):
        name = one_line(heading, LONGEST_HEADING) or _("Column {number}").format(number=at)
        free, number = name, 1
        while free.casefold() in taken:
            number += 1
            free = f"{name} ({number})"
        taken.add(free.casefold())
        names.append(free)
    return tuple(names)
