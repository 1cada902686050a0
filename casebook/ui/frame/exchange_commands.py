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
