"""Puts what a row still needs to the author of a case, as a note on the case at that place."""

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from casebook.domain.errors import CasebookError
from casebook.domain.synthesis import Finding, FindingState
from casebook.services.case_notes import CaseNote, add_note, remove_note
from casebook.ui.compare.cell_blocks import Sight
from casebook.ui.compare.comparison_desk import ComparisonDesk
from casebook.ui.compare.lines import Line
from casebook.ui.compare.passages import place_of
from casebook.ui.workbench import Workbench


class AuthorQuestions(QObject):
    """Asks which case is meant, keeps the note there, and marks the row as waiting."""

    def __init__(self, desk: ComparisonDesk, workbench: Workbench, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._workbench, self._parent = desk, workbench, parent

    def menu(self, line: Line, sight: Sight) -> QMenu:
        """The cases whose authors can be asked, those that have nothing in the row first."""
        menu = QMenu(self._parent)
        menu.setObjectName("ask-menu")
        cells = line.row.cells if line.row is not None else ()
        order = sorted(range(len(cells)), key=lambda at: (cells[at].gap is None, at))
        for at in order:
            case = sight.comparison.cases[at]
            title = sight.comparison.wording.title(case, case)
            action = menu.addAction(self.tr("The author of {}").format(title))
            action.setObjectName(f"ask-{at}")
            action.triggered.connect(lambda _on=False, column=at: self.ask(line, sight, column))
        return menu

    def offer(self, line: Line, sight: Sight, at: QPoint) -> None:
        """Ask which case is meant."""
        self.menu(line, sight).popup(at)

    def ask(self, line: Line, sight: Sight, column: int) -> None:
        """Keep what the finding says as a note on a case, for its author."""
        library = self._workbench.library
        if library is None:
            return
        case, finding = sight.comparison.cases[column], self._desk.synthesis.finding(line.key)
        record_id, field = place_of(line, sight, column)
        text = finding.text.strip() or self.tr("What does this case have on “{}”?").format(line.label)
        note = CaseNote(case_id=case.id, text=text, record_id=record_id, field=field, about=line.label)
        try:
            kept = add_note(library, note)
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
            return
        self._desk.set_finding(line.key, Finding(text=finding.text, state=FindingState.NEEDS_INFORMATION))
        title = sight.comparison.wording.title(case, case)
        self._workbench.told.emit(
            self.tr("The note waits on “{}”.").format(title), lambda: self._take_back(kept)
        )

    def _take_back(self, note: CaseNote) -> None:
        library = self._workbench.library
        try:
            if library is not None:
                remove_note(library, note)
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
