"""What brings cases in and takes them out: import, export as JSON, back up."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from casebook.domain.errors import CasebookError
from casebook.ui.frame.case_commands import Chosen
from casebook.ui.workbench import Workbench


class ExchangeCommands(QObject):
    """Files are read and written off the GUI thread; the library is written in it."""

    def __init__(self, workbench: Workbench, chosen: Chosen, window: QWidget) -> None:
        """`window` is the parent of the dialogs."""
        super().__init__(window)
        self._workbench = workbench
        self._chosen = chosen
        self._window = window

    def doers(self) -> dict[str, Callable[[], object]]:
        """What carries out each action, by its key."""
        return {"import": self.import_cases, "export": self.export_cases, "back-up": self.back_up}

    def import_cases(self) -> None:
        """Ask for files of cases and bring them in."""

    def import_files(self, files: Sequence[Path]) -> None:
        """Bring in the cases of some files."""

    def export_cases(self) -> None:
        """Write the chosen cases as canonical JSON into a folder."""

    def back_up(self) -> None:
        """Write a checked copy of the library to a file of the person's choice."""
        library = self._workbench.library
        if library is None:
            return
        start = library.path.with_name(self.tr("{} (copy)").format(library.name) + library.path.suffix)
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Back up library"), str(start))
        if not name:
            return
        self._workbench.flush()
        try:
            library.backup_to(Path(name), replace=True)
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
            return
        self._workbench.told.emit(self.tr("The library was copied to {}.").format(name), None)
