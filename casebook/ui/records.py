"""The shared records of the open library, as `Workbench.records`: every change to them is a step that can be undone."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING, Protocol

import attrs
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand

from casebook.domain.changes import Aspect
from casebook.domain.errors import CasebookError
from casebook.domain.fields import field_specs
from casebook.domain.record_changes import settings_between
from casebook.services.editing import TYPED
from casebook.services.registry import RegistryStep, RegistrySweep
from casebook.ui.tasks import Steps

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QUndoStack

    from casebook.storage.library import Library
    from casebook.ui.tasks import TaskBoard

PAUSE = 2.0
"""Seconds without a key after which typing starts a new undo step."""
WRITING = 2
"""Qt merges only commands with the same id."""


class Desk(Protocol):
    """What the workbench gives to its records."""

    library: Library | None
    undo_stack: QUndoStack
    tasks: TaskBoard

    @property
    def unsaved(self) -> bool: ...
    @property
    def library_changed(self) -> SignalInstance: ...
    @property
    def cases_changed(self) -> SignalInstance: ...
    @property
    def told(self) -> SignalInstance: ...
    @property
    def problem(self) -> SignalInstance: ...

    def flush(self) -> None: ...
    def undo(self) -> None: ...
    def renew_case(self) -> None: ...


class Records(QObject):
    """Emits `changed` with the ids of the records that are otherwise than before; one step is made at a time."""

    changed = Signal(object)
    ended = Signal()
    """A step that went through many cases is over."""

    def __init__(self, workbench: Desk, parent: QObject) -> None:
        """Made by the workbench, which is both."""
        super().__init__(parent)
        self._workbench = workbench
        self._waiting: list[Callable[[], None]] = []
        self._tokens = count(1)
        self._made: dict[int, RegistryStep] = {}
        self.busy = False
        """Whether a step is going through the cases now."""
        workbench.library_changed.connect(self._forget)

    def do(self, step: RegistryStep, text: str, said: str = "") -> None:
        """Make a step called `text` in the Edit menu; `said` tells it to the person, who may take it back there."""
        self._workbench.flush()
        if self._workbench.unsaved:
            self._workbench.problem.emit(
                self.tr("What was typed last could not be saved yet, so nothing was changed.")
            )
            return
        command = _RegistryCommand(self, step, text, next(self._tokens))
        command.said = said
        self._workbench.undo_stack.push(command)

    def make(self, step: RegistryStep, then: Callable[[RegistryStep], None], said: tuple[str, int]) -> bool:
        """Make a step; `then` gets what was made of it. False, with the reason told, when it could not be.

        One that goes through cases is made in pieces between which the window lives on, and is true at once.
        """
        # What a case still holds back would keep it from taking in what is changed here.
        self._workbench.flush()
        library = self._workbench.library
        if library is None or library.read_only:
            self._workbench.problem.emit(
                self.tr("This library is open for reading only; nothing was changed.")
            )
            return False
        if not step.cases:
            sweep = RegistrySweep(library, step)
            try:
                sweep.run()
            except CasebookError as error:
                self._workbench.problem.emit(str(error))
                return False
            self._tell(sweep, step, then, said)
            return True
        self._waiting.append(lambda: self._begin(step, then, said))
        self._next()
        return True

    def _next(self) -> None:
        if self._waiting and not self.busy:
            self._waiting.pop(0)()

    def _begin(self, step: RegistryStep, then: Callable[[RegistryStep], None], said: tuple[str, int]) -> None:
        library = self._workbench.library
        if library is None:
            return
        self.busy = True
        sweep = RegistrySweep(library, step)

        def piece() -> bool:
            if library is not self._workbench.library:
                return False
            # What is typed meanwhile into the open case goes first, so that no change meets an older one.
            self._workbench.flush()
            before = len(sweep.changed_cases)
            more = sweep.step()
            if len(sweep.changed_cases) != before or not more:
                self._workbench.renew_case()
            return more

        def over() -> None:
            self.busy = False
            if library is self._workbench.library:
                self._tell(sweep, step, then, said)
            self.ended.emit()
            self._next()

        task = Steps(piece, lambda: (sweep.done, sweep.total), said[0] or self.tr("Changing records"), self)
        task.done.connect(lambda _nothing: over())
        task.failed.connect(self._workbench.problem)
        self._workbench.tasks.start(task)

    def _tell(
        self,
        sweep: RegistrySweep,
        step: RegistryStep,
        then: Callable[[RegistryStep], None],
        said: tuple[str, int],
    ) -> None:
        made = sweep.made()
        then(made)
        words, token = said
        self._made = {token: made}
        self._workbench.renew_case()
        self.changed.emit(step.record_ids)
        self._workbench.cases_changed.emit()
        if sweep.refused:
            self._workbench.problem.emit(self._refusals(sweep))
        elif words and sweep.done == sweep.total:
            self._workbench.told.emit(words, lambda: self._take_back(token))
        elif words:
            stopped = self.tr("Stopped after {done} of {all} cases.").format(done=sweep.done, all=sweep.total)
            self._workbench.told.emit(stopped, lambda: self._take_back(token))

    def _refusals(self, sweep: RegistrySweep) -> str:
        reasons = dict.fromkeys(refusal.reason for refusal in sweep.refused)
        words = self.tr("{count} of {all} cases stayed as they were: {reasons}").format(
            count=len(sweep.refused), all=sweep.total, reasons=" ".join(list(reasons)[:3])
        )
        left = self.tr("What they still use was not moved to the Trash.") if sweep.left else ""
        return f"{words} {left}".strip()

    def _take_back(self, token: int) -> None:
        """Undo a step that was just told, even when others were made since."""
        stack = self._workbench.undo_stack
        top = stack.command(stack.index() - 1) if stack.index() else None
        if isinstance(top, _RegistryCommand) and top.token == token:
            self._workbench.undo()
        elif token in self._made:
            self.do(self._made[token].inverse(), self.tr("Take back"))

    def _forget(self) -> None:
        self._waiting.clear()
        self._made.clear()


class _RegistryCommand(QUndoCommand):
    """Holds a step, or what could be made of it."""

    def __init__(self, records: Records, step: RegistryStep, text: str, token: int) -> None:
        super().__init__(text)
        self._records, self._step = records, step
        self._at = time.monotonic()
        self.token = token
        self.said = ""

    def redo(self) -> None:
        """Make the step."""
        said, self.said = self.said, ""  # what is done again is not told again
        self.setObsolete(not self._records.make(self._step, self._keep, (said, self.token)))

    def undo(self) -> None:
        """Make what was made undone."""
        back = self._step.inverse()
        self.setObsolete(not self._records.make(back, self._keep_back, ("", 0)))

    def id(self) -> int:
        """Writing in one field may merge; nothing else does."""
        return WRITING if written_in(self._step) else -1

    def mergeWith(self, later: QUndoCommand) -> bool:
        """Take in what is written next, if it follows within PAUSE and goes on in the same field."""
        if not isinstance(later, _RegistryCommand) or later.isObsolete() or later._at - self._at > PAUSE:
            return False
        (before,), (after,) = self._step.first, later._step.first
        if written_in(self._step) != written_in(later._step) or before.after != after.before:
            return False
        self._step = attrs.evolve(self._step, first=(attrs.evolve(before, after=after.after),))
        self._at, self.token = later._at, later.token
        return True

    def _keep(self, made: RegistryStep) -> None:
        self._step = made

    def _keep_back(self, undone: RegistryStep) -> None:
        self._step = undone.inverse()


def written_in(step: RegistryStep) -> tuple[str, str] | None:
    """The one field of one record that a step writes text into; None when it does something else."""
    if len(step.first) != 1 or step.cases or step.between or step.last:
        return None
    before, after = step.first[0].before, step.first[0].after
    changes = settings_between(before, after) if before is not None and after is not None else ()
    if before is None or len(changes) != 1 or changes[0].aspect is not Aspect.VALUE:
        return None
    kinds = {spec.name: spec.kind for spec in field_specs(type(before))}
    return (before.id, changes[0].field) if kinds.get(changes[0].field) in TYPED else None
