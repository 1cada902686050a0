"""One export under way: case after case, each off the GUI thread, until done, cancelled or refused."""

from collections import deque
from pathlib import Path

import attrs
from PySide6.QtCore import QObject, QTimer, Signal

from casebook import paths
from casebook.domain.case import Case
from casebook.domain.errors import CasebookError
from casebook.domain.fields import Kind
from casebook.domain.records import Sensitivity
from casebook.publishing.order import Materials, Order, Published
from casebook.ui.i18n import translated
from casebook.ui.tasks import Cancelled, Progress, Task
from casebook.ui.workbench import Workbench

LARGEST_BLOB = 40_000_000
"""Bytes of an attached file that is taken along; a larger one is only named in the report."""
STEPS = 1000
"""Progress is told in thousandths."""


@attrs.frozen(kw_only=True)
class Wish:
    """What is to be made of every chosen case."""

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
        self._waiting = deque(wish.case_ids)
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
        case_id = self._waiting.popleft()
        try:
            case = library.cases.load(case_id)
            materials = self._materials(case)
        except CasebookError as error:
            self.refused.emit(case_id, str(error))
            QTimer.singleShot(0, self, self._next)
            return
        self._run(case, materials)

    def _run(self, case: Case, materials: Materials) -> None:
        title = case.title or self.tr("Untitled case")
        wish = self._wish
        order = Order(
            folder=wish.folder,
            template=wish.template,
            formats=wish.formats,
            audience=wish.audience,
            language=self._workbench.language,
        )

        def work(progress: Progress, cancelled: Cancelled) -> Published:
            from casebook.publishing.report import publish

            def tell(share: float, _words: str) -> None:
                progress(round(share * STEPS), STEPS)

            return publish(case, order, materials, tell, cancelled)

        self._task = self._workbench.run(
            self.tr("Exporting {}").format(title),
            work,
            lambda published: self.made.emit(title, published),
            lambda sentence: self.refused.emit(title, sentence),
        )
        self._task.progressed.connect(lambda at, of: self._tell(title, at / of))
        self._task.ended.connect(self._next)

    def _tell(self, title: str, share: float) -> None:
        total = len(self._wish.case_ids)
        done = total - len(self._waiting) - 1
        self.advanced.emit((done + share) / total, title)

    def _materials(self, case: Case) -> Materials:
        """Values only: the attached files travel as bytes, so that no other thread needs the library."""
        library = self._workbench.library
        blobs: dict[str, bytes] = {}
        for key, section in case.declaration.sections.items():
            for spec in section.fields:
                if spec.kind is not Kind.FILE or library is None:
                    continue
                for record in case.section(key):
                    digest = getattr(record, spec.name)
                    attached = library.attachments
                    if digest and attached.has(digest) and attached.size(digest) <= LARGEST_BLOB:
                        blobs[digest] = attached.read(digest)
        return Materials(
            vocabularies=self._workbench.vocabularies,
            resources=paths.resources(),
            template_folders=(paths.user_templates(), paths.templates()),
            blobs=blobs,
            translate=translated,
        )
