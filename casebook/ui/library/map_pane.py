"""The map and the years above the list: they follow the question, and narrow it."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from casebook.domain.errors import CasebookError
from casebook.domain.wanted import AmongCases
from casebook.ui.library.asking import Asking
from casebook.ui.library.places_and_years import PlacesAndYears
from casebook.ui.workbench import Workbench

DRAWN = "drawn"
AFTER = 150
"""Milliseconds of rest after which the map follows: the list is seen first."""


class MapPane(QWidget):
    """Made when it is first shown; what is drawn on it becomes a chip of the question."""

    def __init__(self, workbench: Workbench, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._asking = asking
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._timer = QTimer(self, singleShot=True, interval=AFTER)
        self._timer.timeout.connect(self._follow)
        self.places = PlacesAndYears(workbench, self)
        self.places.narrowed.connect(self._narrow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.places)
        asking.changed.connect(self._on_question)
        self.follow_later()

    def follow_later(self) -> None:
        """Show what is asked now, soon."""
        self._timer.start()

    def _on_question(self) -> None:
        # The chip of a drawing was taken away: so is the drawing.
        if DRAWN not in self._asking.narrowed and self._drawn:
            self._drawn = False
            self.places.clear()
        self.follow_later()

    _drawn = False

    def _follow(self) -> None:
        library = self._workbench.library
        if library is None or not self.isVisible():
            return
        asking = self._asking
        others = {by for by in asking.narrowed if by != DRAWN}
        if not (asking.text or asking.ticks or others) and asking.list.key == "all":
            self.places.show_found(None)
            return
        try:
            self.places.show_found(library.lookup.ids(library.lookup.listed(asking.query(but=DRAWN))))
        except CasebookError as error:
            self._workbench.problem.emit(str(error))

    def _narrow(self, case_ids: frozenset[str] | None) -> None:
        self._drawn = case_ids is not None
        wanted = AmongCases(case_ids) if case_ids is not None else None
        self._asking.narrow(DRAWN, self.tr("Map and years"), wanted)
