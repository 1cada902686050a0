"""The one door between widgets and the core: the open library and case, undo, tasks, and the signals."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from casebook.domain.case import CASE, Case
from casebook.domain.changes import Batch, Change
from casebook.domain.declaration import Declaration
from casebook.domain.errors import CasebookError, ChangeError, LibraryError
from casebook.domain.record_changes import change_between
from casebook.domain.vocabulary import Vocabularies
from casebook.domain.wording import Wording
from casebook.iso_names import country_name, language_name
from casebook.services.editing import Editor, is_typing
from casebook.services.new_cases import completed
from casebook.services.settings import Settings
from casebook.ui.records import Records
from casebook.ui.tag_colours import TagColours
from casebook.ui.tasks import Task, TaskBoard, Work
from casebook.ui.undo import ChangeCommand
from casebook.ui.word_lists import WordLists

if TYPE_CHECKING:
    # SQLAlchemy takes a quarter of a second to import; the window is shown before it is needed.
    from casebook.storage.library import Library

SAVE_AFTER = 400
"""Milliseconds after the last told change at which typing is saved."""

LONGEST_UNSAVED = 650
"""Milliseconds that typing may go on before it is saved in between; with the up to 300 that an editor waits before
it tells what is typed, at most a second is ever unsaved."""


class Workbench(QObject):
    """What every widget gets in its constructor."""

    library_changed = Signal()
    case_opened = Signal()
    case_changed = Signal(object, object)
    cases_changed = Signal()
    saved = Signal(str)
    save_failed = Signal(str)
    told = Signal(str, object)
    problem = Signal(str)
    go_to = Signal(str, str)
    workspace_requested = Signal(str)
    stepped = Signal(object)
    """A step was taken back or made again: the change that was made just now."""
    settling = Signal()
    """Views hand over what is typed but not yet told, before anything is saved, undone or closed."""

    def __init__(self, settings: Settings, vocabularies: Vocabularies, parent: QObject | None = None) -> None:
        """Starts with no library open."""
        super().__init__(parent)
        self.settings = settings
        self.library: Library | None = None
        self.editor: Editor | None = None
        self.places: dict[str, str] = {}
        """Where the person was in each case, by its id; the window keeps this between runs."""
        self.undo_stack = QUndoStack(self)
        self.word_lists = WordLists(vocabularies, self.undo_stack, self)
        self.word_lists.problem.connect(self.problem)
        self.word_lists.changed.connect(lambda key: self.cases_changed.emit() if key else None)
        self.tag_colours = TagColours(self.undo_stack, self)
        self.tag_colours.problem.connect(self.problem)
        self._made: list[Change] = []
        self.tasks = TaskBoard(self)
        self.records = Records(self, self)
        self._quiet = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._quiet.timeout.connect(self._save)
        self._deadline = QTimer(self, singleShot=True, interval=LONGEST_UNSAVED)
        self._deadline.timeout.connect(self._save)

    @property
    def language(self) -> str:
        """Language of labels and terms, an ISO 639-1 code."""
        return self.settings.language or "en"

    @property
    def vocabularies(self) -> Vocabularies:
        """The vocabularies as the open library has them."""
        return self.word_lists.vocabularies

    @property
    def wording(self) -> Wording:
        """Puts values into words in the language of the window."""
        return Wording(
            vocabularies=self.vocabularies,
            language=self.language,
            translate=lambda text: QCoreApplication.translate("", text),
            country=lambda code: country_name(code, self.language),
            language_name=lambda code: language_name(code, self.language),
        )

    @property
    def case(self) -> Case | None:
        """The open case."""
        return self.editor.case if self.editor is not None else None

    @property
    def declaration(self) -> Declaration:
        """What the case studies of the open library consist of."""
        return self.library.declaration if self.library is not None else CASE

    @property
    def read_only(self) -> bool:
        """Whether nothing may be changed now."""
        return self.library is None or self.library.read_only

    def author(self) -> str:
        """The name that goes with every change."""
        return self.settings.author or getpass.getuser()

    @property
    def unsaved(self) -> bool:
        """Whether something is not on disk yet; after `flush` this means that saving failed."""
        return self.editor is not None and self.editor.pending

    def set_library(self, library: Library | None, *, discard: bool = False) -> bool:
        """Work in `library` from now on; the one before is saved and closed.

        False, with the reason told, when something could not be saved: then all stays as it was, unless `discard`
        says to go on without it.
        """
        self.settling.emit()
        if not self.close_case(discard=discard):
            return False
        if self.library is not None:
            self.library.close()
        self.undo_stack.clear()
        self.library = library
        self.word_lists.load(library)
        self.tag_colours.load(library)
        self.library_changed.emit()
        return True

    def open_case(self, case_id: str) -> bool:
        """Open a case for writing; False, with a problem told, if it cannot be loaded."""
        if self.library is None:
            return False
        if self.case is not None and self.case.id == case_id:
            return True
        if not self._may_leave():
            return False
        try:
            case = self.library.cases.load(case_id)
        except CasebookError as error:
            self.problem.emit(str(error))
            return False
        self.undo_stack.clear()
        self.editor = Editor(self.library, case)
        self.case_opened.emit()
        return True

    def close_case(self, *, discard: bool = False) -> bool:
        """Save and close the open case; False, and it stays open, when it cannot be saved, unless `discard`."""
        if self.editor is None:
            return True
        if not self._may_leave() and not discard:
            return False
        self._quiet.stop()
        self._deadline.stop()
        self.undo_stack.clear()
        self.editor = None
        self.case_opened.emit()
        return True

    def apply(self, change: Change, text: str = "") -> None:
        """Make a change as one undo step; `text` names it in the Edit menu."""
        if self.read_only:
            self.problem.emit(self.tr("This library is open for reading only; the change was not made."))
            return
        label = text or (change.label if isinstance(change, Batch) else "")
        typing = self.case is not None and is_typing(change, self.case)
        if not typing and self.case is not None and self.library is not None:
            with suppress(ChangeError):  # the command itself tells of a change that does not fit
                change = completed(self.library, self.case, change)
        self.undo_stack.push(ChangeCommand(change, self._make, label, typing=typing))

    def make(self, change: Change) -> None:
        """Make a change of the open case that is part of a larger step: it is no step by itself.

        Raises:
            ChangeError: it does not fit, or no case is open; nothing happened.
        """
        if self.editor is None:
            raise ChangeError(self.tr("No case is open, so nothing was changed."))
        try:
            self.editor.apply(change)
        except LibraryError as error:
            self.save_failed.emit(str(error))
        if self.editor.pending:
            self._quiet.start()
            if not self._deadline.isActive():
                self._deadline.start()
        else:
            self._tell_saved()
        self._made = [change]
        self.case_changed.emit(self.editor.case, change)

    def undo(self) -> None:
        """Take back the last step, typing included."""
        self._step(self.undo_stack.undo)

    def redo(self) -> None:
        """Make the step that was last taken back again."""
        self._step(self.undo_stack.redo)

    def flush(self) -> None:
        """Save what is typed and what is held back, now."""
        self.settling.emit()
        self._save()

    def renew_case(self) -> None:
        """The library was changed beside the open case: show it as it is there now."""
        if self.editor is None:
            return
        try:
            before = self.editor.renew()
        except CasebookError as error:
            self.problem.emit(str(error))
            return
        if before is not None:
            self.case_changed.emit(self.editor.case, change_between(before, self.editor.case))

    def _step(self, step: Callable[[], None]) -> None:
        self.settling.emit()
        self._made.clear()
        step()
        if self._made:
            self.stepped.emit(self._made[-1])

    def _may_leave(self) -> bool:
        """Save everything; False, with the reason told, when that fails."""
        self.flush()
        if self.unsaved:
            self.problem.emit(
                self.tr("This case stays open: what was typed last could not be saved yet. Nothing is lost.")
            )
        return not self.unsaved

    def _save(self) -> None:
        self._quiet.stop()
        self._deadline.stop()
        if self.editor is None:
            return
        try:
            written = self.editor.flush()
        except LibraryError as error:
            self.save_failed.emit(str(error))
            self._deadline.start()
            return
        if written:
            self._tell_saved()

    def run(
        self,
        title: str,
        work: Work,
        done: Callable[[Any], None],
        failed: Callable[[str], None] | None = None,
    ) -> Task:
        """Run `work` off the GUI thread and show it in the status bar under `title`."""
        task = Task(work, title, self)
        task.done.connect(done)
        task.failed.connect(failed or self.problem.emit)
        return self.tasks.start(task)

    def _make(self, change: Change) -> bool:
        if self.editor is None:
            return False
        try:
            self.make(change)
        except CasebookError as error:
            self.problem.emit(str(error))
            return False
        return True

    def _tell_saved(self) -> None:
        self._quiet.stop()
        self._deadline.stop()
        if self.editor is not None:
            self.saved.emit(self.editor.case.id)
