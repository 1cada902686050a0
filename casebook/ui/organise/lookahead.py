"""Plans a change to many cases off the GUI thread, anew with each wish; only the latest plan is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from casebook.services.bulk import Plan, Wish, plan
from casebook.ui.tasks import Cancelled, Progress, Task
from casebook.ui.workbench import Workbench

if TYPE_CHECKING:
    from casebook.storage.library import Library

WAIT = 150
"""Milliseconds after a wish at which it is planned."""
TOLD_EVERY = 20
"""Cases between two looks at whether to go on."""

Cases = Callable[["Library"], Sequence[str]]
"""Finds the ids of the cases; called in another thread, with a library of its own."""


class Lookahead(QObject):
    """Emits `planned` with a Plan, or `failed` with a sentence."""

    planned = Signal(object)
    failed = Signal(str)

    def __init__(self, workbench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._asked: tuple[Cases, Wish] | None = None
        self._task: Task | None = None
        self._soon = QTimer(self, singleShot=True, interval=WAIT)
        self._soon.timeout.connect(self._begin)

    def ask(self, cases: Cases, wish: Wish) -> None:
        """Plan a wish shortly; what was asked before is forgotten."""
        self.stop()
        self._asked = cases, wish
        self._soon.start()

    def stop(self) -> None:
        """Plan nothing any longer."""
        self._soon.stop()
        self._asked = None
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _begin(self) -> None:
        library = self._workbench.library
        if library is None or self._asked is None:
            return
        self._workbench.flush()
        cases, wish = self._asked
        opening, vocabularies = library.opening_apart(), self._workbench.vocabularies

        def work(progress: Progress, cancelled: Cancelled) -> Plan:
            def look(at: int, of: int) -> bool:
                if at % TOLD_EVERY == 0:
                    progress(at, of)
                return not cancelled()

            with opening() as apart:
                return plan(apart, cases(apart), wish, look, vocabularies)

        self._task = self._workbench.run(self.tr("Planning"), work, self._done, self._failed)

    def _done(self, made: Plan) -> None:
        self._task = None
        self.planned.emit(made)

    def _failed(self, sentence: str) -> None:
        self._task = None
        self.failed.emit(sentence)
