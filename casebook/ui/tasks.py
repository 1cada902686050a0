"""Work off the GUI thread: it gets values only, reports progress, and can be cancelled."""

import logging
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from casebook.domain.errors import CasebookError

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
Work = Callable[[Progress, Cancelled], Any]
"""What a task runs: gets a way to report (done, of) and a way to ask whether it was cancelled."""


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


class Task(QObject):
    """One piece of work under way."""

    done = Signal(object)
    failed = Signal(str)
    progressed = Signal(int, int)
    ended = Signal()

    def __init__(self, work: Work, title: str = "", parent: QObject | None = None) -> None:
        """`title` is what the status bar shows."""
        super().__init__(parent)
        self.title = title
        self.running = False
        self._cancelled = False
        self._job = _Job(work, lambda: self._cancelled)
        self._job.signals.progressed.connect(self._on_progress)
        self._job.signals.finished.connect(self._on_finished)

    def start(self) -> None:
        """Begin in a pool thread."""
        self.running = True
        QThreadPool.globalInstance().start(self._job)

    def cancel(self) -> None:
        """Ask the work to stop; its result, if any, is dropped."""
        self._cancelled = True

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


class TaskBoard(QObject):
    """The tasks that are running now."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Starts empty."""
        super().__init__(parent)
        self.running: list[Task] = []

    def start(self, task: Task) -> Task:
        """Start a task and keep it until it has ended."""
        self.running.append(task)
        task.ended.connect(lambda: self._ended(task))
        task.progressed.connect(self.changed)
        task.start()
        self.changed.emit()
        return task

    def cancel_all(self) -> None:
        """Ask every task to stop, and wait for them: no half-written file is left behind."""
        for task in self.running:
            task.cancel()
        QThreadPool.globalInstance().waitForDone()

    def _ended(self, task: Task) -> None:
        self.running.remove(task)
        self.changed.emit()
        task.deleteLater()
