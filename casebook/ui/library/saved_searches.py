"""The searches a library keeps, below its lists."""

from collections.abc import Callable

import attrs
from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidgetItem, QMenu, QVBoxLayout, QWidget

from casebook.domain.errors import CasebookError
from casebook.services.searches import SavedSearch, keep_search, remove_search, saved_searches
from casebook.ui.widgets.kept_list import KeptList
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench

MOST_LINES = 8
"""Searches seen without scrolling."""


class SavedSearches(QWidget):
    """Emits `chosen` with a SavedSearch; hidden while there is none."""

    chosen = Signal(object)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._held: list[SavedSearch] = []
        self._list = KeptList()
        self._list.setObjectName("saved-searches")
        self._list.setAccessibleName(self.tr("Saved searches"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._show_menu)
        self._list.itemClicked.connect(lambda _item: self._choose())
        self._list.itemActivated.connect(lambda _item: self._choose())
        self._list.itemChanged.connect(self._renamed)
        self._list.delete_wanted.connect(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(with_look(QLabel(self.tr("Saved searches").upper()), "caps"))
        column.addWidget(self._list)
        self.hide()

    def show_saved(self) -> None:
        """Show what the library keeps now."""
        library, now = self._workbench.library, self._current()
        try:
            self._held = saved_searches(library) if library is not None else []
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
            self._held = []
        self._list.blockSignals(True)
        self._list.clear()
        for at, search in enumerate(self._held):
            item = QListWidgetItem(search.name)
            item.setToolTip(search.text)
            if not self._workbench.read_only:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self._list.addItem(item)
            if now is not None and search.id == now.id:
                self._list.setCurrentRow(at)
        self._list.blockSignals(False)
        self.setVisible(bool(self._held))
        line = max(self._list.sizeHintForRow(0), self.fontMetrics().height())
        self._list.setFixedHeight(line * min(len(self._held), MOST_LINES) + 2 * self._list.frameWidth())

    def keep(self, search: SavedSearch) -> None:
        """Keep a search, unless one asks the same already."""
        library = self._workbench.library
        asked = attrs.evolve(search, id="", name="")
        if library is None or any(attrs.evolve(one, id="", name="") == asked for one in self._held):
            self._workbench.told.emit(self.tr("This search is saved already."), None)
            return
        kept: list[SavedSearch] = []
        self._try(lambda: kept.append(keep_search(library, search)))
        if kept:
            self._workbench.told.emit(
                self.tr("Saved the search “{}”.").format(kept[0].name),
                lambda: self._try(lambda: remove_search(library, kept[0])),
            )

    def sizeHint(self) -> QSize:
        return QSize(120, super().sizeHint().height())

    def _current(self) -> SavedSearch | None:
        at = self._list.currentRow()
        return self._held[at] if 0 <= at < len(self._held) else None

    def _choose(self) -> None:
        search = self._current()
        if search is not None:
            self.chosen.emit(search)

    def _renamed(self, item: QListWidgetItem) -> None:
        library, search = self._workbench.library, self._held[self._list.row(item)]
        if library is not None:
            name = item.text().strip() or search.name
            self._try(lambda: keep_search(library, attrs.evolve(search, name=name)))

    def _remove(self) -> None:
        library, search = self._workbench.library, self._current()
        if library is None or search is None or self._workbench.read_only:
            return
        self._try(lambda: remove_search(library, search))
        self._workbench.told.emit(
            self.tr("The search “{}” was removed.").format(search.name),
            lambda: self._try(lambda: keep_search(library, search)),
        )

    def _show_menu(self, at: QPoint) -> None:
        if self._list.itemAt(at) is None:
            return
        menu = QMenu(self)
        menu.setObjectName("search-menu")
        menu.addAction(self.tr("Show")).triggered.connect(self._choose)
        menu.addSeparator()
        rename = menu.addAction(self.tr("Rename"))
        rename.triggered.connect(lambda: self._list.editItem(self._list.currentItem()))
        remove = menu.addAction(self.tr("Delete"))
        remove.triggered.connect(self._remove)
        for action in (rename, remove):
            action.setEnabled(not self._workbench.read_only)
        menu.popup(self._list.viewport().mapToGlobal(at))

    def _try(self, work: Callable[[], object]) -> None:
        try:
            work()
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
        self.show_saved()
