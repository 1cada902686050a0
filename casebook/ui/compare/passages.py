"""Goes from a cell of the comparison to where the case says it, and offers the way back."""

from PySide6.QtCore import QCoreApplication

from casebook.ui.compare.cell_blocks import Sight
from casebook.ui.compare.lines import Line, LineKind
from casebook.ui.workbench import Workbench


class Passages:
    """Opens cases in Write at an entry or field."""

    def __init__(self, workbench: Workbench) -> None:
        self._workbench = workbench

    def show(self, line: Line, sight: Sight, column: int) -> None:
        """Open case number `column` where it has what stands in this line."""
        self._go(sight.comparison.cases[column].id, *place_of(line, sight, column))

    def open_case(self, sight: Sight, column: int) -> None:
        """Open case number `column` at its beginning."""
        case_id = sight.comparison.cases[column].id
        self._go(case_id, case_id, "")

    def _go(self, case_id: str, record_id: str, field: str) -> None:
        if not self._workbench.open_case(case_id):
            return
        self._workbench.workspace_requested.emit("write")
        self._workbench.go_to.emit(record_id, field)
        back = QCoreApplication.translate("Passages", "Back to the comparison")
        self._workbench.told.emit(
            QCoreApplication.translate("Passages", "Opened in Write; Ctrl+3 leads back."),
            (back, lambda: self._workbench.workspace_requested.emit("compare")),
        )


def place_of(line: Line, sight: Sight, column: int) -> tuple[str, str]:
    """The record and the field that a cell is about; the section where the case has no entry."""
    case, row = sight.comparison.cases[column], line.row
    if row is None:
        return case.id, ""
    above = sight.comparison.by_key.get(row.parent) if line.kind is LineKind.DETAIL else None
    cell = (above or row).cells[column]
    field = row.field if row.spec is not None else ""
    if cell.entries:
        picked = sight.chosen.get((above or row).key, {}).get(case.id, "")
        ids = [held.id for held in cell.entries]
        return picked if picked in ids else ids[0], field
    return case.id, field if row.section not in case.declaration.sections else row.section
