"""A change to many cases as one step: made a few at a time, told, taken back and made again as one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand

from casebook.domain.errors import CasebookError, ChangeError
from casebook.services.sweeping import CaseChange, Collecting, Sweep, Trashing
from casebook.ui.i18n import translated
from casebook.ui.tasks import Steps
from casebook.ui.workbench import Workbench

Told = Callable[[int], str]
"""Says what was done to so many cases."""


class SweepStep(QObject):
    """Lives until another library is opened; emits `ended` whenever the cases are as it wants them.

    What fits into one step of work is done at once, more in steps that the status bar shows and can stop. What was done
    by then stays, is told, and can be taken back. A case that is open is changed in its editor, or closed before it
    goes into the Trash.
    """

    ended = Signal()

    def __init__(self, workbench: Workbench, changes: Iterable[CaseChange], text: str, told: Told) -> None:
        """`text` stands in the Edit menu behind "Undo" and in the status bar."""
        super().__init__(workbench)
        self._workbench = workbench
        self._library = workbench.library
        self._next: Sequence[CaseChange] = tuple(changes)
        self._left: Sequence[CaseChange] = ()
        self._text, self._told = text, told
        self._wanted, self._made, self._running, self._first = True, False, False, True
        self._command: SweepCommand | None = None
        workbench.library_changed.connect(self._leave)

    def start(self) -> None:
        """Make the changes."""
        if self._library is not None:
            self._run()

    def turn(self, wanted: bool) -> None:
        """Make them again, or take them back; once what is under way has ended, and not twice."""
        if wanted is not self._wanted:
            self._wanted = wanted
            if not self._running:
                self._run()

    def take_back(self) -> None:
        """Undo, as the notice offers it: in the order of the Edit menu where it is the last step there."""
        stack = self._workbench.undo_stack
        if self._command is not None and stack.command(stack.index() - 1) is self._command:
            self._workbench.undo()
        else:
            self.turn(False)

    def _leave(self) -> None:
        """Another library is open: what is under way ends by itself at its next step."""
        if not self._running:
            self.deleteLater()

    def _run(self) -> None:
        library = self._library
        if library is None:
            return
        self._running = True
        sweep = Sweep(library, self._next, in_editor=self._in_editor)
        try:
            more = self._step(sweep)
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
            more = False
        if not more:
            self._finish(sweep)
            return
        steps = Steps(lambda: self._step(sweep), lambda: (sweep.done, sweep.total), self._text, self)
        steps.failed.connect(self._workbench.problem)
        steps.done.connect(lambda _none: self._finish(sweep))
        self._workbench.tasks.start(steps)

    def _step(self, sweep: Sweep) -> bool:
        if self._workbench.library is not self._library:
            return False
        return sweep.step()

    def _in_editor(self, wanted: CaseChange) -> bool:
        """Make a change in the editor of the open case; a case that goes into the Trash is closed instead."""
        case = self._workbench.case
        if case is None or case.id != wanted.case_id or isinstance(wanted.change, Collecting):
            return False
        if isinstance(wanted.change, Trashing):
            if not self._workbench.close_case():
                raise ChangeError(
                    self.tr("What was typed last could not be saved yet, so it stays as it is.")
                )
            return False
        self._workbench.flush()
        self._workbench.make(wanted.change)
        return True

    def _finish(self, sweep: Sweep) -> None:
        first, self._first = self._first, False
        waiting, self._next = self._next, sweep.undoing()
        if self._left:
            self._next = (*self._next, *self._left)
        # What was to be taken back and was not, because somebody stopped it, is taken back the next time.
        self._left = () if first else waiting[sweep.done :]
        self._running, self._made = False, not self._made
        if self._workbench.library is not self._library:
            self.deleteLater()
            return
        if sweep.made and first:
            self._command = SweepCommand(self, self._text)
            self._workbench.undo_stack.push(self._command)
        self._workbench.cases_changed.emit()
        self._tell(sweep, first=first)
        if self._wanted is not self._made:
            self._run()
        else:
            self.ended.emit()

    def _tell(self, sweep: Sweep, *, first: bool) -> None:
        said = [self._told(len({change.case_id for change in sweep.made}))] if first and sweep.made else []
        if sweep.done < sweep.total:
            said.append(self.tr("Stopped; the rest stays as it was."))
        if sweep.refused:
            reasons = dict.fromkeys(translated(refusal.reason) for refusal in sweep.refused)
            words = (
                self.tr("1 was refused: {why}")
                if len(sweep.refused) == 1
                else self.tr("{n} were refused: {why}")
            )
            said.append(words.format(n=len(sweep.refused), why=" ".join(reasons)))
        if not sweep.made and sweep.refused:
            self._workbench.problem.emit(" ".join(said))
        elif said:
            self._workbench.told.emit(" ".join(said), self.take_back if first else None)


class SweepCommand(QUndoCommand):
    """The step on the undo stack; it was made by the time it is put there."""

    def __init__(self, step: SweepStep, text: str) -> None:
        super().__init__(text)
        self._step = step
        self._fresh = True

    def redo(self) -> None:
        """Make the changes again."""
        if self._fresh:
            self._fresh = False
        else:
            self._turn(True)

    def undo(self) -> None:
        """Take them back."""
        self._turn(False)

    def _turn(self, wanted: bool) -> None:
        # Not within the undo stack's own step: a case may have to be closed for it, which clears the stack.
        step = self._step
        QTimer.singleShot(0, step, lambda: step.turn(wanted))
