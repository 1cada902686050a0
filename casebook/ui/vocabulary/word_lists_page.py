"""The word lists of the open library: which there are, their terms, and one term in full; every change can be undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from casebook.domain.errors import CasebookError, VocabularyError
from casebook.domain.fields import field_specs
from casebook.domain.word_list import WordList
from casebook.ui.icons import set_icon
from casebook.ui.theme import BODY
from casebook.ui.vocabulary.list_pane import ListPane, ListRow
from casebook.ui.vocabulary.term_details import TermDetails
from casebook.ui.vocabulary.term_pane import TermPane
from casebook.ui.widgets.empty_state import EmptyState
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench
from casebook.ui.workspace import Workspace

if TYPE_CHECKING:
    from casebook.storage.term_use import UsedIn
    from casebook.ui.tasks import Cancelled, Progress


class WordListsPage(Workspace):
    """Changes words, never cases."""

    can_search = True

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._lists = workbench.word_lists
        self._counts: dict[str, int] | None = None
        self.lists, self.terms, self.details = ListPane(), TermPane(), TermDetails()
        self._build()
        self._connect()
        self._start_over()

    def arrive(self) -> None:
        """Count anew what is used; the keyboard goes to the lists."""
        self._workbench.flush()
        self._count()
        self.lists.setFocus()

    def search(self) -> None:
        """Put the keyboard into the filter of the words."""
        self.terms.search()

    @property
    def current(self) -> WordList | None:
        """The list that is looked at."""
        return self._lists.get(self.lists.current) if self.lists.current else None

    def _build(self) -> None:
        bar = with_look(QFrame(), "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(18, 12, 18, 12)
        row.setSpacing(12)
        title = with_look(QLabel(self.tr("Word lists")), "title")
        self._said = with_look(QLabel(), "small")
        self._said.setObjectName("word-lists-said")
        self._said.setWordWrap(True)
        back = with_look(QPushButton(self.tr("Settings")), "plain")
        back.setObjectName("back-to-settings")
        set_icon(back, "arrow-left", "ink")
        back.clicked.connect(lambda: self._workbench.workspace_requested.emit("settings"))
        row.addWidget(title)
        row.addWidget(self._said, 1)
        row.addWidget(back)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setObjectName("word-lists")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        for at, pane in enumerate((self.lists, self.terms, self.details)):
            self._splitter.addWidget(pane)
            self._splitter.setStretchFactor(at, 1 if pane is self.terms else 0)
        self._nothing = EmptyState(
            self.tr("No library is open"),
            self.tr("A library carries its own words for everybody who works with it. Open one first."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._splitter)
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        bench, tree = self._workbench, self.terms.tree
        bench.library_changed.connect(self._start_over)
        bench.settling.connect(self.details.flush)
        self._lists.changed.connect(self._show_changed)
        self.lists.chosen.connect(lambda _key: self._show_list(counting=True))
        self.terms.chosen.connect(lambda _term: self._show_term())
        tree.renamed.connect(self._rename)
        tree.made.connect(self._add)
        tree.moved.connect(self._move)
        tree.stepped.connect(self._step)
        tree.delete_wanted.connect(self._delete)
        self.details.changed.connect(self._change)
        self.details.delete_wanted.connect(self._delete)
        self.details.cases_wanted.connect(self._name_cases)
        self.details.case_opened.connect(self._open_case)

    def _start_over(self) -> None:
        library = self._workbench.library
        self._stack.setCurrentWidget(self._splitter if library is not None else self._nothing)
        self._said.setText(
            self.tr("Kept in {}, for everybody who works with it.").format(library.name) if library else ""
        )
        self._show_rows()
        self._show_list(counting=self.isVisible())

    def _show_rows(self) -> None:
        language, rows = self._workbench.language, []
        for key in self._used_keys():
            held = self._lists.vocabularies.get(key)
            if held is not None:
                title = held.title.get(language) or held.title["en"]
                rows.append(ListRow(key, title, len(held.by_id), key in self._lists.additions))
        self.lists.show_rows(sorted(rows, key=lambda row: row.title.casefold()))

    def _used_keys(self) -> set[str]:
        """The lists that a field of the case studies takes its words from."""
        return {
            spec.vocabulary
            for _key, record_type in self._workbench.declaration.record_types()
            for spec in field_specs(record_type)
            if spec.vocabulary
        }

    def _show_changed(self, key: str) -> None:
        self._show_rows()
        if not key or key == self.lists.current:
            self._show_list(counting=not key and self.isVisible())
        else:
            self.lists.choose(key)  # a step was taken back in another list: go where it can be seen

    def _show_list(self, *, counting: bool) -> None:
        words = self.current
        if words is None:
            return
        self.terms.show_list(words, self._workbench.language, may_change=self._lists.may_change)
        if counting:
            self._count()
        self.terms.tree.show_counts(self._counts)
        self._show_term()

    def _show_term(self) -> None:
        words = self.current
        term = words.listed.get(self.terms.tree.current_id) if words is not None else None
        if words is not None and term is not None:
            may_change = self._lists.may_change
            self.details.show_term(words, term, self._workbench.language, may_change=may_change)
            self.details.show_use(words, self._counts)

    def _count(self) -> None:
        """Look up off the GUI thread which terms of the list are used."""
        library, key = self._workbench.library, self.lists.current
        self._counts = None
        if library is None or not key:
            return

        def work(_progress: Progress, _cancelled: Cancelled) -> dict[str, int]:
            with library.term_use_apart() as use:
                return use.counts(key)

        def show(counts: dict[str, int]) -> None:
            if library is self._workbench.library and key == self.lists.current:
                self._counts = counts
                self.terms.tree.show_counts(counts)
                self._show_term()

        self._workbench.run(self.tr("Counting"), work, show)

    def _name_cases(self) -> None:
        library, key = self._workbench.library, self.lists.current
        term_id = self.terms.tree.current_id
        if library is None:
            return

        def work(_progress: Progress, _cancelled: Cancelled) -> list[UsedIn]:
            with library.term_use_apart() as use:
                return use.cases(key, term_id)

        def show(cases: list[UsedIn]) -> None:
            if (key, term_id) == (self.lists.current, self.terms.tree.current_id):
                self.details.cases.show_cases(cases)

        self._workbench.run(self.tr("Looking up cases"), work, show)

    def _open_case(self, case_id: str) -> None:
        if self._workbench.open_case(case_id):
            self._workbench.workspace_requested.emit("write")

    def _change(self, step: Callable[[WordList], WordList], text: str) -> bool:
        """Take a step; False, with the reason told, when it cannot be."""
        words = self.current
        if words is None:
            return False
        try:
            after = step(words)
        except VocabularyError as error:
            self._workbench.problem.emit(str(error))
            self._show_list(counting=False)
            return False
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
            return False
        self._lists.change(after, text)
        return True

    def _rename(self, term_id: str, text: str) -> None:
        words, language = self.current, self._workbench.language
        if words is not None and text != words.listed.label(term_id, language):
            self._change(lambda held: held.relabelling(term_id, {language: text}), self.tr("Rename a word"))
        self._show_list(counting=False)

    def _add(self, label: str, broader: str, after: str) -> None:
        made: list[str] = []

        def step(words: WordList) -> WordList:
            changed, term_id = words.adding(label, self._workbench.language, broader, after)
            made.append(term_id)
            return changed

        self._change(step, self.tr("Add a word"))
        if made:
            self.terms.tree.choose(made[0])
            self.terms.tree.setFocus()

    def _move(self, term_id: str, place: int) -> None:
        self._change(lambda words: words.placing(term_id, place), self.tr("Move a word"))

    def _step(self, by: int) -> None:
        words, term_id = self.current, self.terms.tree.current_id
        term = words.listed.get(term_id) if words is not None else None
        if words is None or term is None:
            return
        ids = [one.id for one in words.siblings(term.broader)]
        place = ids.index(term_id) + by
        if 0 <= place < len(ids):
            self._move(term_id, place)

    def _delete(self) -> None:
        words, term_id = self.current, self.terms.tree.current_id
        if words is None or not term_id:
            return
        if self._counts is None or term_id in self._counts:
            self._workbench.problem.emit(
                self.tr("A word that is used cannot be deleted. Offer it no longer instead.")
            )
            return
        label = words.listed.label(term_id, self._workbench.language)
        if self._change(lambda held: held.deleting(term_id), self.tr("Delete a word")):
            self._workbench.told.emit(
                self.tr("“{}” is no longer in the list.").format(label), self._workbench.undo
            )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() <= 0:
            zoom = max(self.fontInfo().pixelSize() / BODY, 1)
            side = round(min(230 * zoom, self.width() * 0.24))
            aside = round(min(340 * zoom, self.width() * 0.36))
            self._splitter.setSizes([side, max(self.width() - side - aside, 100), aside])
