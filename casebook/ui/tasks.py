"""Work off the GUI thread: it gets values only, reports progress, and can be cancelled."""

import logging
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal, Slot

from casebook.domain.errors import CasebookError

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
Work = Callable[[Progress, Cancelled], Any]
"""What a task runs: gets a way to report (done, of) and a way to ask whether it was cancelled."""


LEAVING = 1000
"""Milliseconds for which a task that has ended is kept: its thread may still be on its way out of the work, and whoever
lets go of the work last takes apart what it holds, widgets too."""


class _Signals(QObject):
    finished = Signal(object, str)
    progressed = Signal(int, int)


class _Job(QRunnable):
    """Runs the work in a pool thread; only its signals cross threads."""

    def __init__(self, work: Work, cancelled: Cancelled) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self.signals = _Signals()
        self._work = work
        self._cancelled = cancelled

    def run(self) -> None:
        """Called by the pool."""
        try:
            result = self._work(self.signals.progressed.emit, self._cancelled)
        except CasebookError as error:
            self.signals.finished.emit(None, str(error))
        except Exception:
            logging.getLogger(__name__).exception("A task failed unexpectedly")
            self.signals.finished.emit(None, "Something unexpected went wrong; what you wrote is safe.")
        else:
            self.signals.finished.emit(result, "")


class Undertaking(QObject):
    """Something under way that the status bar shows under its title and that can be cancelled."""

    done = Signal(object)
    failed = Signal(str)
    progressed = Signal(int, int)
    ended = Signal()

    def __init__(self, title: str = "", parent: QObject | None = None) -> None:
        """`title` is what the status bar shows."""
        super().__init__(parent)
        self.title = title
        self.running = False
        self._cancelled = False

    def start(self) -> None:
        """Begin."""
        self.running = True

    def cancel(self) -> None:
        """Ask it to stop."""
        self._cancelled = True


class Task(Undertaking):
    """One piece of work off the GUI thread; cancelled, its result is dropped."""

    def __init__(self, work: Work, title: str = "", parent: QObject | None = None) -> None:
        """`title` is what the status bar shows."""
        super().__init__(title, parent)
        self._job = _Job(work, lambda: self._cancelled)
        self._job.signals.progressed.connect(self._on_progress)
        self._job.signals.finished.connect(self._on_finished)

    def start(self) -> None:
        """Begin in a pool thread."""
        super().start()
        QThreadPool.globalInstance().start(self._job)

    @Slot(int, int)
    def _on_progress(self, at: int, of: int) -> None:
        self.progressed.emit(at, of)

    @Slot(object, str)
    def _on_finished(self, result: object, problem: str) -> None:
        self.running = False
        if problem and not self._cancelled:
            self.failed.emit(problem)
        elif not self._cancelled:
            self.done.emit(result)
        self.ended.emit()


class Steps(Undertaking):
    """Work that has to be done in the GUI thread, a step at a time; cancelled, what was done is the result all the same."""

    def __init__(
        self,
        step: Callable[[], bool],
        how_far: Callable[[], tuple[int, int]],
        title: str = "",
        parent: QObject | None = None,
    ) -> None:
        """`step` takes well under 100 ms and says whether there is more to do; `how_far` gives (done, of)."""
        super().__init__(title, parent)
        self._step = step
        self._how_far = how_far
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._take_step)

    def start(self) -> None:
        """Begin when the window is next idle."""
        super().start()
        self._timer.start()

    def cancel(self) -> None:
        """Take no further step."""
        super().cancel()
        if self.running:
            self._end("")

    def _take_step(self) -> None:
        try:
            more = self._step()
        except CasebookError as error:
            self._end(str(error))
            return
        self.progressed.emit(*self._how_far())
        if not more:
            self._end("")

    def _end(self, problem: str) -> None:
        self._timer.stop()
        self.running = False
        if problem:
            self.failed.emit(problem)
        self.done.emit(None)
        self.ended.emit()


T = TypeVar("T", bound=Undertaking)


class TaskBoard(QObject):
    """The tasks that are running now."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Starts empty."""
        super().__init__(parent)
        self.running: list[Undertaking] = []

    def start(self, task: T) -> T:
        """Start a task and keep it until it has ended."""
        self.running.append(task)
        task.ended.connect(lambda: self._ended(task))
        task.progressed.connect(self.changed)
        task.start()
        self.changed.emit()
        return task

    def cancel_all(self) -> None:
        """Ask every task to stop, and wait for them: no half-written file is left behind."""
        for task in tuple(self.running):
            task.cancel()
        QThreadPool.globalInstance().waitForDone()

    def _ended(self, task: Undertaking) -> None:
        self.running.remove(task)
        self.changed.emit()
        QTimer.singleShot(LEAVING, task, task.deleteLater)
