"""Writes any table into a file of the person's choice: asks for the file, works off the GUI thread, tells."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from casebook.domain.grid import Grid
from casebook.ui.tasks import Cancelled, Progress
from casebook.ui.workbench import Workbench

Maker = Callable[[Progress, Cancelled], Grid]
"""Makes the table; called off the GUI thread, so it works on values, or on what it opens itself."""


def export_grid(workbench: Workbench, parent: QWidget, name: str, make: Maker) -> None:
    """Ask where a table goes, as CSV or xlsx, and write it there; `name` is the file's name without ending."""
    words = QCoreApplication.translate
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen, kind = QFileDialog.getSaveFileName(
        parent,
        words("export_grid", "Export list"),
        str(Path(folder) / f"{name}.xlsx"),
        words("export_grid", "Excel (*.xlsx);;CSV (*.csv)"),
    )
    if chosen:
        path = Path(chosen)
        if path.suffix.lower() not in (".xlsx", ".csv"):
            path = path.with_name(path.name + (".csv" if "csv" in kind else ".xlsx"))
        write_grid(workbench, path, make)


def write_grid(workbench: Workbench, path: Path, make: Maker) -> None:
    """Write a table into a file, in the place of one that is there."""
    words = QCoreApplication.translate

    def work(progress: Progress, cancelled: Cancelled) -> int:
        from casebook.exchange.grid_files import write_grids

        grid = make(progress, cancelled)
        if not cancelled():
            write_grids([grid], path, replace=True)
        return len(grid.rows)

    def tell(count: int) -> None:
        said = (
            words("export_grid", "1 row is in {path}.")
            if count == 1
            else words("export_grid", "{count} rows are in {path}.")
        )
        folder = QUrl.fromLocalFile(str(path.parent))
        offer = (words("export_grid", "Open the folder"), lambda: QDesktopServices.openUrl(folder))
        workbench.told.emit(said.format(count=f"{count:,}", path=path), offer)

    workbench.run(words("export_grid", "Exporting the list"), work, tell)
