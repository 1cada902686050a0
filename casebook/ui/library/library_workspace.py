"""The Library workspace: lists on the left, the cases in the middle, a preview on the right."""

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QSplitter,
    QWidget,
)

from casebook.domain.errors import CasebookError
from casebook.domain.records import RecordId
from casebook.services.searches import SavedSearch
from casebook.storage.listing import ListQuery
from casebook.ui.actions import Actions
from casebook.ui.library.asking import Asking
from casebook.ui.library.case_lists import LISTS, CaseList, list_asking
from casebook.ui.library.collection_filter import CollectionFilter
from casebook.ui.library.facet_panels import FacetPanels
from casebook.ui.library.found_area import FoundArea
from casebook.ui.library.preview_pane import PreviewPane
from casebook.ui.library.saved_searches import SavedSearches
from casebook.ui.library.selection_bar import SelectionBar
from casebook.ui.library.side_panel import SidePanel
from casebook.ui.organise.collections_tree import CollectionsTree
from casebook.ui.theme import BODY
from casebook.ui.workbench import Workbench
from casebook.ui.workspace import Workspace

COUNT_AFTER = 60
"""Milliseconds after the list was shown at which its neighbours are counted."""
PREVIEW_FROM = 980
"""Width in pixels at 100 % text from which there is room for the preview."""


class LibraryWorkspace(Workspace):
    """Finds cases and says which ones are chosen."""

    can_search = True

    def __init__(self, workbench: Workbench, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._actions = actions
        self._stale = False
        self._chosen: tuple[RecordId, ...] = ()
        self._loaded: object = self
        self._asking = Asking(workbench, self)
        self._build()
        self._connect()
        self._start_over()

    def chosen_cases(self) -> tuple[RecordId, ...]:
        """Ids of the cases chosen in the list."""
        return self._chosen

    def listed_query(self) -> ListQuery:
        """What the list asks of the library."""
        return self._model.query

    def shows_trash(self) -> bool:
        """Whether the list is the Trash."""
        return self._asking.list.query.trashed

    def arrive(self) -> None:
        """Show what changed meanwhile; the focus goes to the list."""
        if self._stale:
            self._reload()
        self._table.setFocus()

    def search(self) -> None:
        """Put the focus into the search field."""
        self._words.field.setFocus()
        self._words.field.selectAll()

    def _build(self) -> None:
        self._searches = SavedSearches(self._workbench)
        self._facets = FacetPanels(self._workbench, self._asking)
        self._collections = CollectionsTree(self._workbench)
        self._gathered = CollectionFilter(self._workbench, self._asking, self._collections)
        self._side = SidePanel(self._actions, (self._searches, self._collections, self._facets))
        self._bar = SelectionBar(self._actions)
        self._found = FoundArea(self._workbench, self._asking, self._bar)
        self._model, self._table, self._words = self._found.model, self._found.table, self._found.words
        self._preview = PreviewPane(self._workbench)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setObjectName("library")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        for at, pane in enumerate((self._side, self._found, self._preview)):
            self._splitter.addWidget(pane)
            self._splitter.setStretchFactor(at, 1 if pane is self._found else 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)

    def _connect(self) -> None:
        self._asking.changed.connect(self._show_query)
        # The list is seen before the lists are counted.
        self._count_timer = QTimer(self, singleShot=True, interval=COUNT_AFTER)
        self._count_timer.timeout.connect(self._show_counts)
        self._words.kept.connect(self._searches.keep)
        self._found.opened.connect(self._open)
        self._found.chosen.connect(self._on_choice)
        self._found.case_wanted.connect(self._actions["new-case"].trigger)
        self._side.chosen.connect(self._look_at)
        self._searches.chosen.connect(self._show_search)
        self._table.trash_wanted.connect(self._remove)
        self._table.customContextMenuRequested.connect(self._show_menu)
        self._preview.open_wanted.connect(self._open)
        bench = self._workbench
        bench.library_changed.connect(self._start_over)
        bench.cases_changed.connect(self._reload)
        bench.case_changed.connect(lambda _case, _change: self._mark_stale())

    def _mark_stale(self) -> None:
        self._stale = True

    def _start_over(self) -> None:
        """Show another library from its beginning; nothing when it is the one shown already."""
        if self._workbench.library is self._loaded:
            return
        self._loaded = self._workbench.library
        self._asking.start_over()
        self._words.start_over()
        self._side.choose("all")
        self._searches.show_saved()
        self._preview.clear()
        self._reload()
        if self._model.rowCount():
            self._table.choose(0)

    def _look_at(self, entry: CaseList) -> None:
        self._gathered.leave()
        self._asking.look_at(entry)

    def _show_search(self, search: SavedSearch) -> None:
        """Ask what the search asks: in its list, with its words and its ticks."""
        asking = self._asking
        asking.blockSignals(True)
        self._side.choose(list_asking(search.statuses, mine=search.mine).key)
        asking.look_at(self._side.current)
        asking.narrowed = {}
        asking.ask(search.text)
        asking.tick_all(search.ticks)
        asking.blockSignals(False)
        self._words.put(search.text)
        self._show_query()

    def toggle_map(self) -> None:
        """Show the map and the years above the list, or no longer."""
        self._words.map.toggle()

    def _reload(self) -> None:
        """Ask anew, keeping the choice where it can be kept."""
        self._stale = False
        self._asking.learn()
        self._gathered.refresh()
        self._show_query()
        self._count_timer.start()

    def _show_counts(self) -> None:
        library = self._workbench.library
        counts = {}
        if library is not None:
            try:
                for entry in LISTS:
                    counts[entry.key] = library.cases.count(self._asking.asked_in(entry))
                library.rest()
            except CasebookError as error:
                self._workbench.problem.emit(str(error))
        self._side.show_counts(counts)

    def _show_query(self) -> None:
        self._found.show_question(self._chosen)
        self._facets.count_later()
        self._on_choice()

    def _on_choice(self) -> None:
        self._chosen = tuple(RecordId(case_id) for case_id in self._table.chosen_ids())
        self._bar.show_choice(len(self._chosen), trash=self.shows_trash())
        self._found.mark(self._chosen)
        if len(self._chosen) == 1:
            self._preview.show_later(self._chosen[0])
        elif self._chosen:
            self._preview.clear(self.tr("{} cases chosen.").format(len(self._chosen)))
        else:
            self._preview.clear()
        self.selection_changed.emit()

    def _open(self, case_id: str) -> None:
        if self.shows_trash():
            self._workbench.problem.emit(self.tr("This case is in the Trash; restore it to work on it."))
        elif self._workbench.open_case(case_id):
            self._workbench.workspace_requested.emit("write")

    def _remove(self) -> None:
        self._actions["delete" if self.shows_trash() else "trash"].trigger()

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        usual = (
            "write-case",
            "",
            "compare-cases",
            "similar-cases",
            "publish-cases",
            "export",
            "duplicate",
            "",
            "change-cases",
            "add-to-collection",
            "take-out-of-collection",
            "",
            "trash",
        )
        for key in ("restore", "delete") if self.shows_trash() else usual:
            if key:
                menu.addAction(self._actions[key])
            else:
                menu.addSeparator()
        menu.popup(self._table.viewport().mapToGlobal(at))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        zoom = max(self.fontInfo().pixelSize() / BODY, 1)
        self._preview.setVisible(self.width() >= PREVIEW_FROM * zoom)
        if event.oldSize().width() <= 0:
            side = round(min(230 * zoom, max(self.width() * 0.2, self._side.sizeHint().width())))
            aside = round(310 * zoom)
            self._splitter.setSizes([side, max(self.width() - side - aside, 100), aside])
