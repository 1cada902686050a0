"""The rows of a list that are refused, as Qt sees them: where each stands, what it begins with, why."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from casebook.domain.list_file import ListFile, shown_cell
from casebook.services.lists.plan import Refused

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
BEGINNING = 60
"""Characters that a row is known by."""


class RefusedModel(QAbstractTableModel):
    """Three columns: line, row, reason."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until `show_refused`."""
        super().__init__(parent)
        self._listed: ListFile | None = None
        self._refused: Sequence[Refused] = ()

    def show_refused(self, listed: ListFile | None, refused: Sequence[Refused]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._listed, self._refused = listed, refused
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._refused)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid() or self._listed is None:
            return None
        one = self._refused[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            first = index.column() == 0
            across = Qt.AlignmentFlag.AlignTrailing if first else Qt.AlignmentFlag.AlignLeading
            return across | Qt.AlignmentFlag.AlignVCenter
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (str(one.number), self._beginning(one), " ".join(one.reasons))[index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Row"), self.tr("Begins with"), self.tr("Why it is refused"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            across = Qt.AlignmentFlag.AlignTrailing if section == 0 else Qt.AlignmentFlag.AlignLeading
            return across | Qt.AlignmentFlag.AlignVCenter
        return None

    def _beginning(self, one: Refused) -> str:
        row = self._listed.rows[one.at] if self._listed is not None else ()
        texts = (" ".join(shown_cell(cell)[: 4 * BEGINNING].split()) for cell in row)
        return next((text for text in texts if text), "")[:BEGINNING]
