"""Finds out what each chosen case loses for an audience, off the GUI thread; only the latest question is answered."""

from PySide6.QtCore import QObject, Signal

from casebook.domain.errors import CasebookError
from casebook.domain.records import Record, Sensitivity
from casebook.services.publishing import Manuscript, reckoned, with_pseudonyms
from casebook.ui.publish.withheld_panel import Reckoning
from casebook.ui.workbench import Workbench

RECKONED_AT_ONCE = 20
"""Cases whose withheld parts are reckoned beforehand; of more, each is reckoned as it is exported."""


class Reckoner(QObject):
    """Emits `waiting`, then `reckoned` with a reckoning for each case."""

    waiting = Signal()
    reckoned = Signal(object)

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._asked = 0

    def ask(self, case_ids: tuple[str, ...], audience: Sensitivity) -> None:
        """What do these cases lose?"""
        self._asked += 1
        asked, language = self._asked, self._workbench.language
        manuscripts = self._manuscripts(case_ids[:RECKONED_AT_ONCE])
        if not manuscripts:
            self.reckoned.emit(())
            return
        self.waiting.emit()

        def answer(reckonings: tuple[Reckoning, ...]) -> None:
            if asked == self._asked:
                self.reckoned.emit(reckonings)

        self._workbench.run(
            self.tr("Looking at what is withheld"),
            lambda _progress, _cancelled: tuple(_reckoning(one, audience, language) for one in manuscripts),
            answer,
        )

    def _manuscripts(self, case_ids: tuple[str, ...]) -> list[Manuscript]:
        """The cases without their files: whether a picture can be shown is found out when it is made."""
        library = self._workbench.library
        if library is None:
            return []
        try:
            known: tuple[Record, ...] = with_pseudonyms(library)
            return [Manuscript(case=library.cases.load(case_id), known=known) for case_id in case_ids]
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
            return []


def _reckoning(manuscript: Manuscript, audience: Sensitivity, language: str) -> Reckoning:
    try:
        return Reckoning(manuscript.case, reckoned(manuscript, audience, language))
    except CasebookError as error:
        return Reckoning(manuscript.case, None, str(error))
