"""All facets beside the list, counted in the background as the question changes."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casebook.services.panels import PANELS, Counted, Tick
from casebook.ui.library.asking import Asking
from casebook.ui.library.facet_counter import FacetCounter, Question
from casebook.ui.library.facet_panel import FacetPanel
from casebook.ui.workbench import Workbench

AFTER = 80
"""Milliseconds of rest after which facets are counted: the list is seen first."""


class FacetPanels(QWidget):
    """Shows what the cases of the question can be told apart by; a tick changes the question."""

    def __init__(self, workbench: Workbench, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._asking = asking
        self._counter: FacetCounter | None = None
        self._timer = QTimer(self, singleShot=True, interval=AFTER)
        self._timer.timeout.connect(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._panels = {panel.key: FacetPanel(panel) for panel in PANELS}
        for key, panel in self._panels.items():
            panel.ticked.connect(lambda value, on, key=key: asking.tick(Tick(key, value), on=on))
            column.addWidget(panel)
        workbench.library_changed.connect(self.stop)
        self.destroyed.connect(self.stop)

    def count_later(self) -> None:
        """Count anew, soon."""
        self._timer.start()

    def stop(self) -> None:
        """Let the library go."""
        self._timer.stop()
        if self._counter is not None:
            self._counter.stop()
            self._counter = None
        for panel in self._panels.values():
            panel.show_values([], frozenset())

    def _count(self) -> None:
        library = self._workbench.library
        if library is None:
            return
        if self._counter is None:
            self._counter = FacetCounter(library.opening_apart(), self)
            self._counter.counted.connect(self._show)
            self._counter.start()
        asking = self._asking
        self._counter.ask(Question(query=asking.base(), ticks=asking.ticks, panels=asking.panels))

    def _show(self, key: str, values: list[Counted]) -> None:
        if self._counter is not None:
            ticked = frozenset(tick.value for tick in self._asking.ticks if tick.panel == key)
            self._panels[key].show_values(values, ticked)
