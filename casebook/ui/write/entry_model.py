"""The entries of one section as a list of cards that can be put in another order."""

from collections import Counter
from enum import IntEnum
from typing import Any

import attrs
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
from casebook.domain.declaration import SectionSpec
from casebook.domain.fields import EVERY_RECORD
from casebook.domain.findings import Finding
from casebook.domain.records import Record
from casebook.domain.wording import Wording

Index = QModelIndex | QPersistentModelIndex
ROW_MIME = "application/x-casebook-entry-row"


class EntryRole(IntEnum):
    """What a card shows beside its title."""

    RECORD_ID = Qt.ItemDataRole.UserRole + 1
    FACTS = Qt.ItemDataRole.UserRole + 2
    CHIPS = Qt.ItemDataRole.UserRole + 3  # tuple of (text, state)


@attrs.frozen
class EntryCard:
    """One entry in words; `record` is what the words were made of."""

    record: Record
    title: str
    facts: str
    chips: tuple[tuple[str, str], ...]

    @property
    def words(self) -> tuple[object, ...]:
        """All that is shown of it."""
        return self.title, self.facts, self.chips


class EntryModel(QAbstractListModel):
    """Cards of one section; dropping a card emits `move_wanted` with the old and the new place."""

    move_wanted = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until `show_section`."""
        super().__init__(parent)
        self._cards: list[EntryCard] = []
        self._spec: SectionSpec | None = None
        self._case: Case | None = None
        self.movable = True

    def show_section(
        self, case: Case, spec: SectionSpec, wording: Wording, findings: tuple[Finding, ...]
    ) -> None:
        """Show the entries of a section; rows stay, come, go and move as the entries do.

        Only entries that are different from those shown before, or name something that is, are put into words anew.
        """
        marks = Counter(finding.record_id for finding in findings)
        known = {} if self._stale(case, spec) else {card.record.id: card for card in self._cards}
        sourced = sourced_records(case) if spec.essential and not spec.shared else None
        cards = []
        for entry in case.section(spec.key):
            chips = self._chips(case, entry, wording, marks[entry.id], sourced)
            card = known.get(entry.id)
            if card is None or card.record is not entry:
                card = EntryCard(entry, wording.title(entry, case), wording.facts(entry, case), chips)
            elif card.chips != chips:
                card = attrs.evolve(card, chips=chips)
            cards.append(card)
        another = (
            self._spec is None or spec is not self._spec or self._case is None or case.id != self._case.id
        )
        self._spec, self._case = spec, case
        if another:
            self.beginResetModel()
            self._cards = cards
            self.endResetModel()
        else:
            self._rearrange(cards)

    def row_of(self, record_id: str) -> int:
        """The row of an entry; -1 if it is not shown."""
        return next((at for at, card in enumerate(self._cards) if card.record.id == record_id), -1)

    def id_at(self, row: int) -> str:
        """The id of the entry in a row; empty outside the list."""
        return self._cards[row].record.id if 0 <= row < len(self._cards) else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return card.title
            case Qt.ItemDataRole.AccessibleTextRole:
                words = (card.title, card.facts, *(text for text, _state in card.chips))
                return ", ".join(word for word in words if word)
            case EntryRole.RECORD_ID:
                return card.record.id
            case EntryRole.FACTS:
                return card.facts
            case EntryRole.CHIPS:
                return card.chips
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not self.movable:
            return super().flags(index)
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
        """Ask for the move; False, since the list itself has nothing to take out afterwards."""
        if not data.hasFormat(ROW_MIME) or not self.movable:
            return False
        start = int(bytes(data.data(ROW_MIME).data()))
        target = row if row >= 0 else (parent.row() if parent.isValid() else len(self._cards))
        end = min(target - 1 if target > start else target, len(self._cards) - 1)
        if end != start:
            self.move_wanted.emit(start, end)
        return False

    def _stale(self, case: Case, spec: SectionSpec) -> bool:
        """Whether cards shown before may name records that are different now."""
        before = self._case
        if before is None or before.id != case.id or spec is not self._spec:
            return True
        named = {field.to for field in spec.fields if field.to and (field.summary or field.fact)}
        if EVERY_RECORD in named:
            named = set(case.declaration.sections) - {spec.key}
        sections = [key for key in named if key in case.declaration.sections]
        return any(case.section(key) is not before.section(key) for key in sections)

    def _chips(
        self, case: Case, entry: Record, wording: Wording, to_fix: int, sourced: set[str] | None
    ) -> tuple[tuple[str, str], ...]:
        chips = []
        if entry.sensitivity > case.sensitivity:
            chips.append((wording.sensitivity(entry.sensitivity), "neutral"))
        if sourced is not None and entry.id not in sourced:
            chips.append((self.tr("no source"), "warning"))
        elif to_fix:
            chips.append((self.tr("%n to fix", "", to_fix), "warning"))
        return tuple(chips)

    def _rearrange(self, cards: list[EntryCard]) -> None:
        """Take out, put in and move rows until they are those of `cards`, then renew what differs."""
        wanted = {card.record.id for card in cards}
        nowhere = QModelIndex()
        for row in range(len(self._cards) - 1, -1, -1):
            if self._cards[row].record.id not in wanted:
                self.beginRemoveRows(nowhere, row, row)
                del self._cards[row]
                self.endRemoveRows()
        for row, card in enumerate(cards):
            start = self.row_of(card.record.id)
            if start < 0:
                self.beginInsertRows(nowhere, row, row)
                self._cards.insert(row, card)
                self.endInsertRows()
            elif start != row:
                self.beginMoveRows(nowhere, start, start, nowhere, row)
                self._cards.insert(row, self._cards.pop(start))
                self.endMoveRows()
        changed = [row for row, card in enumerate(cards) if card.words != self._cards[row].words]
        self._cards = cards
        for row in changed:
            self.dataChanged.emit(self.index(row), self.index(row))


def sourced_records(case: Case) -> set[str]:
    """Ids of the records that evidence is linked to, and of those they stand in."""
    parents = {
        entry.id: entry.parent
        for key, spec in case.declaration.sections.items()
        if spec.parent
        for entry in case.section(key)
    }
    sourced: set[str] = set()
    for item in case.evidence:
        record_id = item.claim if item.source else None
        while record_id and record_id not in sourced:
            sourced.add(record_id)
            record_id = parents.get(record_id)
    return sourced
