"""The middle of the Library: the search bar, the map when it is wanted, and the cases that were found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from casebook.domain.wanted import words_wanted
from casebook.ui.i18n import translated
from casebook.ui.library.asking import Asking
from casebook.ui.library.case_model import CaseModel
from casebook.ui.library.case_table import CaseTable
from casebook.ui.library.search_bar import SearchBar
from casebook.ui.widgets.empty_state import EmptyState
from casebook.ui.workbench import Workbench

if TYPE_CHECKING:
    from casebook.ui.library.map_pane import MapPane


class FoundArea(QWidget):
    """Emits `chosen` when the choice may be another, `opened(id)`, and `case_wanted` for a first case."""

    chosen = Signal()
    opened = Signal(str)
    case_wanted = Signal()

    def __init__(self, workbench: Workbench, asking: Asking, below: QWidget) -> None:
        """`below` stands under the list."""
        super().__init__()
        self._workbench = workbench
        self._asking = asking
        self._map: MapPane | None = None
        self.model = CaseModel(workbench, self)
        self.table = CaseTable(self.model)
        self.words = SearchBar(workbench, asking)
        self._empty = EmptyState()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._empty)
        self._upright = QSplitter(Qt.Orientation.Vertical)
        self._upright.setObjectName("library-map")
        self._upright.setChildrenCollapsible(False)
        self._upright.setHandleWidth(1)
        self._upright.addWidget(self._pages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addWidget(self._upright, 1)
        column.addWidget(below)
        self._connect()

    def show_question(self, chosen: tuple[str, ...]) -> None:
        """Show the cases of the question; the `chosen` stay so where they are still there."""
        kept, query = self.model.query, self._asking.query()
        same = (query.trashed, bool(words_wanted(query.wanted))) == (kept.trashed, self.model.has_words)
        if same and kept.sort:  # the person may have chosen another order meanwhile
            query = attrs.evolve(query, sort=kept.sort, descending=kept.descending)
        self.model.show(query)
        self.words.show_question()
        self._show_found()
        if self._map is not None:
            self._map.follow_later()
        rows = self.model.rows_of(chosen)
        if len(rows) == 1:
            self.table.choose(rows[0])
        elif rows:
            self.table.choose_all(rows)

    def mark(self, chosen: tuple[str, ...]) -> None:
        """Mark the chosen case on the map."""
        if self._map is not None:
            self._map.places.mark_case(chosen[0] if len(chosen) == 1 else "")

    def _connect(self) -> None:
        self.words.left.connect(self.table.setFocus)
        self.words.map.toggled.connect(self._show_map)
        self.words.view.setMenu(QMenu(self.words.view))
        self.words.view.menu().aboutToShow.connect(self._fill_view_menu)
        self.table.opened.connect(self.opened)
        self.table.chosen.connect(self.chosen)
        self._empty.action.connect(self._take_next_step)

    def _show_map(self, on: bool) -> None:
        if self._map is None and on:
            from casebook.ui.library.map_pane import MapPane

            self._map = MapPane(self._workbench, self._asking)
            self._map.places.case_chosen.connect(self._choose_case)
            self._map.places.case_opened.connect(self.opened)
            self._upright.insertWidget(0, self._map)
            self._upright.setSizes([self.height() * 3 // 5, self.height() * 2 // 5])
        if self._map is not None:
            self._map.setVisible(on)
            if on:
                self._map.follow_later()
            else:
                self._map.places.clear()

    def _choose_case(self, case_id: str) -> None:
        self.table.choose(next(iter(self.model.rows_of((case_id,))), -1))

    def _fill_view_menu(self) -> None:
        menu = self.words.view.menu()
        menu.clear()
        menu.addActions(self.table.view_menu(menu).actions())

    def _show_found(self) -> None:
        count = self.model.rowCount()
        self.words.show_count(count)
        self._pages.setCurrentWidget(self.table if count else self._empty)
        if count:
            return
        if self._asking.narrows:
            self._empty.show_words(
                self.tr("No case has all of this."),
                self.tr(
                    "Try fewer or shorter words, or take a chip away; the beginning of a word is enough."
                ),
                self.tr("Clear the search"),
            )
            return
        first = self._asking.list.key == "all"
        self._empty.show_words(
            translated(self._asking.list.empty),
            self.tr("A case can begin with a title alone; everything else can follow.") if first else "",
            self.tr("New case") if first and not self._workbench.read_only else "",
        )

    def _take_next_step(self) -> None:
        if self._asking.narrows:
            self.words.clear()
            self.words.field.setFocus()
        else:
            self.case_wanted.emit()
