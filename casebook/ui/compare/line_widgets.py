"""The widgets that stand in lines of the table: questions about similar entries, and the finding being written."""

from PySide6.QtCore import QObject, QPoint, QTimer, Signal

from casebook.domain.comparison import Candidate
from casebook.ui.compare.comparison_desk import ComparisonDesk
from casebook.ui.compare.comparison_table import ComparisonTable
from casebook.ui.compare.finding_editor import FindingEditor
from casebook.ui.compare.line_model import LineModel
from casebook.ui.compare.lines import Line, LineKind
from casebook.ui.compare.similar_bar import SimilarBar


class LineWidgets(QObject):
    """Made when their lines come into sight; at most one finding is written at a time."""

    asked = Signal(object, QPoint)
    """Line whose finding is to be put to an author as a question, and where on the screen that was said."""

    def __init__(self, desk: ComparisonDesk, model: LineModel, table: ComparisonTable) -> None:
        super().__init__(table)
        self._desk, self._model, self._table = desk, model, table
        self._editor: FindingEditor | None = None
        self._line: Line | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.furnish)
        table.laid_out.connect(self._soon.start)
        table.finding_wanted.connect(self.write)
        table.current_changed.connect(self._moved_on)
        model.modelAboutToBeReset.connect(self.end)
        desk.finding_changed.connect(self._finding_changed)

    @property
    def editor(self) -> FindingEditor | None:
        """Where a finding is being written."""
        return self._editor

    def furnish(self) -> None:
        """Put a question into each line of that kind that is in sight."""
        table, bottom = self._table, self._table.viewport().height()
        at = max(table.rowAt(0), 0)
        while at < self._model.rowCount() and table.rowViewportPosition(at) < bottom:
            line = self._model.line(at)
            index = self._model.index(at, 0)
            if line is not None and line.candidate is not None and table.indexWidget(index) is None:
                if table.columnSpan(at, 0) == 1:
                    table.setSpan(at, 0, 1, self._model.columnCount())
                table.setIndexWidget(index, self._question(line.candidate))
            at += 1

    def write(self, at: int, typed: str = "") -> None:
        """Write the finding of a line."""
        line = self._model.line(at)
        if line is None or not line.finds or self._desk.read_only:
            return
        if self._editor is not None and self._line is not None and self._line.key == line.key:
            self._editor.begin(typed)
            return
        self.end()
        index = self._model.index(at, self._model.finding_column)
        editor = FindingEditor(self._desk.synthesis.finding(line.key), self._table)
        self._editor, self._line = editor, line
        editor.told.connect(lambda finding, typing: self._desk.set_finding(line.key, finding, typing=typing))
        editor.left.connect(self._leave)
        editor.grown.connect(self._grow)
        editor.ask_wanted.connect(lambda: self._ask(line))
        self._table.go(at, index.column())
        self._table.setIndexWidget(index, editor)
        self._grow()
        self._table.scrollTo(index)
        editor.begin(typed)

    def end(self) -> None:
        """Stop writing; what is typed is told."""
        editor, line = self._editor, self._line
        if editor is None or line is None:
            return
        self._editor = self._line = None
        editor.flush()
        at = self._model.row_of(line)
        if at >= 0:
            self._table.setIndexWidget(self._model.index(at, self._model.finding_column), None)  # type: ignore[arg-type]
            self._table.fit_line(at)

    def flush(self) -> None:
        """Tell what is typed but not told yet."""
        if self._editor is not None:
            self._editor.flush()

    def _leave(self) -> None:
        self.end()
        self._table.setFocus()

    def _ask(self, line: Line) -> None:
        if self._editor is not None:
            self._editor.flush()
            button = self._editor.ask
            self.asked.emit(line, button.mapToGlobal(button.rect().bottomLeft()))

    def _moved_on(self, at: int) -> None:
        line = self._model.line(at)
        if self._line is not None and (line is None or line.key != self._line.key):
            self.end()

    def _grow(self) -> None:
        if self._editor is None or self._line is None:
            return
        at = self._model.row_of(self._line)
        width = self._table.columnWidth(self._model.finding_column)
        layout = self._editor.layout()
        high = layout.totalHeightForWidth(width) if layout is not None else self._editor.sizeHint().height()
        self._table.fit_line(at, high + 4)

    def _finding_changed(self, key: str) -> None:
        if self._editor is not None and self._line is not None and self._line.key == key:
            self._editor.show_finding(self._desk.synthesis.finding(key))
            self._grow()
            return
        at = self._model.row_with(key)
        if at >= 0:
            self._table.fit_line(at)
            self._table.viewport().update()

    def _question(self, candidate: Candidate) -> SimilarBar:
        bar = SimilarBar(candidate, (self._case_of(candidate.one), self._case_of(candidate.other)))
        bar.decided.connect(lambda same: self._desk.decide(candidate, same=same))
        return bar

    def _case_of(self, entry_id: str) -> str:
        comparison = self._desk.comparison
        if comparison is None:
            return ""
        case = next((case for case in comparison.cases if case.find(entry_id) is not None), None)
        return "" if case is None else case.ref_code or comparison.wording.title(case, case)

    def decide_here(self, *, same: bool) -> bool:
        """Answer the question the keyboard is at; False when it is at none."""
        line = self._table.current_line
        if line is None or line.kind is not LineKind.SIMILAR or line.candidate is None:
            return False
        if not self._desk.read_only:
            self._desk.decide(line.candidate, same=same)
        return True
