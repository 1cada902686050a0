"""The Compare workspace: says calmly what is coming, and which cases were brought here."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from casebook.domain.errors import CasebookError
from casebook.domain.records import RecordId
from casebook.ui.widgets.card import Card
from casebook.ui.widgets.empty_state import EmptyState
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench
from casebook.ui.workspace import Workspace

WIDEST = 420
"""Pixels a card of a case may take."""


class CompareWorkspace(Workspace):
    """Comes with a later version; keeps the choice of cases until then."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._cases: tuple[str, ...] = ()
        bar = with_look(QFrame(), "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(18, 12, 18, 12)
        row.addWidget(with_look(QLabel(self.tr("Compare")), "title"))
        words = EmptyState(
            self.tr("Two to four cases side by side, field by field"),
            self.tr(
                "What all of them share, what only some have, what differs and what nobody recorded, matched by "
                "term and by actor, with room for a finding beside each row. This comes with the next version; "
                "until then, reports of several cases can be made under Publish."
            ),
            self.tr("Go to the library"),
        )
        words.setObjectName("compare-coming")
        words.action.connect(lambda: workbench.workspace_requested.emit("library"))
        self._cards = QHBoxLayout()
        self._cards.setContentsMargins(18, 18, 18, 0)
        self._cards.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addLayout(self._cards)
        column.addWidget(words, 1)
        self._button = words.button
        workbench.library_changed.connect(lambda: self.take_cases(()))

    def chosen_cases(self) -> tuple[RecordId, ...]:
        """Ids of the cases that were brought here."""
        return tuple(RecordId(case_id) for case_id in self._cases)

    def arrive(self) -> None:
        """Put the focus on the one next step."""
        self._button.setFocus()

    def take_cases(self, case_ids: tuple[str, ...]) -> None:
        """Show the cases that are to be compared."""
        self._cases = case_ids
        while (item := self._cards.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        library, wording = self._workbench.library, self._workbench.wording
        for case_id in case_ids:
            try:
                case = library.cases.load(case_id) if library is not None else None
            except CasebookError as error:
                self._workbench.problem.emit(str(error))
                continue
            if case is not None:
                status = wording.term("status", case.status)
                facts = " · ".join(part for part in (case.ref_code, str(case.period or ""), status) if part)
                card = Card(wording.title(case, case), facts)
                card.setMaximumWidth(WIDEST)
                self._cards.addWidget(card, 1)
        self._cards.addStretch(1)
        self.selection_changed.emit()
