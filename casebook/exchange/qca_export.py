"""Memberships for R's QCA package: the data, and a codebook that says what every name and number means."""

from pathlib import Path

from casebook.domain.grid import Grid
from casebook.domain.qca import Memberships, codebook_grid, data_grid
from casebook.domain.truth_table import TruthTable, truth_grid
from casebook.domain.wording import Wording
from casebook.exchange.grid_files import write_grids

BESIDE = "-codebook"
"""What the name of a codebook beside a CSV ends with."""


def export_qca(
    table: Memberships,
    truth: TruthTable | None,
    path: Path,
    wording: Wording,
    *,
    replace: bool = False,
) -> tuple[Path, ...]:
    """Write the table as xlsx with sheets for data, codebook and truth table, or as CSV with the codebook beside it.

    In R: `library(QCA); data <- read.csv("table.csv", row.names = 1); truthTable(data, outcome = "NAME")`.

    Raises:
        LibraryError: a file is there already (unless `replace`), has another ending, or cannot be written.
    """
    data, codebook = data_grid(table, wording), codebook_grid(table, wording)
    if path.suffix.lower() == ".csv":
        beside = path.with_name(f"{path.stem}{BESIDE}{path.suffix}")
        # The codebook goes first: without it, the data would be there and mean nothing.
        book = write_grids([codebook], beside, replace=replace)
        return write_grids([data], path, replace=replace), book
    grids: list[Grid] = [data, codebook]
    if truth is not None:
        grids.append(truth_grid(truth, wording, remainders=True))
    return (write_grids(grids, path, replace=replace),)
