"""The map above the strip of years, both showing what the search found, each narrowing the other."""

from collections.abc import Callable, Collection

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casebook.services.found_cases import FoundCases, read_found_cases
from casebook.ui.library.case_map import CaseMap
from casebook.ui.library.time_strip import TimeStrip
from casebook.ui.tasks import Cancelled, Progress, Task
from casebook.ui.workbench import Workbench


class PlacesAndYears(QWidget):
    """Reads off the GUI thread, and only while it is seen."""

    narrowed = Signal(object)
    """A frozenset of the ids that drawing and years leave of what was found; None when they leave all."""
    years_chosen = Signal(int, int)
    years_cleared = Signal()
    case_chosen = Signal(str)
    case_opened = Signal(str)
    shown = Signal()
    """What was found last stands on the map and in the strip."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._found: FoundCases | None = None
        self._wanted: tuple[Collection[str] | None] | None = None
        self._task: Task | None = None
        self._told: frozenset[str] | None = None
        self.map = CaseMap(workbench.language)
        self.strip = TimeStrip()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.map, 1)
        column.addWidget(self.strip)
        self.map.drawn.connect(lambda _ids: self._on_drawing())
        self.map.cleared.connect(self._on_drawing)
        self.map.case_chosen.connect(self.case_chosen)
        self.map.case_opened.connect(self.case_opened)
        self.strip.years_chosen.connect(self._on_years)
        self.strip.cleared.connect(self._on_all_years)
        workbench.library_changed.connect(self._start_over)

    def show_found(self, case_ids: Collection[str] | None) -> None:
        """Show these cases, or all that are not in the Trash; a reading that is still under way is given up."""
        self._wanted = (case_ids,)
        if self.isVisible():
            self._read()

    def clear(self) -> None:
        """Take away what is drawn, and look at all years."""
        self.map.clear_drawing()
        self.strip.clear()

    def mark_case(self, case_id: str) -> None:
        """Put a ring round the case that is chosen in the list; none for the empty id."""
        self.map.mark_case(case_id)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._wanted is not None:
            self._read()

    def _read(self) -> None:
        self._give_up()
        wanted, self._wanted, library = self._wanted, None, self._workbench.library
        if wanted is None or library is None:
            return
        opening, language = library.opening_apart(), self._workbench.language

        def work(_progress: Progress, cancelled: Cancelled) -> FoundCases | None:
            with opening() as apart:
                return read_found_cases(apart, wanted[0], language, cancelled)

        self._task = self._workbench.run(self.tr("Putting cases on the map"), work, self._show)
        self._task.ended.connect(self._forget(self._task))

    def _forget(self, task: Task) -> Callable[[], None]:
        def ended() -> None:
            if self._task is task:
                self._task = None

        return ended

    def _give_up(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _start_over(self) -> None:
        """Another library: nothing of the one before stays."""
        self._give_up()
        self._found = self._wanted = None
        self.clear()
        self.map.show_points(())
        self.strip.show_years({})

    def _show(self, found: FoundCases | None) -> None:
        if found is None:
            return
        self._found = found
        self.map.show_contents(found.map)
        self._show_years()
        self._show_active()
        self._tell()
        self.shown.emit()

    def _on_drawing(self) -> None:
        self._show_years()
        self._tell()

    def _on_years(self, first: int, last: int) -> None:
        self._show_active()
        self.years_chosen.emit(first, last)
        self._tell()

    def _on_all_years(self) -> None:
        self._show_active()
        self.years_cleared.emit()
        self._tell()

    def _show_years(self) -> None:
        if self._found is not None:
            years = self._found.years(self.map.picked)
            self.strip.show_years(years.counts, before=years.before, after=years.after)

    def _show_active(self) -> None:
        self.map.show_only(self._active)

    @property
    def _active(self) -> frozenset[str] | None:
        """The cases of the chosen years."""
        chosen = self.strip.chosen
        return self._found.active(*chosen) if self._found is not None and chosen is not None else None

    def _tell(self) -> None:
        picked, active = self.map.picked, self._active
        left = active if picked is None else picked if active is None else picked & active
        if left != self._told:
            self._told = left
            self.narrowed.emit(left)
