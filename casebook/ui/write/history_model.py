"""The change log of a case as a list: a line for each day, and below it who changed what, and when."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

import attrs
from PySide6.QtCore import (
    QAbstractListModel,
    QDateTime,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

if TYPE_CHECKING:
    from casebook.storage.history import HistoryEntry


Index = QModelIndex | QPersistentModelIndex


class HistoryRole(IntEnum):
    """What a row tells beside its text."""

    BYLINE = Qt.ItemDataRole.UserRole + 1  # "10:42 · Ama Mensah"; None for the line of a day


@attrs.frozen
class HistoryRow:
    """A day, or one change: `entry` is None for a day."""

    text: str
    byline: str = ""
    entry: HistoryEntry | None = None


class HistoryModel(QAbstractListModel):
    """Changes, latest first; grows at the end by older ones and at the top by new ones."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until `show_latest`."""
        super().__init__(parent)
        self._rows: list[HistoryRow] = []
        self.entries: list[HistoryEntry] = []

    def show_latest(self, latest: list[HistoryEntry]) -> None:
        """Show the latest changes; older ones that follow on them stay."""
        known = {entry.id: at for at, entry in enumerate(self.entries)}
        last = known.get(latest[-1].id) if latest else None
        older = self.entries[last + 1 :] if last is not None else []
        self._replace([*latest, *older])

    def add_older(self, older: list[HistoryEntry]) -> None:
        """Add changes that are older than all shown; those shown already are left out."""
        known = {entry.id for entry in self.entries}
        fresh = [entry for entry in older if entry.id not in known]
        day = _day(self.entries[-1]) if self.entries else ""
        rows = _rows(fresh, day)
        if not rows:
            return
        self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
        self.entries += fresh
        self._rows += rows
        self.endInsertRows()

    def clear(self) -> None:
        """Show nothing."""
        self._replace([])

    def entry_at(self, row: int) -> HistoryEntry | None:
        """The change in a row; None for a day, and outside the list."""
        return self._rows[row].entry if 0 <= row < len(self._rows) else None

    def row_of(self, entry_id: str) -> int:
        """The row of a change; -1 if it is not shown."""
        return next((at for at, row in enumerate(self._rows) if row.entry and row.entry.id == entry_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.text}, {row.byline}" if row.byline else row.text
            case HistoryRole.BYLINE:
                return row.byline if row.entry is not None else None
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()].entry is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def _replace(self, entries: list[HistoryEntry]) -> None:
        if entries == self.entries:
            return
        self.beginResetModel()
        self.entries = entries
        self._rows = _rows(entries, "")
        self.endResetModel()


def byline(entry: HistoryEntry) -> str:
    """The time of day and the name: "10:42 · Ama Mensah"."""
    return " · ".join(part for part in (_time(entry), entry.who) if part)


def moment(entry: HistoryEntry) -> str:
    """Day and time: "Monday, 23 November 2026, 08:28"."""
    return f"{_day(entry)}, {_time(entry)}"


def _rows(entries: list[HistoryEntry], day: str) -> list[HistoryRow]:
    rows = []
    for entry in entries:
        if _day(entry) != day:
            day = _day(entry)
            rows.append(HistoryRow(day))
        rows.append(HistoryRow(entry.what, byline(entry), entry))
    return rows


def _day(entry: HistoryEntry) -> str:
    return QLocale().toString(_local(entry).date(), QLocale.FormatType.LongFormat)


def _time(entry: HistoryEntry) -> str:
    return QLocale().toString(_local(entry).time(), QLocale.FormatType.ShortFormat)


def _local(entry: HistoryEntry) -> QDateTime:
    return QDateTime.fromString(entry.at, Qt.DateFormat.ISODate).toLocalTime()
