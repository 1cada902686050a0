"""The matrix as Qt sees it: lines, cells, and every cell as a sentence."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from casebook.domain.co_occurrence import together
from casebook.domain.matrix import NOTHING, Cell, Head, Matrix
from casebook.domain.wording import Wording

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class MatrixModel(QAbstractTableModel):
    """Shows one matrix at a time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.matrix: Matrix | None = None
        self._wording: Wording | None = None
        self.most = 0

    def show(self, matrix: Matrix | None, wording: Wording) -> None:
        """Show another matrix, or the same in another order."""
        self.beginResetModel()
        self.matrix, self._wording = matrix, wording
        self.most = matrix.most if matrix is not None else 0
        self.endResetModel()

    def row_head(self, row: int) -> Head | None:
        """What a row is."""
        return self.matrix.rows[row] if self.matrix is not None and 0 <= row < len(self.matrix.rows) else None

    def column_head(self, column: int) -> Head | None:
        """What a column is."""
        heads = self.matrix.columns if self.matrix is not None else ()
        return heads[column] if 0 <= column < len(heads) else None

    def cell(self, row: int, column: int) -> Cell | None:
        """The cell where two lines meet; None when it is empty."""
        one, other = self.row_head(row), self.column_head(column)
        if self.matrix is None or one is None or other is None:
            return None
        return self.matrix.cell(one.key, other.key)

    def sentence(self, row: int, column: int) -> str:
        """A cell in words."""
        one, other, wording = self.row_head(row), self.column_head(column), self._wording
        if self.matrix is None or one is None or other is None or wording is None:
            return ""
        cell = self.matrix.cell(one.key, other.key)
        if cell is not None and cell.of:
            return together(self.matrix, one.key, other.key, wording)
        head = f"{one.label} – {other.label}: "
        if cell is None:
            return head + self._empty(one, other, wording)
        number = self.tr("1 entry") if cell.number == 1 else self.tr("{} entries").format(cell.number)
        return head + ", ".join([number, *self._measured(cell, wording)])

    def total_words(self, head: Head, *, row: bool) -> str:
        """A head and its totals in words."""
        if self.matrix is None:
            return ""
        totals, across = (
            (self.matrix.row_totals, self.matrix.columns)
            if row
            else (self.matrix.column_totals, self.matrix.rows)
        )
        total = totals.get(head.key, NOTHING)
        name = " – ".join(part for part in (head.detail, head.label) if part)
        return self.tr("{}: {} in all, in {} of {}").format(name, total.entries, total.present, len(across))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or self.matrix is None else len(self.matrix.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or self.matrix is None else len(self.matrix.columns)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if self.matrix is None or not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            cell = self.cell(index.row(), index.column())
            return self.matrix.text(cell) if cell is not None else ""
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.sentence(index.row(), index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        by_row = orientation is Qt.Orientation.Vertical
        head = self.row_head(section) if by_row else self.column_head(section)
        if head is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return head.label
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.total_words(head, row=by_row)
        return None

    def _measured(self, cell: Cell, wording: Wording) -> list[str]:
        spec = self.matrix.measure.spec if self.matrix is not None else None
        if spec is None or self.matrix is None:
            return []
        label = wording.translate(spec.label).lower()
        level = self.matrix.measure.level(cell.marks)
        if level is not None:
            return [self.tr("highest {} {}").format(label, level)]
        ways = [wording.term(spec.vocabulary, mark) for mark in cell.marks]
        return [f"{label} {', '.join(ways).lower()}"] if ways else [self.tr("{} not recorded").format(label)]

    def _empty(self, one: Head, other: Head, wording: Wording) -> str:
        """Why there is nothing: nobody recorded it, or somebody said why."""
        totals = self.matrix
        if totals is None:
            return ""
        for head, counted in ((one, totals.row_totals), (other, totals.column_totals)):
            if head.key not in counted:
                return wording.absence(head.absence)
        return self.tr("none")
