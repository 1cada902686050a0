"""A strip of years below the map: how many cases were under way in each, and which years are looked at."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from casebook.domain.active_years import YearCounts
from casebook.ui.library.map_words import cases_words
from casebook.ui.library.year_bars import YearBars
from casebook.ui.widgets.flow_layout import FlowLayout
from casebook.ui.widgets.look import with_look


class TimeStrip(QFrame):
    """Feed it with what the search found, not with what its own years leave of it."""

    years_chosen = Signal(int, int)
    """First and last year."""
    cleared = Signal()
    """No years are chosen any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "bar")
        self.bars = YearBars()
        self.bars.setAccessibleName(self.tr("Cases by year"))
        self._span = with_look(QLabel(), "muted")
        self._span.setObjectName("years-span")
        self._chosen = with_look(QLabel(), "card-title")
        self._chosen.setObjectName("years-chosen")
        self._clear = with_look(QPushButton(self.tr("All years")), "link")
        self._clear.setObjectName("years-clear")
        self._clear.clicked.connect(self.clear)
        head = QWidget()
        row = FlowLayout(head, spacing=12)
        row.setContentsMargins(12, 4, 12, 0)
        for label in (self._span, self._chosen):
            label.setContentsMargins(0, 3, 0, 3)  # as high as the link beside them
        for widget in (self._span, self._chosen, self._clear):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.bars)
        self.bars.years_chosen.connect(self._on_choice)
        self.bars.cleared.connect(self._on_clearing)
        self.bars.caret_moved.connect(lambda _year: self._tell())
        self._tell()

    @property
    def chosen(self) -> tuple[int, int] | None:
        """First and last of the years that are chosen; None when all are looked at."""
        return self.bars.chosen

    def show_years(self, counts: Mapping[int, int], *, before: int = 0, after: int = 0) -> None:
        """Show how many cases were under way in each year, and how many have an open beginning or end."""
        self.bars.show_counts(YearCounts(dict(counts), before, after))
        self._tell()

    def choose(self, first: int, last: int) -> None:
        """Choose some years, as dragging over them does."""
        self.bars.choose(first, last)

    def clear(self) -> None:
        """Look at all years."""
        self.bars.clear()

    def _on_choice(self, first: int, last: int) -> None:
        self._tell()
        self.years_chosen.emit(first, last)

    def _on_clearing(self) -> None:
        self._tell()
        self.cleared.emit()

    def _tell(self) -> None:
        """Say in words what is shown."""
        counts, chosen = self.bars.counts, self.bars.chosen
        said = self.tr("Years")
        if counts:
            peak = max(counts, key=lambda year: counts[year])
            span = _years(min(counts), max(counts))
            even = counts[peak] == min(counts.values())
            said = self.tr("{}: {}") if even else self.tr("{}: most in {} ({})")
            most = (cases_words(counts[peak]),) if even else (peak, cases_words(counts[peak]))
            said = said.format(span, *most)
        self._span.setText(said)
        self._chosen.setText(self.tr("{} chosen").format(_years(*chosen)) if chosen else "")
        for widget in (self._chosen, self._clear):
            widget.setVisible(chosen is not None)
        if self.bars.caret is not None:
            said += f"; {self.bars.words_of(self.bars.caret)}"
        keys = self.tr(
            "Left and right go from year to year, with Shift they choose; Space chooses one year, Escape all."
        )
        self.bars.setAccessibleDescription("; ".join(filter(None, (said, self._chosen.text()))) + f". {keys}")


def _years(first: int, last: int) -> str:
    return str(first) if first == last else f"{first} – {last}"
