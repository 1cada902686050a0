"""What would come of a list: the rows that come in, and those that are refused, with the reasons."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import attrs

from casebook.domain.grid import Grid, Value
from casebook.domain.list_file import Cell, ListFile, shown_cell
from casebook.domain.marking import _
from casebook.domain.records import Record, SharedRecord


@attrs.frozen(kw_only=True)
class Refused:
    """A row that cannot come in; each reason names the column and what stands in it."""

    at: int
    """Its place among the rows of the list."""
    number: int
    """Its line in the file."""
    reasons: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Plan:
    """What comes of a list: which rows come in, which have to be refused; the records are made when they are wanted."""

    into: str = ""
    """The section that entries go into; empty for new cases."""
    rows: tuple[int, ...] = ()
    """The places of the rows that come in."""
    make: Callable[[int], Record] = attrs.field(eq=False, repr=False)
    """Makes the case or the entry of a row that comes in, each time a new one."""
    refused: tuple[Refused, ...] = ()
    fresh: Mapping[str, tuple[SharedRecord, ...]] = attrs.field(factory=dict)
    """Shared records that are made on the way, by section."""
    used: tuple[SharedRecord, ...] = ()
    """All shared records that the rows point to."""
    left_out: Mapping[str, int] = attrs.field(factory=dict)
    """How many names were left out, by heading."""
    troubled: Mapping[int, int] = attrs.field(factory=dict)
    """How many rows each column keeps from coming in, by its number."""

    @property
    def count(self) -> int:
        """How many rows come in."""
        return len(self.rows)

    def records(self, start: int = 0, count: int | None = None) -> list[Any]:
        """The cases or entries of some of the rows that come in, in their order."""
        end = None if count is None else start + count
        return [self.make(at) for at in self.rows[start:end]]


def refused_rows(listed: ListFile, refused: Sequence[Refused]) -> Grid:
    """The rows that were refused as they stand in the file, each with the reasons in a last column."""
    return Grid(
        title=_("Refused rows"),
        columns=(*listed.columns, _("Why it was refused")),
        rows=tuple((*map(_plain, listed.rows[one.at]), " ".join(one.reasons)) for one in refused),
    )


def _plain(cell: Cell) -> Value:
    return shown_cell(cell) if isinstance(cell, bool) else cell
