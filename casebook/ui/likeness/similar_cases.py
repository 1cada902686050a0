"""The cases most like one, with the reasons: looked for off the GUI thread, opened or compared from here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from casebook.ui.dialogs.plain_dialog import PlainDialog
from casebook.ui.likeness.likeness_list import LikenessList
from casebook.ui.likeness.likeness_model import LikenessRow
from casebook.ui.tasks import Cancelled, Progress, Task
from casebook.ui.widgets.empty_state import EmptyState
from casebook.ui.workbench import Workbench

if TYPE_CHECKING:
    from casebook.services.resembling import SimilarCase

WIDE = 680
"""Pixels at usual text size."""
BESIDE = 3
"""Cases that can be compared beside the one they are like."""


class SimilarCases(PlainDialog):
    """Emits `case_wanted(id)` and `compare_wanted(ids)`; stands beside the window and blocks nothing."""

    case_wanted = Signal(str)
    compare_wanted = Signal(tuple)

    def __init__(self, workbench: Workbench, case_id: str, title: str, parent: QWidget | None = None) -> None:
        """Begins to look at once."""
        super().__init__(
            QCoreApplication.translate("SimilarCases", "Cases like “{}”").format(title),
            parent,
            WIDE,
            fills=True,
        )
        self._workbench, self._case_id = workbench, case_id
        self._words = self.add_text(self.tr("Looking through the library …"), "muted")
        self._words.setObjectName("similar-words")
        self._list = LikenessList(self.tr("Similar cases"))
        self._list.setObjectName("similar-cases")
        self._empty = EmptyState()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._empty)
        self.body.addWidget(self._pages, 1)
        self.add_cancel(self.tr("Close"))
        self._compare = self.add_button(self.tr("Compare side by side"), "similar-compare")
        self._open = self.add_button(self.tr("Open in Write"), "similar-open", primary=True)
        self._compare.clicked.connect(self._ask_to_compare)
        self._open.clicked.connect(lambda: self._ask_to_open(self._list.chosen))
        self._list.opened.connect(lambda row: self._ask_to_open((row,)))
        self._list.changed.connect(self._enable)
        self._task = self._look()
        self._enable()

    def done(self, result: int) -> None:
        """Stop looking when the dialog goes."""
        if self._task is not None:
            self._task.cancel()
        super().done(result)

    def _look(self) -> Task | None:
        from casebook.services.resembling import similar_cases

        library = self._workbench.library
        if library is None:
            return None
        opening, case_id, wording = library.opening_apart(), self._case_id, self._workbench.wording

        def work(progress: Progress, cancelled: Cancelled) -> tuple[SimilarCase, ...]:
            with opening() as apart:
                return similar_cases(apart, case_id, wording, progress, cancelled)

        return self._workbench.run(
            self.tr("Looking for similar cases"), work, self._show_found, self._show_refused
        )

    def _show_found(self, found: tuple[SimilarCase, ...]) -> None:
        self._task = None
        self._list.show_rows(
            [
                LikenessRow(
                    ids=(one.id,),
                    heads=((one.title or self.tr("Untitled case"), one.ref_code),),
                    score=one.score,
                    reasons="; ".join(one.reasons),
                )
                for one in found
            ]
        )
        if found:
            self._words.setText(
                self.tr("The most alike first. What few cases have counts more than what many have.")
            )
            self._list.setFocus()
            return
        self._words.setText("")
        self._empty.show_words(
            self.tr("No case is like this one yet."),
            self.tr("Actors, terms, countries, places and the period are what cases are like each other by."),
            "",
        )
        self._pages.setCurrentWidget(self._empty)

    def _show_refused(self, sentence: str) -> None:
        self._task = None
        self._words.setText("")
        self.show_problem(sentence)

    def _enable(self) -> None:
        chosen = len(self._list.chosen)
        self._open.setEnabled(chosen == 1)
        self._compare.setEnabled(1 <= chosen <= BESIDE)

    def _ask_to_open(self, rows: tuple[LikenessRow, ...]) -> None:
        for row in rows[:1]:
            self.accept()
            self.case_wanted.emit(row.ids[0])

    def _ask_to_compare(self) -> None:
        chosen = tuple(row.ids[0] for row in self._list.chosen)
        self.accept()
        self.compare_wanted.emit((self._case_id, *chosen))
