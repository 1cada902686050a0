"""Tables written for spreadsheets and statistics: CSV and xlsx, in which no text is ever a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from pathlib import Path
from secrets import token_hex

from casebook.domain.errors import LibraryError
from casebook.domain.grid import Grid, Value, guarded, spoken
from casebook.domain.marking import _

LONGEST_CELL = 32_767
"""Characters that fit into a cell of Excel."""
FIRST_YEAR = 1900
"""Excel counts days from here; an earlier one is written as text."""
LONGEST_SHEET = 31
"""UTF-16 units in the name of a sheet, which is how Excel counts."""
WIDEST, NARROWEST = 60, 6
"""Widths of a column in characters."""
SUFFIXES = (".csv", ".xlsx")


def csv_text(grid: Grid) -> str:
    """The grid as CSV (RFC 4180); a text that would be read as a formula is led by an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([guarded(name) for name in grid.columns])
    writer.writerows([guarded(value) for value in row] for row in grid.rows)
    return out.getvalue()


def xlsx_bytes(grids: Iterable[Grid]) -> bytes:
    """A workbook, one sheet a grid: head and first column frozen, numbers and days as such, everything else as text."""
    import xlsxwriter

    out = io.BytesIO()
    # None of the texts is looked into for formulas, links or numbers.
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "nan_inf_to_errors": True,
    }
    with xlsxwriter.Workbook(out, options) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        plain = book.add_format({"valign": "top"})
        day = book.add_format({"valign": "top", "num_format": "yyyy-mm-dd"})
        names: list[str] = []
        for grid in grids:
            names.append(_sheet_name(grid.title, names))
            sheet = book.add_worksheet(names[-1])
            for at, name in enumerate(grid.columns):
                sheet.write_string(0, at, name[:LONGEST_CELL], bold)
            for line, row in enumerate(grid.rows, 1):
                for at, value in enumerate(row):
                    if isinstance(value, str):
                        sheet.write_string(line, at, value[:LONGEST_CELL], plain)
                    elif isinstance(value, date) and value.year >= FIRST_YEAR:
                        sheet.write_datetime(line, at, datetime.combine(value, time()), day)
                    elif isinstance(value, date):
                        sheet.write_string(line, at, value.isoformat(), plain)
                    elif value is not None:
                        sheet.write_number(line, at, value, plain)
            sheet.freeze_panes(1, 1)
            for at in range(len(grid.columns)):
                sheet.set_column(at, at, _column_width([row[at] for row in grid.rows], grid.columns[at]))
    return out.getvalue()


def _column_width(values: Sequence[Value], name: str) -> int:
    longest = max([len(spoken(value)) for value in values[:500]] or [0])
    return min(max(longest, min(len(name), 14), NARROWEST), WIDEST) + 2


def _sheet_name(title: str, taken: Sequence[str]) -> str:
    # U+FFFE and U+FFFF are no characters, and no XML holds them.
    plain = " ".join(re.sub(r"[\[\]:*?/\\\x00-\x1f\ufffe\uffff]", " ", title).split())
    name = _cut(plain.strip(" '"), LONGEST_SHEET).strip(" '") or "Sheet"
    number, free = 1, name
    lower = [one.casefold() for one in taken]
    while free.casefold() in lower or free.casefold() == "history":
        number += 1
        free = f"{_cut(name, LONGEST_SHEET - 4)} {number}"
    return free


def _cut(text: str, units: int) -> str:
    """The beginning of a text that fits into so many UTF-16 units, no character cut in two."""
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")


def write_grids(grids: Sequence[Grid], path: Path, *, replace: bool = False) -> Path:
    """Write an xlsx with all grids, or a CSV of the first, by the name's ending; whole or not at all.

    Raises:
        LibraryError: there is such a file already (unless `replace`), the ending is another, or it cannot be written.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise LibraryError(
            _("A table is written as {all}. Give “{name}” one of these endings.").format(
                all=" or ".join(SUFFIXES), name=path.name
            )
        )
    if path.exists() and not replace:
        raise LibraryError(
            _("There is a file called “{name}” already. It was left as it is; choose another name.").format(
                name=path.name
            )
        )
    as_csv = path.suffix.lower() == ".csv"
    content = csv_text(grids[0]).encode("utf-8", "replace") if as_csv else xlsx_bytes(grids)
    part = path.with_name(f".{path.name}.{token_hex(4)}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        raise LibraryError(
            _("“{name}” could not be written: the disk is full, or the folder does not allow it.").format(
                name=path.name
            )
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return path
