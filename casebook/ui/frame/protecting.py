"""Gives the open library another passphrase, or none: asks, lets go of it, has it written anew, opens it again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from casebook.domain.errors import CasebookError
from casebook.ui.tasks import Cancelled, Progress
from casebook.ui.workbench import Workbench

if TYPE_CHECKING:
    from casebook.storage.library import Library

Enter = Callable[["Library", str], None]
"""Goes on in an open library, given its passphrase."""


@attrs.define
class _Run:
    """One change of passphrase: between which, and what came of it."""

    path: Path
    old: str
    new: str
    case_id: str
    done: bool = False
    problem: str = ""


class Protecting(QObject):
    """The library is open again afterwards, whatever happened, under the passphrase it has then."""

    def __init__(self, workbench: Workbench, enter: Enter, window: QWidget) -> None:
        """`window` is the parent of the dialogs."""
        super().__init__(window)
        self._workbench = workbench
        self._enter = enter
        self._window = window

    def ask(self) -> None:
        """Ask for the passphrase wanted, and give it to the open library."""
        from casebook.storage.backups import Backups
        from casebook.ui.dialogs.protect_dialog import ProtectDialog

        library = self._workbench.library
        if library is None or library.read_only:
            return
        typed: list[str] = []

        def fits(passphrase: str) -> bool:
            typed[:] = [passphrase]
            return library.opens_with(passphrase)

        made = len(Backups(library.path).all())
        dialog = ProtectDialog(library.name, fits if library.encrypted else None, made, self._window)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        case = self._workbench.case
        run = _Run(library.path, typed[0] if typed else "", dialog.passphrase, case.id if case else "")
        if self._workbench.set_library(None):
            self._start(run)

    def _start(self, run: _Run) -> None:
        from casebook.storage.protecting import reprotect

        author = self._workbench.author()

        def work(progress: Progress, cancelled: Cancelled) -> None:
            # What came of it is noted here: a run that was cancelled too late is done all the same.
            try:
                run.done = reprotect(run.path, run.old, run.new, author, progress, cancelled)
            except CasebookError as error:
                run.problem = str(error)

        task = self._workbench.run(
            self.tr("Writing {} anew").format(run.path.stem), work, lambda _result: None
        )
        task.ended.connect(lambda: self._go_on(run))

    def _go_on(self, run: _Run) -> None:
        from casebook.storage.library import Library

        held = self._workbench.library
        if held is not None:
            return  # somebody has opened another library meanwhile
        passphrase = run.new if run.done else run.old
        try:
            library = Library.open(run.path, passphrase=passphrase, author=self._workbench.author())
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
            return
        self._enter(library, passphrase)
        if run.case_id:
            self._workbench.open_case(run.case_id)
        if run.problem:
            self._workbench.problem.emit(run.problem)
        elif run.done:
            self._workbench.told.emit(self._said(run), None)

    def _said(self, run: _Run) -> str:
        if not run.new:
            return self.tr("{} is no longer protected.").format(run.path.stem)
        if not run.old:
            return self.tr("{} is protected now. Backups made before are not.").format(run.path.stem)
        return self.tr(
            "{} has its new passphrase. Backups made before are still under the old passphrase."
        ).format(run.path.stem)
