"""Writes lists for spreadsheets: the list of cases as it is shown, or any other table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from casebook.domain.dates import When
from casebook.domain.errors import CasebookError, DateError
from casebook.domain.grid import Grid, Value
from casebook.domain.marking import _
from casebook.domain.records import Sensitivity
from casebook.domain.wording import Wording
from casebook.exchange.grid_files import write_grids

if TYPE_CHECKING:
    from casebook.storage.library import Library
    from casebook.storage.listing import CaseRow, ListQuery

PAGE = 500
"""Cases read at a time."""

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]

LIST_COLUMNS: dict[str, str] = {
    "ref_code": _("Reference"),
    "title": _("Title"),
    "brief": _("Brief"),
    "countries": _("Countries"),
    "period": _("Period"),
    "partners": _("Partners"),
    "status": _("Status"),
    "completeness": _("Complete, per cent"),
    "sensitivity": _("Sensitivity"),
    "updated_at": _("Changed on"),
    "updated_by": _("Changed by"),
}
"""What a list of cases is written with: fields of CaseRow and what they are called."""


@attrs.frozen(kw_only=True)
class ListWish:
    """Which list goes where."""

    query: ListQuery
    path: Path = Path()
    columns: tuple[str, ...] = tuple(LIST_COLUMNS)
    replace: bool = False


def export_list(
    library: Library, wish: ListWish, wording: Wording, progress: Progress, cancelled: Cancelled
) -> int:
    """Write the cases of a query, in its order, all pages; how many they are. Nothing is written when cancelled.

    Raises:
        LibraryError: there is such a file already, its ending is neither .csv nor .xlsx, or it cannot be written.
    """
    grid = grid_of(library, wish, wording, progress, cancelled)
    if cancelled():
        return 0
    write_grids([grid], wish.path, replace=wish.replace)
    return len(grid.rows)


def grid_of(
    library: Library, wish: ListWish, wording: Wording, progress: Progress, cancelled: Cancelled
) -> Grid:
    """The cases of a query as a table; what was not read when cancelled is left out.

    Raises:
        CasebookError: a list has no such column.
    """
    total = library.cases.count(wish.query)
    rows: list[CaseRow] = []
    for row in rows_of(library, wish.query):
        if len(rows) % PAGE == 0:
            progress(len(rows), total)
            if cancelled():
                break
        rows.append(row)
    progress(total, total)
    return list_grid(rows, wording, wish.columns)


def rows_of(library: Library, query: ListQuery) -> Iterator[CaseRow]:
    """The lines of a list on all its pages."""
    query = attrs.evolve(query, offset=0, limit=PAGE)
    while page := library.cases.page(query):
        yield from page
        query = attrs.evolve(query, offset=query.offset + len(page))


def list_grid(
    rows: Iterable[CaseRow], wording: Wording, columns: Sequence[str] = tuple(LIST_COLUMNS)
) -> Grid:
    """A list of cases as a table: days as days, numbers as numbers, all else in words.

    Raises:
        CasebookError: a list has no such column.
    """
    unknown = [name for name in columns if name not in LIST_COLUMNS]
    if unknown or not columns:
        raise CasebookError(
            _("A list of cases has no column “{name}”; there are {all}.").format(
                name=", ".join(unknown), all=", ".join(LIST_COLUMNS)
            )
        )
    return Grid(
        title=wording.translate(_("Cases")),
        columns=tuple(wording.translate(LIST_COLUMNS[name]) for name in columns),
        rows=tuple(tuple(_value(row, name, wording) for name in columns) for row in rows),
    )


def _value(row: CaseRow, name: str, wording: Wording) -> Value:
    held = getattr(row, name)
    match name:
        case "countries":
            return "; ".join(map(wording.country, row.countries))
        case "partners":
            return "; ".join(row.partners)
        case "status":
            return wording.term("status", row.status)
        case "sensitivity":
            return wording.sensitivity(Sensitivity.of(row.sensitivity))
        case "period":
            return day_or_words(row.period)
        case "updated_at":
            return as_day(row.updated_at)
    return held if isinstance(held, int) else str(held)


def day_or_words(edtf: str) -> Value:
    """A date as a spreadsheet takes it best: a day as a day, a year as a number, anything else in words."""
    if not edtf:
        return None
    if edtf.isdecimal() and len(edtf) == 4 and edtf[0] != "0":
        return int(edtf)
    try:
        return date.fromisoformat(edtf) if len(edtf) == 10 else str(When(edtf))
    except (ValueError, DateError):
        return edtf


def as_day(moment: str) -> Value:
    """A moment as the day it lies on; what is none as it stands."""
    try:
        return date.fromisoformat(moment[:10])
    except ValueError:
        return moment or None
