"""Collections made by hand, as a tree with their counts: chosen, made, renamed, nested, filled by dropping cases."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from casebook.domain.errors import CasebookError
from casebook.ui.icons import set_icon
from casebook.ui.organise.case_drag import CASES_MIME, dragged_cases
from casebook.ui.organise.collection_model import CollectionModel
from casebook.ui.organise.collection_steps import CollectionSteps
from casebook.ui.organise.collection_view import CollectionView
from casebook.ui.tasks import Task
from casebook.ui.widgets.dropping import accept_copy
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench

if TYPE_CHECKING:
    from casebook.storage.collections import Collection

MOST_LINES = 12
"""Collections seen without scrolling."""


class CollectionsTree(QWidget):
    """Emits `chosen(id)` when a collection is to be shown; follows the library and its cases by itself."""

    chosen = Signal(str)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._steps = CollectionSteps(workbench, self)
        self._counting: Task | None = None
        self._filling = False
        self._model = CollectionModel(self)
        self._tree = CollectionView(self._model)
        self.setAcceptDrops(True)
        self._build()
        self._connect()
        self.show_collections()

    @property
    def current(self) -> str:
        """Id of the collection that is chosen; empty when there is none."""
        chosen = self._tree.selectionModel().selectedIndexes()
        one = self._model.collection(chosen[0]) if chosen else None
        return one.id if one is not None else ""

    def choose(self, collection_id: str) -> None:
        """Mark a collection without telling; an empty id marks none."""
        index, filling = self._model.index_of(collection_id), self._filling
        self._filling = True
        if index.isValid():
            self._tree.setCurrentIndex(index)
        else:
            self._tree.selectionModel().clear()
        self._filling = filling

    def case_ids(self, collection_id: str) -> list[str]:
        """Ids of the cases in a collection and those that stand in it, without those in the Trash."""
        library = self._workbench.library
        return library.collections.case_ids(collection_id) if library is not None else []

    def put(self, collection_id: str, case_ids: tuple[str, ...]) -> None:
        """Put cases into a collection, as one step."""
        one = self._model.get(collection_id)
        if one is not None and case_ids:
            self._steps.put(one, case_ids)

    def take_out(self, collection_id: str, case_ids: tuple[str, ...]) -> None:
        """Take cases out of a collection, as one step."""
        one = self._model.get(collection_id)
        if one is not None:
            self._steps.take_out(one, case_ids)

    def show_collections(self) -> None:
        """Show what the library keeps now, and count anew."""
        library, kept, folded = self._workbench.library, self.current, self._folded()
        try:
            held = library.collections.all() if library is not None else []
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
            held = []
        self._filling = True
        self._model.show_collections(held, may_change=not self._workbench.read_only)
        self._tree.expandAll()
        for one in folded:
            self._tree.setExpanded(self._model.index_of(one), False)
        self.choose(kept)
        self._filling = False
        self._new.setEnabled(not self._workbench.read_only)
        self._tree.setVisible(bool(held))
        self._empty.setVisible(not held and not self._workbench.read_only)
        self._fit(len(held))
        self._count()

    def _build(self) -> None:
        self._new = with_look(QToolButton(), "plain")
        self._new.setObjectName("new-collection")
        self._new.setAccessibleName(self.tr("New collection"))
        self._new.setToolTip(self.tr("New collection (Insert)"))
        set_icon(self._new, "plus", "muted")
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(with_look(QLabel(self.tr("Collections").upper()), "caps"), 1)
        head.addWidget(self._new)
        self._empty = with_look(QLabel(), "small")
        self._empty.setText(self.tr("Drag cases here to make a collection, or press +."))
        self._empty.setObjectName("no-collections")
        self._empty.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._tree)
        column.addWidget(self._empty)
        column.addStretch(1)

    def _connect(self) -> None:
        self._new.clicked.connect(lambda: self._make(""))
        # Not when one becomes the current one: the first does by itself when the keyboard comes here.
        self._tree.selectionModel().selectionChanged.connect(lambda _now, _before: self._tell())
        self._tree.new_wanted.connect(lambda inside: self._make(self._inside() if inside else self._above()))
        self._tree.delete_wanted.connect(self._remove)
        self._tree.stepped.connect(self._step)
        self._tree.nested.connect(lambda deeper: self._nest(deeper=deeper))
        self._tree.customContextMenuRequested.connect(self._show_menu)
        self._model.renamed.connect(self._rename)
        self._model.moved.connect(self._move)
        self._model.dropped.connect(self.put)
        self._workbench.library_changed.connect(self.show_collections)
        self._workbench.cases_changed.connect(self.show_collections)

    def _tell(self) -> None:
        if self.current and not self._filling:
            self.chosen.emit(self.current)

    def _current(self) -> Collection | None:
        return self._model.collection(self._tree.currentIndex())

    def _inside(self) -> str:
        one = self._current()
        return one.id if one is not None else ""

    def _above(self) -> str:
        one = self._current()
        return one.parent if one is not None else ""

    def _make(self, parent: str) -> str:
        """Make a collection and have its name typed; the list goes on showing what it shows."""
        made = self._steps.create(self.tr("New collection"), parent)
        if made:
            self._edit(made)
        return made

    def _edit(self, collection_id: str) -> None:
        index = self._model.index_of(collection_id)
        self._tree.scrollTo(index)
        self._tree.setFocus()
        self._tree.edit(index)

    def _rename(self, collection_id: str, name: str) -> None:
        one = self._model.get(collection_id)
        if one is not None:
            self._steps.rename(one, name)

    def _remove(self) -> None:
        one = self._current()
        if one is not None and not self._workbench.read_only:
            self._steps.remove(one)

    def _move(self, collection_id: str, parent: str, place: int) -> None:
        one = self._model.get(collection_id)
        if one is not None:
            self._steps.move(one, parent, place if place >= 0 else None)
            self.choose(collection_id)

    def _step(self, by: int) -> None:
        """Move the current collection up (-1) or down (1) among those beside it."""
        one = self._current()
        if one is not None and 0 <= one.position + by < len(self._model.beside(one)):
            self._move(one.id, one.parent, one.position + by)

    def _nest(self, *, deeper: bool) -> None:
        """Put the current collection into the one before it, or out of the one it stands in, right behind that."""
        one = self._current()
        if one is None:
            return
        above = self._model.get(one.parent)
        if deeper and one.position:
            self._move(one.id, self._model.beside(one)[one.position - 1].id, -1)
        elif not deeper and above is not None:
            self._move(one.id, above.parent, above.position + 1)

    def _count(self) -> None:
        """Count off the GUI thread; only the latest count is shown."""
        library = self._workbench.library
        if self._counting is not None:
            self._counting.cancel()
            self._counting = None
        if library is None or not self._model.rowCount():
            return
        opening = library.opening_apart()

        def work(_progress: object, _cancelled: object) -> dict[str, int]:
            with opening() as apart:
                return apart.collections.counts()

        def show(counts: dict[str, int]) -> None:
            self._counting = None
            self._model.show_counts(counts)

        self._counting = self._workbench.run(self.tr("Counting"), work, show)

    def _folded(self) -> list[str]:
        held = self._model.all_ids()
        return [one for one in held if not self._tree.isExpanded(self._model.index_of(one))]

    def _fit(self, count: int) -> None:
        line = max(self._tree.sizeHintForRow(0), self.fontMetrics().height())
        self._tree.setFixedHeight(line * min(count, MOST_LINES) + 2 * self._tree.frameWidth() + 2)

    def _show_menu(self, at: QPoint) -> None:
        one = self._model.collection(self._tree.indexAt(at))
        menu = QMenu(self)
        menu.setObjectName("collection-menu")
        menu.addAction(self.tr("New collection")).triggered.connect(lambda: self._make(self._above()))
        for text, step in self._choices(one) if one is not None else ():
            if text:
                menu.addAction(text).triggered.connect(step)
            else:
                menu.addSeparator()
        for action in menu.actions():
            action.setEnabled(not self._workbench.read_only)
        menu.popup(self._tree.viewport().mapToGlobal(at))

    def _choices(self, one: Collection) -> tuple[tuple[str, Callable[[], object]], ...]:
        """What the menu offers for a collection; lines are drawn where there is no text."""
        return (
            (self.tr("New collection in this one"), lambda: self._make(one.id)),
            ("", self._remove),
            (self.tr("Rename"), lambda: self._edit(one.id)),
            (self.tr("Move up"), lambda: self._step(-1)),
            (self.tr("Move down"), lambda: self._step(1)),
            (self.tr("Put into the one before"), lambda: self._nest(deeper=True)),
            (self.tr("Take out of the one it is in"), lambda: self._nest(deeper=False)),
            ("", self._remove),
            (self.tr("Delete"), self._remove),
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Cases dropped beside the collections make a new one."""
        if event.mimeData().hasFormat(CASES_MIME) and not self._workbench.read_only:
            accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        cases = dragged_cases(event.mimeData())
        accept_copy(event)
        if cases:
            made = self._make("")
            self.put(made, cases)
            self._edit(made)

    def sizeHint(self) -> QSize:
        return QSize(120, super().sizeHint().height())
