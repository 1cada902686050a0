"""What the Case menu does: new, capture, duplicate, Trash and back."""

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from casebook.domain.case import Case
from casebook.domain.errors import CasebookError
from casebook.services.sweeping import STEP, CaseChange, Trashing
from casebook.ui.sweep_step import SweepStep
from casebook.ui.tasks import Steps
from casebook.ui.workbench import Workbench

Chosen = Callable[[], tuple[str, ...]]
"""Asks which cases an action is about."""


class CaseCommands(QObject):
    """Each command is one step with its undo; refusals are told in the message bar."""

    def __init__(self, workbench: Workbench, chosen: Chosen, window: QWidget) -> None:
        """`window` is the parent of the dialogs."""
        super().__init__(window)
        self._workbench = workbench
        self._chosen = chosen
        self._window = window

    def doers(self) -> dict[str, Callable[[], object]]:
        """What carries out each action, by its key."""
        return {
            "new-case": self.new,
            "capture": self.capture,
            "write-case": self.write,
            "duplicate": self.duplicate,
            "trash": self.trash,
            "restore": self.restore,
            "delete": self.delete,
        }

    def new(self) -> None:
        """Start an empty draft and go and write it: the title first."""
        from casebook.services.new_cases import start_case

        library = self._workbench.library
        if library is None:
            return
        case = self._tried(lambda: start_case(library, self._workbench.language))
        if isinstance(case, Case):
            self._workbench.cases_changed.emit()
            self._open(case.id)
            self._workbench.go_to.emit(case.id, "title")

    def capture(self) -> None:
        """Note a case in a minute."""
        from casebook.ui.dialogs.quick_capture_dialog import QuickCaptureDialog

        dialog = QuickCaptureDialog(self._workbench, self._window)
        if dialog.exec() and dialog.captured is not None:
            case = dialog.captured
            self._workbench.cases_changed.emit()
            self._workbench.told.emit(
                self.tr("Captured “{}”.").format(case.title),
                (self.tr("Open"), lambda: self._open(case.id)),
            )
        elif dialog.wanted:
            self._open(dialog.wanted)

    def write(self) -> None:
        """Open the chosen case in Write."""
        for case_id in self._chosen()[:1]:
            self._open(case_id)

    def duplicate(self) -> None:
        """Make a copy of each chosen case: a draft of its own."""
        from casebook.services.new_cases import copy_case

        library = self._workbench.library
        if library is None:
            return
        self._workbench.flush()
        copies = []
        for case_id in self._chosen():
            title = self.tr("{} (copy)").format(self._title(case_id))
            copy = self._tried(partial(copy_case, library, case_id, title))
            copies += [copy] if isinstance(copy, Case) else []
        if copies:
            self._workbench.cases_changed.emit()
            words = (
                self.tr("Duplicated as “{}”.").format(copies[0].title)
                if len(copies) == 1
                else self.tr("{} cases duplicated.").format(len(copies))
            )
            self._workbench.told.emit(words, (self.tr("Open"), lambda: self._open(copies[0].id)))

    def trash(self) -> None:
        """Move the chosen cases to the Trash; Undo brings them back."""
        words = self.tr("“{}” is in the Trash."), self.tr("{} cases are in the Trash.")
        self._sweep(Trashing(), self.tr("Move to Trash"), *words)

    def restore(self) -> None:
        """Take the chosen cases out of the Trash; Undo puts them in again."""
        words = self.tr("“{}” is back."), self.tr("{} cases are back.")
        self._sweep(Trashing(out=True), self.tr("Restore from Trash"), *words)

    def _sweep(self, change: Trashing, text: str, one: str, many: str) -> None:
        """Do something to each chosen case, a few at a time, as one step."""
        chosen = self._chosen()
        if self._workbench.library is None or not chosen:
            return
        alone = self._words(chosen, one, many)
        SweepStep(
            self._workbench,
            [CaseChange(case_id=case_id, change=change) for case_id in chosen],
            text,
            lambda count: alone if len(chosen) == 1 else many.format(count),
        ).start()

    def delete(self) -> None:
        """Remove the chosen cases from the Trash for good: the one thing that is asked about first."""
        chosen = self._chosen()
        question = QMessageBox(self._window)
        question.setIcon(QMessageBox.Icon.NoIcon)
        question.setWindowTitle(self.tr("Delete for good"))
        question.setText(
            self._words(chosen, self.tr("Delete “{}” for good?"), self.tr("Delete {} cases for good?"))
        )
        question.setInformativeText(self.tr("Their history goes too. This cannot be undone."))
        button = question.addButton(self.tr("Delete for good"), QMessageBox.ButtonRole.DestructiveRole)
        question.setDefaultButton(question.addButton(QMessageBox.StandardButton.Cancel))
        question.exec()
        if question.clickedButton() is button:
            self._delete_each(chosen)

    def _open(self, case_id: str) -> None:
        if self._workbench.open_case(case_id):
            self._workbench.workspace_requested.emit("write")

    def _delete_each(self, case_ids: tuple[str, ...]) -> None:
        """Delete for good, a few at a time; stopped, the rest stays in the Trash."""
        library, waiting = self._workbench.library, list(case_ids)[::-1]
        if library is None:
            return

        def step() -> bool:
            begun = time.monotonic()
            while waiting and library is self._workbench.library and time.monotonic() - begun < STEP:
                library.cases.delete(waiting.pop())
            return bool(waiting) and library is self._workbench.library

        def how_far() -> tuple[int, int]:
            return len(case_ids) - len(waiting), len(case_ids)

        steps = Steps(step, how_far, self.tr("Deleting for good"), self._workbench)
        steps.failed.connect(self._workbench.problem)
        steps.done.connect(lambda _none: self._workbench.cases_changed.emit())
        self._workbench.tasks.start(steps)

    def _words(self, chosen: tuple[str, ...], one: str, many: str) -> str:
        return one.format(self._title(chosen[0])) if len(chosen) == 1 else many.format(len(chosen))

    def _title(self, case_id: str) -> str:
        library = self._workbench.library
        case = self._tried(lambda: library.cases.load(case_id)) if library is not None else None
        return (case.title if isinstance(case, Case) else "") or self.tr("Untitled case")

    def _tried(self, step: Callable[[], object]) -> object:
        """The result of a step; None, with the problem told, when it was refused."""
        try:
            return step()
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
            return None
