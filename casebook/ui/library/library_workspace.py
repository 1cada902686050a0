"""The Library workspace: lists on the left, the cases in the middle, a preview on the right."""

import attrs
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from casebook.domain.errors import CasebookError
from casebook.domain.records import RecordId
from casebook.services.searches import SavedSearch
from casebook.ui.actions import Actions
from casebook.ui.i18n import translated
from casebook.ui.library.case_lists import LISTS, CaseList, list_asking
from casebook.ui.library.case_model import CaseModel
from casebook.ui.library.case_table import CaseTable
from casebook.ui.library.filter_bar import FilterBar
from casebook.ui.library.preview_pane import PreviewPane
from casebook.ui.library.saved_searches import SavedSearches
from casebook.ui.library.selection_bar import SelectionBar
from casebook.ui.library.side_panel import SidePanel
from casebook.ui.theme import BODY
from casebook.ui.widgets.empty_state import EmptyState
from casebook.ui.workbench import Workbench
from casebook.ui.workspace import Workspace

PAUSE = 120
"""Milliseconds of rest after a keystroke in the filter before the list is asked anew."""
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
        self._build()
        self._connect()
        self._start_over()

    def chosen_cases(self) -> tuple[RecordId, ...]:
        """Ids of the cases chosen in the list."""
        return self._chosen

    def shows_trash(self) -> bool:
        """Whether the list is the Trash."""
        return self._side.current.query.trashed

    def arrive(self) -> None:
        """Show what changed meanwhile; the focus goes to the list."""
        if self._stale:
            self._reload()
        self._table.setFocus()

    def search(self) -> None:
        """Put the focus into the filter."""
        self._filter.setFocus()
        self._filter.selectAll()

    def _build(self) -> None:
        self._searches = SavedSearches(self._workbench)
        self._side = SidePanel(self._actions, self._searches)
        self._model = CaseModel(self._workbench, self)
        self._table = CaseTable(self._model)
        self._empty = EmptyState()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._table)
        self._pages.addWidget(self._empty)
        self._words = FilterBar()
        self._filter = self._words.field
        self._bar = SelectionBar(self._actions)
        self._preview = PreviewPane(self._workbench)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._words)
        column.addWidget(self._pages, 1)
        column.addWidget(self._bar)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setObjectName("library")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        for at, pane in enumerate((self._side, middle, self._preview)):
            self._splitter.addWidget(pane)
            self._splitter.setStretchFactor(at, 1 if pane is middle else 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)

    def _connect(self) -> None:
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._show_query)
        # The list is seen before the lists are counted.
        self._count_timer = QTimer(self, singleShot=True, interval=COUNT_AFTER)
        self._count_timer.timeout.connect(self._show_counts)
        self._filter.textChanged.connect(lambda _text: self._timer.start())
        self._filter.returnPressed.connect(self._table.setFocus)
        escape = QShortcut(Qt.Key.Key_Escape, self._filter, context=Qt.ShortcutContext.WidgetShortcut)
        escape.activated.connect(self._leave_filter)
        self._side.chosen.connect(self._show_list)
        self._words.save.clicked.connect(self._save_search)
        self._searches.chosen.connect(self._show_search)
        self._table.opened.connect(self._open)
        self._table.trash_wanted.connect(self._remove)
        self._table.chosen.connect(self._on_choice)
        self._table.customContextMenuRequested.connect(self._show_menu)
        self._preview.open_wanted.connect(self._open)
        self._empty.action.connect(self._take_next_step)
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
        self._filter.clear()
        self._timer.stop()
        self._side.choose("all")
        self._searches.show_saved()
        self._preview.clear()
        self._reload()
        if self._model.rowCount():
            self._table.choose(0)

    def _show_list(self, _list: CaseList) -> None:
        self._table.clearSelection()
        self._show_query()

    def _show_search(self, search: SavedSearch) -> None:
        """Ask what the search asks: in its list, with its words."""
        self._side.choose(list_asking(search.statuses, mine=search.mine).key)
        self._filter.setText(search.text)

    def _save_search(self) -> None:
        """Keep what is asked now; its name are its words, and the list where it is not all cases."""
        shown, text = self._side.current, self._words.words
        name = text if shown.key == "all" else f"{text} · {translated(shown.title)}"
        self._searches.keep(SavedSearch(name=name, text=text, statuses=shown.query.statuses, mine=shown.mine))

    def _reload(self) -> None:
        """Ask anew, keeping the choice where it can be kept."""
        self._stale = False
        self._show_query()
        self._count_timer.start()

    def _show_counts(self) -> None:
        library = self._workbench.library
        counts = {}
        if library is not None:
            try:
                for entry in LISTS:
                    counts[entry.key] = library.cases.count(entry.asked_by(self._workbench.author()))
            except CasebookError as error:
                self._workbench.problem.emit(str(error))
        self._side.show_counts(counts)

    def _show_query(self) -> None:
        chosen = self._chosen
        asked = self._side.current.asked_by(self._workbench.author())
        kept = self._model.query
        sort = (
            (asked.sort, asked.descending) if asked.trashed != kept.trashed else (kept.sort, kept.descending)
        )
        self._model.show(attrs.evolve(asked, text=self._words.words, sort=sort[0], descending=sort[1]))
        self._show_found()
        for case_id in chosen[:1]:
            self._model.case(0)
            self._table.choose(self._model.row_of(case_id))
        self._on_choice()

    def _show_found(self) -> None:
        count, filtered = self._model.rowCount(), bool(self._words.words)
        self._words.show_found(count, may_save=not self.shows_trash() and not self._workbench.read_only)
        self._pages.setCurrentWidget(self._table if count else self._empty)
        if count:
            return
        if filtered:
            self._empty.show_words(
                self.tr("No case has all of these words."),
                self.tr("Try fewer or shorter words; the beginning of a word is enough."),
                self.tr("Clear the filter"),
            )
            return
        first = self._side.current.key == "all"
        self._empty.show_words(
            translated(self._side.current.empty),
            self.tr("A case can begin with a title alone; everything else can follow.") if first else "",
            self.tr("New case") if first and not self._workbench.read_only else "",
        )

    def _take_next_step(self) -> None:
        if self._words.words:
            self._filter.clear()
            self._filter.setFocus()
        else:
            self._actions["new-case"].trigger()

    def _leave_filter(self) -> None:
        self._filter.clear()
        self._table.setFocus()

    def _on_choice(self) -> None:
        self._chosen = tuple(RecordId(case_id) for case_id in self._table.chosen_ids())
        self._bar.show_choice(len(self._chosen), trash=self.shows_trash())
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
            "publish-cases",
            "export",
            "duplicate",
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
