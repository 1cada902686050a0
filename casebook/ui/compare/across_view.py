"""What every view over many cases does: read them in the background, and anew when something has changed."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from casebook.domain.records import Sensitivity
from casebook.iso_names import country_name
from casebook.services.tallying import Reader
from casebook.ui.tasks import Cancelled, Progress, Task
from casebook.ui.widgets.empty_state import EmptyState
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench

Reading = Callable[[Reader], Any]
"""Work that is given a reader of its own, in another thread; it holds values only."""


class AcrossView(QWidget):
    """Gets cases by `show_cases`; tells by `shown` when what it read is on the screen."""

    shown = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workbench = workbench
        self.audience: Sensitivity | None = None
        self._case_ids: tuple[str, ...] = ()
        self._stale = False
        self._task: Task | None = None
        self._empty = EmptyState()
        self._empty.setObjectName("across-empty")
        self._empty.action.connect(lambda: workbench.workspace_requested.emit("library"))
        self._waiting = with_look(QLabel(self.tr("Reading the cases …")), "muted")
        self._waiting.setMargin(24)
        self._body = QWidget()
        self.column = QVBoxLayout(self._body)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        for page in (self._empty, self._waiting, self._body):
            self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(holder)
        self._say_nothing_chosen()
        workbench.saved.connect(self._on_change)
        workbench.cases_changed.connect(self._on_change)
        workbench.library_changed.connect(self._on_library)

    @property
    def case_ids(self) -> tuple[str, ...]:
        """Ids of the cases it is about, in the order they were chosen."""
        return self._case_ids

    def show_cases(self, case_ids: Sequence[str]) -> None:
        """Be about these cases."""
        self._case_ids = tuple(dict.fromkeys(case_ids))
        self.refresh()

    def show_audience(self, audience: Sensitivity | None) -> None:
        """Show only what an audience may see; None for everything."""
        if audience != self.audience:
            self.audience = audience
            self.refresh()

    def refresh(self) -> None:
        """Read anew, at once if it is in view, else when it comes into view."""
        self._give_up()
        if not self._case_ids or self.workbench.library is None:
            self._stale = False
            self._say_nothing_chosen()
        elif self.isVisible():
            self._begin()
        else:
            self._stale = True

    def read_apart(self, title: str, reading: Reading, done: Callable[[Any], None]) -> Task | None:
        """Run `reading` in another thread on a library opened for it; `done` is told on this one."""
        library = self.workbench.library
        if library is None:
            return None
        opening, audience, language = library.opening_apart(), self.audience, self.workbench.language

        def work(progress: Progress, cancelled: Cancelled) -> Any:
            with opening() as apart:
                return reading(
                    Reader(
                        library=apart,
                        audience=audience,
                        country=lambda code: country_name(code, language),
                        progress=progress,
                        cancelled=cancelled,
                    )
                )

        return self.workbench.run(title, work, done)

    def reading(self) -> Reading:
        """The work that reads what the view shows; to be given by each view."""
        raise NotImplementedError

    def take(self, result: Any) -> None:
        """Show what was read; to be given by each view."""
        raise NotImplementedError

    def say_empty(self, title: str, text: str, action: str = "") -> None:
        """Show words and the one next step instead of a picture."""
        self._empty.show_words(title, text, action)
        self._stack.setCurrentWidget(self._empty)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._begin()

    def _begin(self) -> None:
        self._stale = False
        if self._stack.currentWidget() is self._empty:
            self._stack.setCurrentWidget(self._waiting)
        self._task = self.read_apart(self.tr("Reading the cases"), self.reading(), self._on_read)

    def _on_read(self, result: Any) -> None:
        self._task = None
        self._stack.setCurrentWidget(self._body)
        self.take(result)
        self.shown.emit()

    def _give_up(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _say_nothing_chosen(self) -> None:
        self.say_empty(
            self.tr("No cases chosen"),
            self.tr("Choose cases in the Library and press Compare; here they are seen all at once."),
            self.tr("Go to the library"),
        )

    def _on_change(self, *_about: object) -> None:
        if self._case_ids:
            self.refresh()

    def _on_library(self) -> None:
        self._case_ids = ()
        self.refresh()
