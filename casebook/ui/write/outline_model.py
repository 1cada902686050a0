"""The outline of a case as a list: its parts, sections and shared records, with counts and completeness."""

from enum import IntEnum
from typing import Any

import attrs
from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from casebook.domain.case import Case
from casebook.domain.completeness import Completeness

Index = QModelIndex | QPersistentModelIndex


class OutlineRole(IntEnum):
    """What a row tells beside its title."""

    KEY = Qt.ItemDataRole.UserRole + 1
    COUNT = Qt.ItemDataRole.UserRole + 2
    PERCENT = Qt.ItemDataRole.UserRole + 3
    STARTS_GROUP = Qt.ItemDataRole.UserRole + 4


@attrs.frozen
class OutlineRow:
    """One line: `count` is None for parts, `percent` None where completeness means nothing."""

    key: str
    title: str
    count: int | None
    percent: int | None
    starts_group: bool = False


class OutlineModel(QAbstractListModel):
    """Rows in the order of the declaration."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until `show_case`."""
        super().__init__(parent)
        self._rows: tuple[OutlineRow, ...] = ()

    def show_case(self, case: Case | None, completeness: Completeness | None) -> None:
        """Show another state of the case; rows that stay the same are not drawn anew."""
        rows = () if case is None or completeness is None else outline_rows(case, completeness)
        if [row.key for row in rows] != [row.key for row in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        changed = [at for at, (new, old) in enumerate(zip(rows, self._rows, strict=True)) if new != old]
        self._rows = rows
        for at in changed:
            self.dataChanged.emit(self.index(at), self.index(at))

    def row_of(self, key: str) -> int:
        """The row of a part or section; -1 if it is not in the outline."""
        return next((at for at, row in enumerate(self._rows) if row.key == key), -1)

    def key_at(self, row: int) -> str:
        """The key of a row; empty outside the list."""
        return self._rows[row].key if 0 <= row < len(self._rows) else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row)
            case OutlineRole.KEY:
                return row.key
            case OutlineRole.COUNT:
                return row.count
            case OutlineRole.PERCENT:
                return row.percent
            case OutlineRole.STARTS_GROUP:
                return row.starts_group
        return None

    def _spoken(self, row: OutlineRow) -> str:
        words = [row.title]
        if row.count is not None:
            words.append(self.tr("%n entries", "", row.count))
        if row.percent is not None:
            words.append(self.tr("%n per cent complete", "", row.percent))
        return ", ".join(words)


def outline_rows(case: Case, completeness: Completeness) -> tuple[OutlineRow, ...]:
    """What the outline of a case shows."""

    def words(text: str) -> str:
        return QCoreApplication.translate("", text)

    declaration = case.declaration
    rows = [
        OutlineRow(part.key, words(part.title), None, completeness.by_key[part.key])
        for part in declaration.parts
    ]
    for spec in declaration.top_sections:
        percent = completeness.by_key.get(spec.key)
        rows.append(OutlineRow(spec.key, words(spec.title), len(case.section(spec.key)), percent))
    for at, spec in enumerate(declaration.shared_sections):
        percent = completeness.by_key.get(spec.key)
        rows.append(OutlineRow(spec.key, words(spec.title), len(case.section(spec.key)), percent, at == 0))
    return tuple(rows)
