"""Above the list: asks for what is typed, offers what may be typed, shows what is asked as chips, keeps it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from casebook.domain.errors import CasebookError
from casebook.services.searches import SavedSearch
from casebook.ui.i18n import translated
from casebook.ui.library.asking import Asking
from casebook.ui.library.filter_bar import FilterBar
from casebook.ui.workbench import Workbench

if TYPE_CHECKING:
    from casebook.services.completing import Completing, Suggestion

PAUSE = 120
"""Milliseconds of rest after a keystroke before the question is asked anew."""


class SearchBar(FilterBar):
    """Emits `left` when one goes on to the cases, and `kept` with a SavedSearch that is to be kept."""

    left = Signal()
    kept = Signal(object)

    def __init__(self, workbench: Workbench, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._asking = asking
        self._completing: Completing | None = None
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(lambda: asking.ask(self.words))
        self.field.suggest = self._suggestions
        self.field.textChanged.connect(lambda _text: self._timer.start())
        self.field.returnPressed.connect(self._go_on)
        escape = QShortcut(Qt.Key.Key_Escape, self.field, context=Qt.ShortcutContext.WidgetShortcut)
        escape.activated.connect(self._leave)
        self.chip_removed.connect(self._remove_chip)
        self.save.clicked.connect(self._keep)

    def start_over(self) -> None:
        """Nothing is asked of another library."""
        self._completing = None
        self.put("")

    def put(self, text: str) -> None:
        """Let these words stand in the field; they are asked already."""
        self.field.setText(text)
        self._timer.stop()

    def clear(self) -> None:
        """Ask for nothing but the list."""
        self.put("")
        self._asking.clear()

    def show_question(self) -> None:
        """Show what is asked, wherever it was changed."""
        if not self._timer.isActive() and self.words != self._asking.text:
            self.put(self._asking.text)
        self.show_chips(self._labels())
        self.show_notes(self._asking.understood().notes)

    def show_count(self, count: int) -> None:
        """Say how many cases were found."""
        asking = self._asking
        may_save = not asking.list.query.trashed and not self._workbench.read_only and not asking.narrowed
        self.show_found(count, narrowed=asking.narrows, may_save=may_save)

    def _go_on(self) -> None:
        """What was typed last is asked at once."""
        self._timer.stop()
        self._asking.ask(self.words)
        self.left.emit()

    def _leave(self) -> None:
        self.clear()
        self.left.emit()

    def _labels(self) -> list[str]:
        """What is asked beside the words: ticks in the order they were made, then what narrows."""
        library, asking = self._workbench.library, self._asking
        if library is None:
            return []
        labels = [asking.panels.label(library, tick) for tick in asking.ticks]
        return labels + [label for label, _wanted in asking.narrowed.values()]

    def _remove_chip(self, place: int) -> None:
        ticks = self._asking.ticks
        if place < len(ticks):
            self._asking.tick(ticks[place], on=False)
        else:
            by = list(self._asking.narrowed)[place - len(ticks)]
            self._asking.narrow(by, "", None)

    def _keep(self) -> None:
        """Keep what is asked now; its name are its words and ticks, and the list where it is not all cases."""
        asking, shown = self._asking, self._asking.list
        parts = [self.words, *self._labels()[: len(asking.ticks)]]
        parts += [translated(shown.title)] if shown.key != "all" else []
        self.kept.emit(
            SavedSearch(
                name=" · ".join(part for part in parts if part),
                text=" ".join(part for part in (shown.words, self.words) if part),
                statuses=shown.query.statuses,
                mine=shown.mine,
                ticks=asking.ticks,
            )
        )

    def _suggestions(self, text: str, cursor: int, asked: bool) -> Sequence[Suggestion]:
        library = self._workbench.library
        if library is None:
            return ()
        try:
            if self._completing is None:
                from casebook.services.completing import Completing

                self._completing = Completing(library, self._workbench.wording)
            return self._completing.suggestions(text, cursor, asked=asked)
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
            return ()
