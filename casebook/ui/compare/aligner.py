"""Loads cases and lays them side by side off the GUI thread; only the latest wish is answered."""

from collections.abc import Callable, Mapping
from contextlib import suppress

import attrs
from PySide6.QtCore import QObject, QTimer, Signal

from casebook.domain.case import Case
from casebook.domain.comparison import Comparison
from casebook.domain.errors import CasebookError
from casebook.domain.synthesis import Synthesis, fingerprints
from casebook.services.comparing import compare
from casebook.services.comparisons import audience_of, versions
from casebook.storage.history import utc_now
from casebook.ui.workbench import Workbench


@attrs.frozen(kw_only=True)
class Drawn:
    """The cases a comparison was made from, with the moment and the latest change of each."""

    cases: Mapping[str, Case] = attrs.field(factory=dict)
    on: Mapping[str, tuple[str, str]] = attrs.field(factory=dict)
    at: str = ""


class Aligner(QObject):
    """Emits `aligned` with a comparison and then `marked` with the fingerprints of its rows, or `refused`."""

    loaded = Signal()
    """The cases are there, in `drawn`; they are laid side by side next."""
    aligned = Signal(object)
    marked = Signal(object)
    refused = Signal(str)

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._asked = 0
        self.busy = False
        """Whether the cases are still being laid side by side."""
        self.drawn = Drawn()

    def drop(self) -> None:
        """Nothing is wished for any more."""
        self._asked += 1
        self.busy, self.drawn = False, Drawn()

    def fetch(self, synthesis: Callable[[], Synthesis]) -> None:
        """Load the cases of a comparison one by one, so that the window goes on, then align them."""
        library = self._workbench.library
        if library is None:
            return
        self.drop()
        self.busy = True
        ids = [case.id for case in synthesis().cases]
        drawn = Drawn(on=versions(library, ids), at=utc_now())
        self._load_next(self._asked, drawn, ids, synthesis)

    def _load_next(
        self, asked: int, drawn: Drawn, waiting: list[str], synthesis: Callable[[], Synthesis]
    ) -> None:
        library = self._workbench.library
        if asked != self._asked or library is None:
            return
        if waiting:
            case_id, cases = waiting[0], dict(drawn.cases)
            with suppress(CasebookError):  # whoever asked sees which are not there
                cases[case_id] = library.cases.load(case_id)
            more = attrs.evolve(drawn, cases=cases)
            QTimer.singleShot(0, self, lambda: self._load_next(asked, more, waiting[1:], synthesis))
            return
        self.drawn = drawn
        self.loaded.emit()
        self.align(synthesis())

    def align(self, synthesis: Synthesis) -> None:
        """Lay the cases that are loaded side by side, as this comparison has it."""
        self._asked += 1
        asked, wording, audience = self._asked, self._workbench.wording, audience_of(synthesis)
        cases = [self.drawn.cases[case.id] for case in synthesis.cases if case.id in self.drawn.cases]
        if not cases:
            self.busy = False
            self.refused.emit(self.tr("None of the cases of this comparison is in the library any more."))
            return
        self.busy = True

        def show(made: Comparison) -> None:
            if asked == self._asked:
                self.busy = False
                self.aligned.emit(made)
                self._mark(made)

        def refuse(sentence: str) -> None:
            if asked == self._asked:
                self.busy = False
                self.refused.emit(sentence)

        self._workbench.run(
            self.tr("Laying cases side by side"),
            lambda _progress, _cancelled: compare(cases, wording, audience, synthesis.decisions),
            show,
            refuse,
        )

    def _mark(self, made: Comparison) -> None:
        asked = self._asked

        def tell(marks: dict[str, str]) -> None:
            if asked == self._asked:
                self.marked.emit(marks)

        title = self.tr("Looking at what has changed")
        self._workbench.run(title, lambda _progress, _cancelled: fingerprints(made), tell)
