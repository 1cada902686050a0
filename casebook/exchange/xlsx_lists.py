"""Reads lists from the sheets of an xlsx workbook: values only, nothing is calculated, nothing is run."""

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

import attrs

from casebook.domain.errors import FormatError
from casebook.domain.list_file import Cell, ListFile
from casebook.domain.marking import _
from casebook.exchange.list_rows import MOST_COLUMNS, MOST_ROWS, list_of

LARGEST_INSIDE = 256 * 1024 * 1024
"""Bytes a workbook may have unpacked; 100,000 rows of twenty columns have half of it."""
LARGEST_PART = 192 * 1024 * 1024
MOST_PARTS = 5_000
LAST_ROW = 1_048_576
"""Of a sheet of Excel."""

DAMAGE = (
    *(KeyError, ValueError, TypeError, AttributeError, IndexError, OverflowError, SyntaxError, EOFError),
    *(zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError),
)
"""What openpyxl and zipfile raise at a file that is none."""


def read_xlsx(name: str, data: bytes, sheet: str = "", *, headings: bool = True) -> ListFile:
    """The list on one sheet of a workbook; the first that is not hidden where none is named.

    Raises:
        FormatError: it is not a workbook, is damaged or hostile, has no such sheet, holds nothing, or too much.
    """
    damaged = _("“{name}” is no Excel workbook, or is damaged.").format(name=name)
    try:
        _check_size(name, data)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _read(name, data, sheet, headings=headings)
    except DAMAGE as error:
        raise FormatError(damaged) from error


def _read(name: str, data: bytes, sheet: str, *, headings: bool) -> ListFile:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        open_sheets = [one for one in book.worksheets if one.sheet_state == "visible"] or book.worksheets
        names = tuple(str(one.title) for one in open_sheets)
        if not names or (sheet and sheet not in names):
            raise FormatError(
                _("“{name}” has no sheet called “{sheet}”.").format(name=name, sheet=sheet[:40])
            )
        chosen = open_sheets[names.index(sheet) if sheet else 0]
        listed = list_of(name, _rows(chosen), headings=headings)
    finally:
        book.close()
    wide = (chosen.max_column or 0) > MOST_COLUMNS
    note = _("What stands right of column {count} was left out.").format(count=MOST_COLUMNS) if wide else ""
    note = " ".join(filter(None, (note, listed.note)))
    return attrs.evolve(listed, sheet=str(chosen.title), sheets=names, note=note)


def _check_size(name: str, data: bytes) -> None:
    """Refuse what unpacks to more than a list can be; Python's zipfile unpacks no more than a part says it has."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = packed.infolist()
    sizes = [part.file_size for part in parts]
    if len(parts) > MOST_PARTS or sum(sizes) > LARGEST_INSIDE or max(sizes, default=0) > LARGEST_PART:
        raise FormatError(
            _("“{name}” unpacks to more than a list of {rows} rows can have; it was not opened.").format(
                name=name, rows=f"{MOST_ROWS:,}"
            )
        )


def _rows(sheet: Any) -> Iterator[Sequence[Cell]]:
    """Every row; what the sheet says of its own size is not believed."""
    limits = {"max_row": LAST_ROW, "max_col": MOST_COLUMNS + 1}
    for row in sheet.iter_rows(min_row=1, min_col=1, values_only=True, **limits):
        yield [_cell(value) for value in row]


def _cell(value: Any) -> Cell:
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value
    if isinstance(value, (date, time, timedelta)):
        return value if isinstance(value, date) else str(value)
    return str(value)
