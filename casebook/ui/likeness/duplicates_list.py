"""Pairs of cases that are likely the same: to compare, to merge, or to mark as different."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from PySide6.QtCore import QCoreApplication, Signal, SignalInstance
from PySide6.QtWidgets import QCheckBox, QStackedWidget, QWidget

from casebook.domain.errors import CasebookError
from casebook.ui.dialogs.plain_dialog import PlainDialog
from casebook.ui.likeness.likeness_list import LikenessList
from casebook.ui.likeness.likeness_model import LikenessRow
from casebook.ui.tasks import Cancelled, Progress, Task
from casebook.ui.widgets.empty_state import EmptyState
from casebook.ui.widgets.message_bar import MessageBar
from casebook.ui.workbench import Workbench

if TYPE_CHECKING:
    from casebook.services.duplicates import Duplicate

WIDE = 720
"""Pixels at usual text size."""


class DuplicatesList(PlainDialog):
    """Emits `compare_wanted(ids)` and `merge_wanted(ids)`; stands beside the window and blocks nothing."""

    compare_wanted = Signal(tuple)
    merge_wanted = Signal(tuple)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        """Begins to look at once."""
        super().__init__(
            QCoreApplication.translate("DuplicatesList", "Likely duplicates"), parent, WIDE, fills=True
        )
        self._workbench = workbench
        self._found: list[Duplicate] = []
        self._words = self.add_text("", "muted")
        self._words.setObjectName("duplicates-words")
        self._list = LikenessList(self.windowTitle())
        self._list.setObjectName("duplicates")
        self._empty = EmptyState()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._empty)
        self._bar = MessageBar()
        self._all = QCheckBox(self.tr("Also those marked “not the same”"))
        self._all.setObjectName("duplicates-all")
        self.body.addWidget(self._pages, 1)
        self.body.addWidget(self._bar)
        self.body.addWidget(self._all)
        self.add_cancel(self.tr("Close"))
        self._apart = self.add_button(self.tr("Not the same"), "duplicates-apart")
        self._merge = self.add_button(self.tr("Merge…"), "duplicates-merge")
        self._compare = self.add_button(self.tr("Compare"), "duplicates-compare", primary=True)
        self._connect()
        self._task: Task | None = None
        self.look()

    def done(self, result: int) -> None:
        """Stop looking when the dialog goes."""
        if self._task is not None:
            self._task.cancel()
        super().done(result)

    def look(self) -> None:
        """Look through the library anew."""
        from casebook.services.duplicates import duplicates

        library = self._workbench.library
        if library is None or self._task is not None:
            return
        self._workbench.flush()
        opening, wording = library.opening_apart(), self._workbench.wording
        self._words.setText(self.tr("Looking through the library …"))

        def work(_progress: Progress, cancelled: Cancelled) -> tuple[Duplicate, ...]:
            with opening() as apart:
                return duplicates(apart, wording, cancelled, parted=True)

        title = self.tr("Looking for duplicates")
        self._task = self._workbench.run(title, work, self._take, self._refuse)
        self._enable()

    def _connect(self) -> None:
        self._apart.clicked.connect(self._part)
        self._list.delete_wanted.connect(self._part)
        self._merge.clicked.connect(lambda: self._ask(self.merge_wanted))
        self._compare.clicked.connect(lambda: self._ask(self.compare_wanted))
        self._list.opened.connect(lambda _row: self._ask(self.compare_wanted))
        self._list.changed.connect(self._enable)
        self._all.toggled.connect(lambda _on: self._show_found())
        self._workbench.cases_changed.connect(self.look)

    def _take(self, found: tuple[Duplicate, ...]) -> None:
        self._task = None
        self._found = list(found)
        self._show_found()
        self._list.setFocus()

    def _refuse(self, sentence: str) -> None:
        self._task = None
        self._words.setText("")
        self.show_problem(sentence)

    def _show_found(self, current: int = 0) -> None:
        shown = [one for one in self._found if self._all.isChecked() or not one.apart]
        self._list.show_rows([self._row(one) for one in shown], current)
        self._pages.setCurrentWidget(self._list if shown else self._empty)
        count = len(shown)
        if count:
            self._words.setText(
                self.tr("1 pair that may be the same case.")
                if count == 1
                else self.tr("{} pairs that may be the same case, the likeliest first.").format(count)
            )
            return
        self._words.setText("")
        self._empty.show_words(
            self.tr("No two cases look like the same one."),
            self.tr("Cases are held against each other by title, reference, country, time and actors."),
            "",
        )

    def _row(self, one: Duplicate) -> LikenessRow:
        untitled = self.tr("Untitled case")
        marked = (self.tr("marked as not the same"),) if one.apart else ()
        first, second = ((title or untitled) for title in one.titles)
        return LikenessRow(
            ids=one.pair,
            heads=((first, one.ref_codes[0]), (second, one.ref_codes[1])),
            score=one.score,
            reasons="; ".join((*marked, *one.reasons)),
        )

    def _chosen(self) -> list[Duplicate]:
        pairs = {row.ids for row in self._list.chosen}
        return [one for one in self._found if one.pair in pairs]

    def _enable(self) -> None:
        chosen = self._chosen()
        may_change = not self._workbench.read_only
        self._compare.setEnabled(len(chosen) == 1)
        self._merge.setEnabled(len(chosen) == 1 and may_change)
        self._apart.setEnabled(bool(chosen) and may_change)
        back = bool(chosen) and all(one.apart for one in chosen)
        self._apart.setText(self.tr("The same after all") if back else self.tr("Not the same"))

    def _ask(self, wanted: SignalInstance) -> None:
        for one in self._chosen()[:1]:
            wanted.emit(one.pair)

    def _part(self) -> None:
        """Mark the chosen pairs as not the same, or take that back."""
        chosen = self._chosen()
        if not chosen or self._workbench.read_only:
            return
        apart = not all(one.apart for one in chosen)
        self._mark([one for one in chosen if one.apart != apart], apart=apart)

    def _mark(self, pairs: list[Duplicate], *, apart: bool) -> None:
        from casebook.services.duplicates import part, unpart

        library, current = self._workbench.library, self._list.currentIndex().row()
        if library is None:
            return
        try:
            for one in pairs:
                (part if apart else unpart)(library, one.pair)
        except CasebookError as error:
            self.show_problem(str(error))
            return
        marked = {one.pair for one in pairs}
        self._found = [attrs.evolve(one, apart=apart) if one.pair in marked else one for one in self._found]
        self._show_found(current)
        said = self.tr("Marked as not the same.") if apart else self.tr("No longer marked as not the same.")
        again = [one for one in self._found if one.pair in marked]
        self._bar.show_message(
            said, "neutral", self.tr("Undo"), lambda: self._mark(again, apart=not apart), seconds=12
        )
