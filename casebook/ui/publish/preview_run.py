"""Keeps the pages of the preview up to date: asked often, it makes them off the GUI thread, the latest wish only."""

from collections.abc import Mapping

import attrs
from PySide6.QtCore import QObject, QTimer, Signal

from casebook.domain.case import Case
from casebook.domain.errors import CasebookError
from casebook.publishing.look import Look
from casebook.publishing.order import Order, Pages
from casebook.services.house_style import house_look
from casebook.services.publishing import NO_FILES, preview, with_files
from casebook.ui.i18n import translated
from casebook.ui.tasks import Task
from casebook.ui.workbench import Workbench

DEBOUNCE = 20
"""Milliseconds of rest before the pages are made anew: what one paste or one undo changes in several steps is one edit."""


@attrs.frozen(kw_only=True)
class PageWish:
    """Which pages are to be seen: of which cases, and how; what an order says of files is of no account."""

    case_ids: tuple[str, ...]
    order: Order


class PreviewRun(QObject):
    """Emits `made(Pages)` or `refused(sentence)` for the latest wish, and `working(bool)` around it."""

    made = Signal(object)
    refused = Signal(str)
    working = Signal(bool)

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._wish: PageWish | None = None
        self._task: Task | None = None
        self._known: Mapping[str, bytes] = NO_FILES
        self._fulfilled: tuple[PageWish, tuple[Case, ...], Look] | None = None
        self._rest = QTimer(self, singleShot=True, interval=DEBOUNCE)
        self._rest.timeout.connect(self._begin)

    def ask(self, wish: PageWish) -> None:
        """Make these pages soon; what was asked for before is given up."""
        self._wish = wish
        if self._is_outdated(wish):
            self._give_up()
            self._fulfilled = None
        self._rest.start()

    def forget(self) -> None:
        """The pages that were made hold no longer: what they were made from has changed."""
        self._give_up()
        self._fulfilled = None

    def stop(self) -> None:
        """Give up what is asked for and forget what was made."""
        self._rest.stop()
        self._wish = None
        self._known = NO_FILES
        self._fulfilled = None
        self._give_up()
        self.working.emit(False)

    def _is_outdated(self, wish: PageWish) -> bool:
        if self._fulfilled is None:
            return False
        seen, cases, _house = self._fulfilled
        now = self._workbench.case
        return seen != wish or any(now is not None and now.id == case.id and now != case for case in cases)

    def _begin(self) -> None:
        library = self._workbench.library
        if library is None or self._wish is None:
            return
        wish, now = self._wish, self._workbench.case
        try:
            cases = tuple(
                now if now is not None and now.id == case_id else library.cases.load(case_id)
                for case_id in wish.case_ids
            )
            wanted = (wish, cases, house_look(library))
            if wanted == self._fulfilled:
                return
            manuscripts = tuple(with_files(library, case, self._known) for case in cases)
        except CasebookError as error:
            self._give_up()
            self._fulfilled = None
            self._end(None, str(error))
            return
        self._give_up()
        self._known = {digest: data for one in manuscripts for digest, data in one.files.items()}
        self._fulfilled = wanted
        self.working.emit(True)
        task = self._workbench.run(
            self.tr("Laying out the pages"),
            lambda _progress, cancelled: preview(manuscripts, wish.order, cancelled, translated),
            lambda pages: self._end(task, pages),
            lambda sentence: self._end(task, sentence),
        )
        self._task = task

    def _end(self, task: Task | None, result: Pages | str) -> None:
        if task is not self._task:
            return
        self._task = None
        self.working.emit(False)
        if isinstance(result, Pages):
            self.made.emit(result)
        else:
            self.refused.emit(result)

    def _give_up(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
