"""What the Case menu does with cases that are alike: similar ones, likely duplicates, two made one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

from casebook.ui.frame.case_commands import Chosen
from casebook.ui.workbench import Workbench

Compare = Callable[[tuple[str, ...]], object]
"""Lays some cases side by side."""


class LikenessCommands(QObject):
    """Its dialogs stand beside the window; where one leads to a case, the window goes there."""

    def __init__(self, workbench: Workbench, chosen: Chosen, compare: Compare, window: QWidget) -> None:
        """`window` is the parent of the dialogs."""
        super().__init__(window)
        self._workbench = workbench
        self._chosen = chosen
        self._compare = compare
        self._window = window

    def doers(self) -> dict[str, Callable[[], object]]:
        """What carries out each action, by its key."""
        return {"similar-cases": self.find_similar, "duplicates": self.find_duplicates}

    def find_similar(self) -> None:
        """List the cases that are most like the chosen one."""
        from casebook.ui.likeness.similar_cases import SimilarCases

        library, chosen = self._workbench.library, self._chosen()
        if library is None or len(chosen) != 1:
            return
        self._workbench.flush()
        label = library.traits.labels(chosen).get(chosen[0])
        title = (label.title if label else "") or self.tr("Untitled case")
        dialog = SimilarCases(self._workbench, chosen[0], title, self._window)
        dialog.case_wanted.connect(self._open)
        dialog.compare_wanted.connect(self._compare)
        self._show(dialog)

    def find_duplicates(self) -> None:
        """List the pairs of cases that are likely the same."""
        from casebook.ui.likeness.duplicates_list import DuplicatesList

        if self._workbench.library is None:
            return
        dialog = DuplicatesList(self._workbench, self._window)
        dialog.compare_wanted.connect(self._compare)
        self._show(dialog)

    def _show(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workbench.library_changed.connect(dialog.reject)
        dialog.show()

    def _open(self, case_id: str) -> None:
        if self._workbench.open_case(case_id):
            self._workbench.workspace_requested.emit("write")
