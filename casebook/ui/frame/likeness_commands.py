"""What the Case menu does with cases that are alike: similar ones, likely duplicates, two made one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

from casebook.domain.errors import CasebookError
from casebook.domain.merge_rows import Choice, MergePlan
from casebook.ui.frame.case_commands import Chosen
from casebook.ui.workbench import Workbench

if TYPE_CHECKING:
    from casebook.services.merging import Merge
    from casebook.storage.library import Library

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
        return {
            "similar-cases": self.find_similar,
            "duplicates": self.find_duplicates,
            "merge-cases": lambda: self.merge(self._chosen()),
        }

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
        dialog.merge_wanted.connect(self.merge)
        self._show(dialog)

    def merge(self, case_ids: tuple[str, ...]) -> None:
        """Lay two cases side by side and make them one as the person decides."""
        from casebook.ui.likeness.merge_dialog import MergeCasesDialog

        library = self._workbench.library
        if library is None or len(case_ids) != 2:
            return
        self._workbench.flush()
        try:
            kept, other = (library.cases.load(case_id) for case_id in case_ids)
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
            return
        dialog = MergeCasesDialog(self._workbench, (kept, other), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.merge_wanted.connect(self._make_one)
        dialog.open()

    def _make_one(self, plan: MergePlan, choices: Mapping[str, Choice]) -> None:
        from casebook.services.merging import merge

        def step(library: Library) -> None:
            done = merge(library, plan, choices, self._workbench.wording)
            title = done.after.title or self.tr("Untitled case")
            self._workbench.told.emit(
                self.tr("“{}” has taken in {}, which is in the Trash.").format(title, plan.name),
                lambda: self._take_back(done),
            )

        self._while_closed({plan.kept.id, plan.other.id}, step)

    def _take_back(self, done: Merge) -> None:
        from casebook.services.merging import take_back

        self._while_closed({done.after.id, done.other_id}, lambda library: take_back(library, done))

    def _while_closed(self, case_ids: set[str], step: Callable[[Library], None]) -> None:
        """Do something to cases with none of them open in Write; the one that was is opened again, if it is there."""
        held = self._workbench.case
        was_open = held.id if held is not None and held.id in case_ids else ""
        library = self._workbench.library
        if library is None or (was_open and not self._workbench.close_case()):
            return
        try:
            step(library)
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
        self._workbench.cases_changed.emit()
        if was_open and was_open not in library.cases.trashed_ids():
            self._workbench.open_case(was_open)

    def _show(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workbench.library_changed.connect(dialog.reject)
        dialog.show()

    def _open(self, case_id: str) -> None:
        if self._workbench.open_case(case_id):
            self._workbench.workspace_requested.emit("write")
