"""One export under way: several reports at once, each off the GUI thread, until done, cancelled or refused."""

from collections import deque

import attrs
from PySide6.QtCore import QObject, QTimer, Signal

from casebook.domain.errors import CasebookError
from casebook.publishing.order import Order, Published
from casebook.services.batch import at_once
from casebook.services.publishing import Manuscript, cases_of_each, publish_all, take_out
from casebook.services.receipts import Exported, record
from casebook.ui.i18n import translated
from casebook.ui.tasks import Cancelled, Progress, Task
from casebook.ui.workbench import Workbench

STEPS = 1000
"""Progress is told in thousandths."""


@attrs.frozen(kw_only=True)
class Wish:
    """What is to be made of the chosen cases: of each, or one of all."""

    case_ids: tuple[str, ...]
    order: Order


class ExportRun(QObject):
    """Emits `made(title, Published)` and `refused(title, sentence)` for each report, `advanced(share, words)`, `ended`.

    What is made is noted in the library.
    """

    made = Signal(str, object)
    refused = Signal(str, str)
    advanced = Signal(float, str)
    ended = Signal()

    def __init__(self, workbench: Workbench, wish: Wish, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._order = wish.order
        self._library = workbench.library
        reports = cases_of_each(wish.order.template, wish.case_ids)
        self._total = len(reports)
        self._waiting = deque(reports)
        self._running: dict[Task, float] = {}
        self._done = 0
        self._cancelled = self._over = False
        self._unnoted = False

    @property
    def cancelled(self) -> bool:
        """Whether the person stopped it."""
        return self._cancelled

    @property
    def total(self) -> int:
        """How many reports were asked for."""
        return self._total

    def start(self) -> None:
        """Begin with as many reports as there are cores."""
        self._workbench.flush()
        self._go_on()

    def cancel(self) -> None:
        """Stop; what is finished stays, what is half done is not written."""
        self._cancelled = True
        self._waiting.clear()
        for task in tuple(self._running):
            task.cancel()
        if not self._running:
            self._end()

    def _go_on(self) -> None:
        """Take out the next cases, one report at a time, while there are cores to make them on."""
        if self._cancelled or self._workbench.library is not self._library:
            self._waiting.clear()
        if self._waiting and len(self._running) < at_once():
            self._begin(self._waiting.popleft())
            QTimer.singleShot(0, self, self._go_on)
        elif not self._waiting and not self._running:
            self._end()

    def _end(self) -> None:
        if not self._over:
            self._over = True
            self.ended.emit()

    def _begin(self, case_ids: tuple[str, ...]) -> None:
        library = self._library
        if library is None:
            return
        try:
            manuscripts = tuple(take_out(library, case_id) for case_id in case_ids)
        except CasebookError as error:
            self._done += 1
            self.refused.emit(case_ids[0], str(error))
            return
        self._make(manuscripts)

    def _make(self, manuscripts: tuple[Manuscript, ...]) -> None:
        title = manuscripts[0].case.title or self.tr("Untitled case")
        if len(manuscripts) > 1:
            title = self.tr("{} cases").format(len(manuscripts))
        order, cases = self._order, tuple(one.case for one in manuscripts)

        def work(progress: Progress, cancelled: Cancelled) -> Published:
            def tell(share: float, _doing: str) -> None:
                progress(round(share * STEPS), STEPS)

            return publish_all(manuscripts, order, tell, cancelled, translated)[0]

        def done(published: Published) -> None:
            self._note(Exported(cases=cases, order=order, published=published))
            self.made.emit(title, published)

        task = self._workbench.run(
            self.tr("Exporting {}").format(title),
            work,
            done,
            lambda sentence: self.refused.emit(title, sentence),
        )
        self._running[task] = 0.0
        task.progressed.connect(lambda at, of: self._tell(task, at / of, title))
        task.ended.connect(lambda: self._ended(task, title))

    def _ended(self, task: Task, title: str) -> None:
        del self._running[task]
        self._done += 1
        self.advanced.emit(self._share(), title)
        self._go_on()

    def _tell(self, task: Task, share: float, title: str) -> None:
        if task in self._running:
            self._running[task] = share
            self.advanced.emit(self._share(), title)

    def _share(self) -> float:
        return min(1.0, (self._done + sum(self._running.values())) / max(self._total, 1))

    def _note(self, exported: Exported) -> None:
        """The files are good where the library cannot be written; that is said once."""
        if self._library is None or self._workbench.library is not self._library:
            return
        try:
            record(self._library, exported)
        except CasebookError as error:
            if not self._unnoted:
                self._workbench.problem.emit(
                    self.tr("The export is not noted in the library: {}").format(error)
                )
            self._unnoted = True
