"""The entries of one section as a list of cards that can be put in another order."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from casebook.domain.case import Case
from casebook.domain.findings import Finding
from casebook.domain.wording import Wording

Index = QModelIndex | QPersistentModelIndex
ROW_MIME = "application/x-casebook-entry-row"


class EntryRole(IntEnum):
    """What a card shows beside its title."""

    RECORD_ID = Qt.ItemDataRole.UserRole + 1
    FACTS = Qt.ItemDataRole.UserRole + 2
    CHIPS = Qt.ItemDataRole.UserRole + 3  # list of (text, state)


class EntryModel(QAbstractListModel):
    """Cards of one section; dropping a card emits `move_wanted` with the old and the new place."""

    move_wanted = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until `show_section`."""
        super().__init__(parent)
        self._cards: list[tuple[str, str, str, list[tuple[str, str]]]] = []
        self._section = ""

    def show_section(self, case: Case, key: str, wording: Wording, findings: tuple[Finding, ...]) -> None:
        """Show the entries of section `key`; keeps its rows when only their content changed."""
        marks: dict[str, int] = {}
        for finding in findings:
            marks[finding.record_id] = marks.get(finding.record_id, 0) + 1
        cards = []
        for entry in case.section(key):
            chips: list[tuple[str, str]] = []
            if entry.sensitivity:
                chips.append((wording.sensitivity(entry.sensitivity), "neutral"))
            if entry.id in marks:
                chips.append((self.tr("%n to fix", "", marks[entry.id]), "warning"))
            cards.append((entry.id, wording.title(entry, case), wording.facts(entry, case), chips))
        self._replace(cards, key)

    def row_of(self, record_id: str) -> int:
        """The row of an entry; -1 if it is not shown."""
        return next((at for at, card in enumerate(self._cards) if card[0] == record_id), -1)

    def id_at(self, row: int) -> str:
        """The id of the entry in a row; empty outside the list."""
        return self._cards[row][0] if 0 <= row < len(self._cards) else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        record_id, title, facts, chips = self._cards[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return title
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(word for word in (title, facts, *(text for text, _state in chips)) if word)
            case EntryRole.RECORD_ID:
                return record_id
            case EntryRole.FACTS:
                return facts
            case EntryRole.CHIPS:
                return chips
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [ROW_MIME]

    def mimeData(self, indexes: Any) -> QMimeData:
        data = QMimeData()
        data.setData(ROW_MIME, str(indexes[0].row()).encode())
        return data

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        if not data.hasFormat(ROW_MIME):
            return False
        start = int(bytes(data.data(ROW_MIME).data()))
        target = row if row >= 0 else (parent.row() if parent.isValid() else len(self._cards))
        end = min(target - 1 if target > start else target, len(self._cards) - 1)
        if end != start:
            self.move_wanted.emit(start, end)
        return False

    def _replace(self, cards: list[tuple[str, str, str, list[tuple[str, str]]]], key: str) -> None:
        same = key == self._section and [card[0] for card in cards] == [card[0] for card in self._cards]
        if not same:
            self.beginResetModel()
            self._cards, self._section = cards, key
            self.endResetModel()
            return
        changed = [at for at, card in enumerate(cards) if card != self._cards[at]]
        self._cards = cards
        for at in changed:
            self.dataChanged.emit(self.index(at), self.index(at))
