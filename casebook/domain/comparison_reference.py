"""One case as the one that others are read against: a reading of a comparison that stays the same for all."""

from collections.abc import Mapping
from enum import StrEnum

from casebook.domain.comparison import Cell, Comparison, Row, RowKind


class Standing(StrEnum):
    """How a cell stands to the same row of the reference case."""

    REFERENCE = "reference"  # it is the reference
    SAME = "same"
    OTHER = "other"  # both have something, not the same; or lack it for different reasons
    ADDED = "added"  # the reference does not have it
    LACKING = "lacking"  # the reference has it


def against(comparison: Comparison, reference: int) -> Mapping[str, tuple[Standing, ...]]:
    """For each row by key, how each case stands to case number `reference`."""
    return {row.key: standings(row, reference) for row in comparison.rows}


def standings(row: Row, reference: int) -> tuple[Standing, ...]:
    """How each cell of a row stands to cell number `reference`."""
    held = row.cells[reference]
    return tuple(
        Standing.REFERENCE if number == reference else _standing(row, cell, held)
        for number, cell in enumerate(row.cells)
    )


def _standing(row: Row, cell: Cell, reference: Cell) -> Standing:
    if cell.gap is not None and reference.gap is not None:
        return Standing.SAME if cell.gap is reference.gap else Standing.OTHER
    if cell.gap is not None:
        return Standing.LACKING
    if reference.gap is not None:
        return Standing.ADDED
    same = row.kind is not RowKind.FIELD or cell.form == reference.form
    return Standing.SAME if same else Standing.OTHER
