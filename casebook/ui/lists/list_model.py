"""The rows of a list as Qt sees them: as they stand in the file."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from casebook.domain.list_file import ListFile, shown_cell

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
LONGEST = 120
"""Characters of a cell that are shown."""


class ListModel(QAbstractTableModel):
    """Any number of rows; nothing is copied."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until `show_list`."""
        super().__init__(parent)
        self._listed: ListFile | None = None

    def show_list(self, listed: ListFile | None) -> None:
        """Show another list, or none."""
        self.beginResetModel()
        self._listed = listed
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or self._listed is None else len(self._listed.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or self._listed is None else len(self._listed.columns)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid() or self._listed is None:
            return None
        cell = self._listed.rows[index.row()][index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = shown_cell(cell)
            return (
                text[:2000]
                if role == Qt.ItemDataRole.ToolTipRole
                else " ".join(text[: 4 * LONGEST].split())[:LONGEST]
            )
        if role == Qt.ItemDataRole.TextAlignmentRole:
            number = isinstance(cell, (int, float)) and not isinstance(cell, bool)
            across = Qt.AlignmentFlag.AlignTrailing if number else Qt.AlignmentFlag.AlignLeading
            return across | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        if self._listed is None:
            return None
        across = orientation is Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.DisplayRole:
            names = self._listed.columns if across else self._listed.numbers
            return str(names[section]) if section < len(names) else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return (
                Qt.AlignmentFlag.AlignLeading if across else Qt.AlignmentFlag.AlignTrailing
            ) | Qt.AlignmentFlag.AlignVCenter
        return None
