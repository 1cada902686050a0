"""One export under way: case after case, each off the GUI thread, until done, cancelled or refused."""

from collections import deque
from pathlib import Path

import attrs
from PySide6.QtCore import QObject, QTimer, Signal

from casebook.domain.errors import CasebookError
from casebook.domain.records import Sensitivity
from casebook.publishing.order import Order, Published
from casebook.services.publishing import Manuscript, cases_of_each, publish_all, take_out
from casebook.ui.i18n import translated
from casebook.ui.tasks import Cancelled, Progress, Task
from casebook.ui.workbench import Workbench

STEPS = 1000
"""Progress is told in thousandths."""


@attrs.frozen(kw_only=True)
class Wish:
    """What is to be made of the chosen cases: of each, or one of all."""

    case_ids: tuple[str, ...]
    template: str
    formats: tuple[str, ...]
    audience: Sensitivity
    folder: Path


class ExportRun(QObject):
    """Emits `made(title, Published)` and `refused(title, sentence)` for each case, `advanced(share, words)`, `ended`."""

    made = Signal(str, object)
    refused = Signal(str, str)
    advanced = Signal(float, str)
    ended = Signal()

    def __init__(self, workbench: Workbench, wish: Wish, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._wish = wish
        self._reports = cases_of_each(wish.template, wish.case_ids)
        self._waiting = deque(self._reports)
        self._task: Task | None = None
        self._cancelled = False

    def start(self) -> None:
        """Begin with the first case."""
        self._workbench.flush()
        self._next()

    def cancel(self) -> None:
        """Stop; what is finished stays, what is half done is not written."""
        self._cancelled = True
        self._waiting.clear()
        if self._task is not None:
            self._task.cancel()
        else:
            self.ended.emit()

    def _next(self) -> None:
        self._task = None
        library = self._workbench.library
        if not self._waiting or library is None or self._cancelled:
            self.ended.emit()
            return
        case_ids = self._waiting.popleft()
        try:
            manuscripts = tuple(take_out(library, case_id) for case_id in case_ids)
        except CasebookError as error:
            self.refused.emit(case_ids[0], str(error))
            QTimer.singleShot(0, self, self._next)
            return
        self._start_on(manuscripts)

    def _start_on(self, manuscripts: tuple[Manuscript, ...]) -> None:
        title = manuscripts[0].case.title or self.tr("Untitled case")
        if len(manuscripts) > 1:
            title = self.tr("{} cases").format(len(manuscripts))
        wish = self._wish
        order = Order(
            folder=wish.folder,
            template=wish.template,
            formats=wish.formats,
            audience=wish.audience,
            language=self._workbench.language,
        )

        def work(progress: Progress, cancelled: Cancelled) -> Published:
            def tell(share: float, _doing: str) -> None:
                progress(round(share * STEPS), STEPS)

            return publish_all(manuscripts, order, tell, cancelled, translated)[0]

        self._task = self._workbench.run(
            self.tr("Exporting {}").format(title),
            work,
            lambda published: self.made.emit(title, published),
            lambda sentence: self.refused.emit(title, sentence),
        )
        self._task.progressed.connect(lambda at, of: self._tell(title, at / of))
        self._task.ended.connect(self._next)

    def _tell(self, title: str, share: float) -> None:
        total = len(self._reports)
        done = total - len(self._waiting) - 1
        self.advanced.emit((done + share) / total, title)
