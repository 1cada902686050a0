"""Decides which panes of Write are seen: what is wanted, as far as the window has room for it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

BESIDE_NEEDS = 150
"""Average characters of width below which there is no room for all: the guidance gives way to the page, and the
outline to the results of a search."""

ENTRIES_NEED = 110
"""Average characters of width below which the cards give way to the results of a search too."""


class PaneRoom(QObject):
    """Emits `aside_shown` with whether the guidance is seen now."""

    aside_shown = Signal(bool)

    def __init__(self, outline: QWidget, entries: QWidget, aside: QWidget, finding: QWidget) -> None:
        """`finding` is shown in the place of `aside` while something is looked for."""
        super().__init__(aside)
        self._outline, self._entries = outline, entries
        self._aside, self._finding = aside, finding
        self._aside_wanted, self._entries_wanted, self._finding_wanted = True, False, False
        self._width = BESIDE_NEEDS * aside.fontMetrics().averageCharWidth()
        finding.hide()

    def show_aside(self, wanted: bool) -> None:
        """The person wants the guidance, whatever the room, or wants it no longer."""
        self._aside_wanted = wanted
        self._finding_wanted = self._finding_wanted and not wanted
        self._fit()
        self._aside.setVisible(wanted)
        self._tell()

    def show_entries(self, wanted: bool) -> None:
        """What is shown has entries, or has none."""
        self._entries_wanted = wanted
        self._entries.setVisible(wanted and not self._tight(ENTRIES_NEED))

    def show_finding(self, wanted: bool) -> None:
        """Something is looked for, or nothing any more."""
        self._finding_wanted = wanted
        self._fit()

    def fit(self, width: int) -> None:
        """The window is so many pixels wide now."""
        self._width = width
        self._fit()

    def _fit(self) -> None:
        self._finding.setVisible(self._finding_wanted)
        self._outline.setVisible(not self._tight(BESIDE_NEEDS))
        self.show_entries(self._entries_wanted)
        roomy = self._width >= self._needed(BESIDE_NEEDS)
        self._aside.setVisible(self._aside_wanted and roomy and not self._finding_wanted)
        self._tell()

    def _tight(self, needs: int) -> bool:
        return self._finding_wanted and self._width < self._needed(needs)

    def _needed(self, characters: int) -> int:
        return characters * self._aside.fontMetrics().averageCharWidth()

    def _tell(self) -> None:
        self.aside_shown.emit(not self._aside.isHidden())
