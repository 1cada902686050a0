"""The collections of a library as a tree: renamed in place, moved by dragging, cases dropped on them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel

from casebook.ui.organise.case_drag import CASES_MIME, dragged_cases
from casebook.ui.widgets.line_delegate import NOTE_ROLE

if TYPE_CHECKING:
    from casebook.storage.collections import Collection

COLLECTION_MIME = "application/x-casebook-collection"
ID = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex


class CollectionModel(QStandardItemModel):
    """Says what a person wants; what becomes of it is shown with `show_collections`."""

    renamed = Signal(str, str)
    """Id of a collection and its new name."""
    moved = Signal(str, str, int)
    """Id of a collection, of the one to put it into (empty for none), and its place there (-1 for last)."""
    dropped = Signal(str, object)
    """Id of a collection, and the ids of the cases dropped on it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._held: dict[str, Collection] = {}
        self._items: dict[str, QStandardItem] = {}
        self._may_change = False

    def show_collections(self, collections: Sequence[Collection], *, may_change: bool) -> None:
        """Show these, each followed by those that stand in it."""
        self._may_change = may_change
        self.clear()
        self._held = {one.id: one for one in collections}
        self._items = {}
        for one in collections:
            item = QStandardItem(one.name)
            item.setData(one.id, ID)
            item.setEditable(may_change)
            item.setDragEnabled(may_change)
            above = self._items.get(one.parent)
            (above if above is not None else self.invisibleRootItem()).appendRow(item)
            self._items[one.id] = item

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many cases each holds, those that stand in it included."""
        for collection_id, item in self._items.items():
            count = counts.get(collection_id, 0)
            item.setData(f"{count:n}", NOTE_ROLE)
            name = self._held[collection_id].name
            item.setData(self.tr("{}: {}").format(name, count), Qt.ItemDataRole.AccessibleTextRole)

    def collection(self, index: Index) -> Collection | None:
        """The collection in a row."""
        return self._held.get(str(index.data(ID) or "")) if index.isValid() else None

    def index_of(self, collection_id: str) -> QModelIndex:
        """Where a collection stands; an invalid index when it is not there."""
        item = self._items.get(collection_id)
        return item.index() if item is not None else QModelIndex()

    def beside(self, collection: Collection) -> list[Collection]:
        """The collections that stand in the same as this one, in order, itself included."""
        return [one for one in self._held.values() if one.parent == collection.parent]

    def all_ids(self) -> tuple[str, ...]:
        """Ids of all collections."""
        return tuple(self._held)

    def get(self, collection_id: str) -> Collection | None:
        """A collection by its id."""
        return self._held.get(collection_id)

    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        """A new name is told, and shown once it is kept."""
        if role != Qt.ItemDataRole.EditRole:
            return super().setData(index, value, role)
        collection_id, name = str(index.data(ID)), " ".join(str(value).split())
        self._soon(lambda: self.renamed.emit(collection_id, name))
        return True

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [COLLECTION_MIME, CASES_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        if indexes:
            data.setData(COLLECTION_MIME, str(indexes[0].data(ID)).encode())
        return data

    def canDropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, parent: Index
    ) -> bool:
        """Cases go onto a collection; a collection goes anywhere but into itself."""
        if not self._may_change:
            return False
        if data.hasFormat(CASES_MIME):
            return parent.isValid()
        moving = self._dragged(data)
        return moving is not None and not self._inside(parent, moving.id)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Tell what was dropped where; the rows themselves are shown anew once it is done."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        into = str(parent.data(ID)) if parent.isValid() else ""
        if data.hasFormat(CASES_MIME):
            cases = dragged_cases(data)
            self._soon(lambda: self.dropped.emit(into, cases))
            return bool(cases)
        moving = self._dragged(data)
        if moving is not None:
            # Counted without the one that moves.
            place = row - 1 if row > moving.position and moving.parent == into else row
            self._soon(lambda: self.moved.emit(moving.id, into, place))
        # Not taken, as Qt understands it: else it would take the row away from where it was.
        return False

    def _dragged(self, data: QMimeData) -> Collection | None:
        held = bytes(data.data(COLLECTION_MIME).data()) if data.hasFormat(COLLECTION_MIME) else b""
        return self._held.get(held.decode("utf-8", "ignore"))

    def _inside(self, index: Index, collection_id: str) -> bool:
        """Whether a row is that of a collection or lies below it."""
        one = self._held.get(str(index.data(ID) or "")) if index.isValid() else None
        while one is not None:
            if one.id == collection_id:
                return True
            one = self._held.get(one.parent)
        return False

    def _soon(self, step: Callable[[], None]) -> None:
        """Do something once Qt has done with the row: all of them are shown anew by it."""
        QTimer.singleShot(0, self, step)
