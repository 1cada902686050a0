"""Works on a list behind the dialog that imports it: reads, guesses, plans, each off the GUI thread."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from casebook.domain.case import Case
from casebook.domain.errors import CasebookError
from casebook.domain.list_file import ListFile
from casebook.services.lists.arriving import entries_arriving
from casebook.services.lists.guessing import guessed
from casebook.services.lists.knowing import Knowledge, knowledge_of
from casebook.services.lists.mapping import ColumnChoice, ListMapping, keep_mapping, kept_mapping
from casebook.services.lists.plan import Plan
from casebook.services.lists.planning import Intake, plan
from casebook.services.lists.targets import Target, targets_of
from casebook.ui.tasks import Task
from casebook.ui.workbench import Workbench

PAUSE = 150
"""Milliseconds of rest after a choice before the list is planned anew."""


class ListDesk(QObject):
    """Holds the list, where its columns go, and what would come of it; says when each is there."""

    read = Signal()
    mapped = Signal()
    planned = Signal()
    refused = Signal(str)
    """The file cannot be read; the reason in a sentence."""

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._task: Task | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._plan)
        self.path: Path | None = None
        self.sheet = ""
        self.headings = True
        self.into = ""
        """The section that entries go into; empty for new cases."""
        self.listed: ListFile | None = None
        self.knowledge: Knowledge | None = None
        self.targets: tuple[Target, ...] = ()
        self.mapping: ListMapping | None = None
        self.plan: Plan | None = None

    def open(self, path: Path) -> None:
        """Read another file, from its first sheet."""
        self.path, self.sheet = path, ""
        self._read()

    def choose_sheet(self, sheet: str) -> None:
        """Read another sheet of the file."""
        if sheet != self.sheet:
            self.sheet = sheet
            self._read()

    def set_headings(self, there: bool) -> None:
        """Say whether the first row holds headings."""
        if there != self.headings:
            self.headings = there
            self._read()

    def set_into(self, into: str) -> None:
        """Say where the rows go."""
        if into != self.into:
            self.into = into
            self._forget()

    def look_through(self) -> None:
        """Guess where the columns go, or remember it, unless that is done."""
        library, listed = self._workbench.library, self.listed
        if library is None or listed is None:
            return
        if self.mapping is not None:
            self.mapped.emit()
            return
        self._workbench.flush()
        opening, bench = library.opening_apart(), self._workbench
        case = bench.case if self.into else None
        vocabularies, wording, into = bench.vocabularies, bench.wording, self.into
        targets = self.targets = targets_of(bench.declaration, into)

        def work(_progress: object, _cancelled: object) -> tuple[Knowledge, ListMapping]:
            with opening() as apart:
                knowledge = knowledge_of(apart, vocabularies, case, wording)
                kept = kept_mapping(apart, listed.columns, into, targets)
            held = knowledge.understanding
            return knowledge, kept or guessed(listed, targets, held, wording.translate, into)

        self._run(self.tr("Looking through the list"), work, self._on_guess)

    def choose(self, at: int, choice: ColumnChoice) -> None:
        """Send one column elsewhere; what comes of it is told a moment later."""
        if self.mapping is not None:
            self.mapping = self.mapping.with_choice(at, choice)
            self.plan = None
            self._pause.start()
            self.mapped.emit()

    def check(self) -> None:
        """Whether what is planned can be carried out at once.

        Raises:
            CasebookError: a section does not take so much.
        """
        if self.into and self.case is not None and self.plan is not None:
            entries_arriving(self.case, self.plan, "")

    def remember(self) -> None:
        """Have the library remember where the columns went; that it cannot is no reason to stop."""
        library = self._workbench.library
        if library is None or self.listed is None or self.mapping is None or not self.headings:
            return
        try:
            keep_mapping(library, self.listed.columns, self.mapping)
        except CasebookError as error:
            self._workbench.problem.emit(str(error))

    def stop(self) -> None:
        """Let go of what is under way."""
        self._pause.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    @property
    def case(self) -> Case | None:
        """The open case, which sections belong to."""
        return self._workbench.case

    def _read(self) -> None:
        from casebook.exchange.list_reading import read_list

        self.listed = None
        self._forget()
        path, sheet, headings = self.path, self.sheet, self.headings
        if path is not None:
            self._run(
                self.tr("Reading the list"),
                lambda _progress, _cancelled: read_list(path, sheet, headings=headings),
                self._on_read,
            )

    def _forget(self) -> None:
        self.stop()
        self.mapping = self.plan = self.knowledge = None

    def _on_read(self, listed: ListFile) -> None:
        self.listed, self.sheet = listed, listed.sheet
        self.read.emit()

    def _on_guess(self, found: tuple[Knowledge, ListMapping]) -> None:
        self.knowledge, self.mapping = found
        self.mapped.emit()
        self._plan()

    def _plan(self) -> None:
        if self.listed is None or self.mapping is None or self.knowledge is None:
            return
        bench, knowledge = self._workbench, self.knowledge
        given: dict[str, Any] = {"language": bench.language, "authors": (bench.author(),)}
        intake = Intake(
            listed=self.listed,
            mapping=self.mapping,
            targets=self.targets,
            declaration=bench.declaration,
            references=knowledge.references,
            given=given if not self.into else {},
        )
        self._run(
            self.tr("Looking through the list"),
            lambda progress, cancelled: plan(intake, knowledge.understanding, progress, cancelled),
            self._on_plan,
        )

    def _on_plan(self, made: Plan) -> None:
        self.plan = made
        self.planned.emit()

    def _run(self, title: str, work: Any, done: Any) -> None:
        """Run the latest wish alone: what was under way is let go."""
        self.stop()
        self._task = self._workbench.run(title, work, done, self.refused.emit)
