"""All columns of a list below one another, each with where it goes."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from casebook.domain.list_file import ListFile, shown_cell
from casebook.services.lists.guessing import sample_of
from casebook.services.lists.mapping import ListMapping
from casebook.services.lists.targets import Target
from casebook.ui.lists.column_line import ColumnLine
from casebook.ui.lists.target_choices import TargetChoices
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench

EXAMPLES = 3
"""Different cells shown of each column."""
LONGEST_EXAMPLE = 40
AMONG = 400
"""Rows from which the examples are taken."""


class ColumnLines(QScrollArea):
    """Emits `chosen` with the number of a column and its ColumnChoice."""

    chosen = Signal(int, object)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.lines: list[ColumnLine] = []
        self._shown: tuple[object, object] = (None, None)
        self.setObjectName("columns")
        self.setAccessibleName(self.tr("Columns of the list"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def show_columns(
        self,
        listed: ListFile,
        targets: Sequence[Target],
        mapping: ListMapping,
        troubled: Mapping[int, int],
    ) -> None:
        """Show a list and where its columns go; `troubled` says how many rows each keeps from coming in."""
        if self._shown[0] is not listed or self._shown[1] is not targets:
            self._shown = (listed, targets)
            self._fill(listed, targets)
        by_key = {target.key: target for target in targets}
        for at, (line, choice) in enumerate(zip(self.lines, mapping.choices, strict=True)):
            line.show_choice(choice, by_key.get(choice.target), troubled.get(at, 0))

    def _fill(self, listed: ListFile, targets: Sequence[Target]) -> None:
        choices = TargetChoices(targets, self._workbench.wording.translate)
        page = with_look(QWidget(), "paper")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(0)
        self.lines = []
        for at, heading in enumerate(listed.columns):
            cells = sample_of([row[at] for row in listed.rows[:AMONG]], EXAMPLES)
            examples = [" ".join(shown_cell(cell).split())[:LONGEST_EXAMPLE] for cell in cells]
            line = ColumnLine(at, heading, examples, choices)
            line.chosen.connect(lambda choice, place=at: self.chosen.emit(place, choice))
            column.addWidget(line)
            self.lines.append(line)
        column.addStretch(1)
        self.setWidget(page)
