"""The truth table as Qt sees it."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from casebook.domain.truth_table import VERDICT_WORDS, Configuration, TruthTable, Verdict
from casebook.ui.i18n import translated
from casebook.ui.theme import State

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
HOLDS, HOLDS_NOT = "●", "○"
STATE_ROLE = int(Qt.ItemDataRole.UserRole) + 2
"""The state a verdict is shown in."""
STATES: dict[Verdict, State] = {
    Verdict.PRESENT: "ok",
    Verdict.ABSENT: "neutral",
    Verdict.CONTRADICTORY: "warning",
    Verdict.REMAINDER: "notice",
}


class ConfigurationModel(QAbstractTableModel):
    """One row a combination: conditions, number of cases, proportion, consistency, PRI, verdict."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table: TruthTable | None = None
        self._rows: tuple[Configuration, ...] = ()

    def show(self, table: TruthTable | None, *, remainders: bool) -> None:
        """Show another table, with the combinations no case stands for or without."""
        self.beginResetModel()
        self._table = table
        self._rows = () if table is None else table.rows if remainders else table.observed
        self.endResetModel()

    def configuration(self, row: int) -> Configuration | None:
        """The combination in a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or self._table is None else self._conditions + 5

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        row = self.configuration(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, index.column())
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._spoken(row, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role == STATE_ROLE and index.column() == self._conditions + 4:
            return STATES[row.verdict]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or self._table is None:
            return None
        conditions = self._table.table.conditions
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                conditions[section].label
                if section < len(conditions)
                else self._heads[section - len(conditions)]
            )
        if role == Qt.ItemDataRole.ToolTipRole and section < len(conditions):
            return f"{conditions[section].label} ({conditions[section].name})"
        return None

    @property
    def _conditions(self) -> int:
        return len(self._table.table.conditions) if self._table is not None else 0

    @property
    def _heads(self) -> tuple[str, ...]:
        return (
            self.tr("Cases"),
            self.tr("Proportion"),
            self.tr("Consistency"),
            self.tr("PRI"),
            self.tr("Outcome"),
        )

    def _words(self, row: Configuration, column: int) -> str:
        if column < self._conditions:
            return HOLDS if row.pattern[column] else HOLDS_NOT
        match column - self._conditions:
            case 0:
                return str(len(row.cases))
            case 1:
                return _share(row.proportion)
            case 2:
                return _share(row.consistency)
            case 3:
                return _share(row.pri)
            case _:
                return f"{row.verdict.value}  {translated(VERDICT_WORDS[row.verdict])}"

    def _spoken(self, row: Configuration, column: int) -> str:
        if self._table is None or column >= self._conditions:
            return f"{self._heads[column - self._conditions]}: {self._words(row, column)}"
        label = self._table.table.conditions[column].label
        return label if row.pattern[column] else self.tr("not {}").format(label)


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
