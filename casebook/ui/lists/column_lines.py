"""All columns of a list below one another, each with where it goes."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QTimer, Signal
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
AT_ONCE = 12
"""Lines made between two looks at the keyboard."""
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
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._add_some)
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
        self._latest = (targets, mapping, troubled)
        if self._shown[0] is not listed or self._shown[1] is not targets:
            self._shown = (listed, targets)
            self._start(listed, targets)
        self._show(range(len(self.lines)))

    def _show(self, places: range) -> None:
        targets, mapping, troubled = self._latest
        by_key = {target.key: target for target in targets}
        for at in places:
            choice = mapping.choices[at]
            self.lines[at].show_choice(choice, by_key.get(choice.target), troubled.get(at, 0))

    def _start(self, listed: ListFile, targets: Sequence[Target]) -> None:
        self._listed = listed
        self._choices = TargetChoices(targets, self._workbench.wording.translate)
        page = with_look(QWidget(), "paper")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.lines = []
        self.setWidget(page)
        self._add_some()

    def _add_some(self) -> None:
        """Add the next few lines; the window breathes between two of these steps."""
        start, columns = len(self.lines), self._listed.columns
        for at in range(start, min(start + AT_ONCE, len(columns))):
            cells = sample_of([row[at] for row in self._listed.rows[:AMONG]], EXAMPLES)
            examples = [" ".join(shown_cell(cell).split())[:LONGEST_EXAMPLE] for cell in cells]
            line = ColumnLine(at, columns[at], examples, self._choices)
            line.chosen.connect(lambda choice, place=at: self.chosen.emit(place, choice))
            self._column.insertWidget(at, line)
            self.lines.append(line)
        self._show(range(start, len(self.lines)))
        if len(self.lines) < len(columns):
            self._later.start()
