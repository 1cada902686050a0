"""Counts facets in a thread of its own, over a connection of its own; the next question stops the one before."""

from collections.abc import Callable
from queue import SimpleQueue
from typing import TYPE_CHECKING

import attrs
from PySide6.QtCore import QObject, QThread, Signal

from casebook.domain.errors import CasebookError
from casebook.services.panels import PANELS, Counted, Panel, Panels, Tick
from casebook.storage.listing import ListQuery

if TYPE_CHECKING:
    from casebook.storage.library import Library

ATTEMPTS = 3


@attrs.frozen(kw_only=True, eq=False)
class Question:
    """What is counted: the query without its ticks, the ticks, and how values are named."""

    query: ListQuery
    ticks: tuple[Tick, ...]
    panels: Panels


class FacetCounter(QThread):
    """Emits `counted(panel key, values)` for each panel, and `finished_counting` when a question was answered whole."""

    counted = Signal(str, object)
    finished_counting = Signal()

    def __init__(self, opening: "Callable[[], Library]", parent: QObject | None = None) -> None:
        """`opening` opens the library once more, for reading, in this thread."""
        super().__init__(parent)
        self._opening = opening
        self._asked: SimpleQueue[Question | None] = SimpleQueue()
        self._library: Library | None = None

    def ask(self, question: Question) -> None:
        """Count for this question next; the one before is dropped where it is."""
        self._asked.put(question)
        self._interrupt()

    def stop(self) -> None:
        """Count no more; returns when the thread has ended and the file is let go."""
        self._asked.put(None)
        self._interrupt()
        self.wait()

    def run(self) -> None:
        """Called by Qt in the thread."""
        try:
            self._library = self._opening()
        except CasebookError:
            return  # what keeps the library from being read is told where the list is shown
        try:
            while (question := self._latest()) is not None:
                self._answer(self._library, question)
                self._library.rest()
        finally:
            library, self._library = self._library, None
            library.close()

    def _latest(self) -> Question | None:
        question = self._asked.get()
        while question is not None and not self._asked.empty():
            question = self._asked.get()
        return question

    def _answer(self, library: "Library", question: Question) -> None:
        for panel in PANELS:
            values = self._values(library, question, panel)
            if values is None or not self._asked.empty():
                return
            self.counted.emit(panel.key, values)
        self.finished_counting.emit()

    def _values(self, library: "Library", question: Question, panel: Panel) -> list[Counted] | None:
        """None when the next question came in between, or the library cannot be read."""
        for _attempt in range(ATTEMPTS):
            try:
                return question.panels.count(library, question.query, question.ticks, panel)
            except CasebookError:
                # What stopped it may have been meant for the question before, which was done already.
                if not self._asked.empty():
                    return None
        return None

    def _interrupt(self) -> None:
        library = self._library
        if library is not None:
            library.interrupt()
