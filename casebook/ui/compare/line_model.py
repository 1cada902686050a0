"""The lines of a comparison as a table model: a column for each case, and the findings in the last."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from casebook.domain.comparison import Row
from casebook.domain.wording import Wording
from casebook.ui.compare.cell_blocks import Sight
from casebook.ui.compare.comparison_desk import ComparisonDesk
from casebook.ui.compare.lines import Line, LineKind
from casebook.ui.compare.marks import FINDING_SIGNS, GAP_SIGNS, MARK_SIGNS, ROW_SIGNS
from casebook.ui.i18n import translated

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class LineModel(QAbstractTableModel):
    """What the table shows; texts are for those who read it aloud or copy it, the delegate paints from `line`."""

    def __init__(self, desk: ComparisonDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lines: tuple[Line, ...] = ()
        self._places: dict[str, int] = {}
        self.sight: Sight | None = None
        desk.finding_changed.connect(self._finding_changed)

    def show(self, lines: Sequence[Line], sight: Sight | None) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines, self.sight = tuple(lines), sight
        self._places = {f"{line.kind}:{line.key}": at for at, line in enumerate(self._lines)}
        self.endResetModel()

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines in order."""
        return self._lines

    @property
    def wording(self) -> Wording | None:
        """How values read."""
        return self.sight.comparison.wording if self.sight else None

    @property
    def finding_column(self) -> int:
        """The number of the last column."""
        return self.columnCount() - 1

    def line(self, row: int) -> Line | None:
        """One line; None when there is no such."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, line: Line) -> int:
        """Where a line stands now; -1 when it is gone."""
        return self._places.get(f"{line.kind}:{line.key}", -1)

    def row_with(self, key: str) -> int:
        """Where the row or section with this key stands; -1 when it is not shown."""
        kinds = (LineKind.ROW, LineKind.SECTION)
        return next((at for kind in kinds if (at := self._places.get(f"{kind}:{key}", -1)) >= 0), -1)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() or self.sight is None else len(self.sight.comparison.cases) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row()) if index.isValid() else None
        if line is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if index.column() == self.finding_column:
            return self._finding(line)
        if line.candidate is not None:
            return " / ".join(line.candidate.words) if index.column() == 0 else ""
        words = cell_words(line.row, index.column()) if line.row else ""
        if role == Qt.ItemDataRole.AccessibleTextRole and line.row:
            title = self.headerData(index.column(), Qt.Orientation.Horizontal)
            return f"{line.label}, {title}: {words}"
        return words

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or self.sight is None:
            return None
        if orientation == Qt.Orientation.Vertical:
            line = self.line(section)
            return f"{line.label}: {state_words(line)}" if line else None
        cases = self.sight.comparison.cases
        if section == len(cases):
            return self.tr("Synthesis")
        return self.sight.comparison.wording.title(cases[section], cases[section])

    def _finding(self, line: Line) -> str:
        if not line.finds:
            return ""
        finding = self._desk.synthesis.finding(line.key)
        if not finding:
            return ""
        return f"{translated(FINDING_SIGNS[finding.state].word)}: {finding.text}"

    def _finding_changed(self, key: str) -> None:
        at = self.row_with(key)
        if at >= 0:
            place = self.index(at, self.finding_column)
            self.dataChanged.emit(place, place)


def cell_words(row: Row, column: int) -> str:
    """What a case has in a row, marks and grades included, as text."""
    cell = row.cells[column]
    if cell.gap is not None:
        sign = GAP_SIGNS[cell.gap]
        return f"{sign.symbol} {translated(sign.word)}"
    if cell.entries:
        said = []
        for held, mark in zip(cell.entries, cell.marks, strict=True):
            grade = f" ({held.grade.code})" if held.grade else ""
            said.append(f"{MARK_SIGNS[mark].symbol} {held.words}{grade}")
        return "; ".join(said)
    return ", ".join(cell.words)


def state_words(line: Line) -> str:
    """The state of a line: its symbol and word."""
    if line.row is None:
        return ""
    gap = line.row.cells[0].gap
    if line.row.state.value == "missing" and gap is not None:
        sign = GAP_SIGNS[gap]
    else:
        sign = ROW_SIGNS[line.row.state]
    return f"{sign.symbol} {translated(sign.word)}"
