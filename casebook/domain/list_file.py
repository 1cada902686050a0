"""A list as it stands in a spreadsheet: headings, and rows of cells."""

from datetime import date

import attrs

Cell = str | int | float | bool | date | None
"""What a cell holds: text, a number, yes or no, a day or moment, nothing."""


@attrs.frozen(kw_only=True)
class ListFile:
    """One list read from a file; every row is as long as `columns`, and no row is empty."""

    name: str
    columns: tuple[str, ...]
    """Headings; a column without one is called "Column 3"."""
    rows: tuple[tuple[Cell, ...], ...]
    numbers: tuple[int, ...]
    """In which line of the file, or row of the sheet, each row stands, counted from 1."""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    """All sheets one may choose from; empty for a file that has none."""
    note: str = ""
    """What had to be guessed, in a sentence."""

    def column(self, at: int) -> list[Cell]:
        """The cells of one column."""
        return [row[at] for row in self.rows]


def shown_cell(cell: Cell) -> str:
    """A cell as text."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, date):
        return cell.isoformat().replace("T", " ").removesuffix(" 00:00:00")
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 2**53:
        return str(int(cell))
    return str(cell)
