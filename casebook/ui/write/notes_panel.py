"""The Notes tab: what reviewers ask the author of the open case, each with the way to its place."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from casebook.domain.errors import CasebookError
from casebook.services.case_notes import CaseNote, notes, remove_note, restore_note, settle
from casebook.ui.widgets.card_list import CardList
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench
from casebook.ui.write.finding_delegate import FindingDelegate
from casebook.ui.write.note_model import NoteModel

T = TypeVar("T")


class NotesPanel(QWidget):
    """Emits `counted` with the number of open notes whenever it was read."""

    counted = Signal(int)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.list = NoteList(self)
        self._none = with_look(QLabel(self), "muted")
        self._none.setObjectName("no-notes")
        self._none.setText(
            self.tr("No notes. When somebody compares or reviews this case, what they ask appears here.")
        )
        self._none.setWordWrap(True)
        self._done = self._button("note-done", self._toggle)
        self._remove = self._button("note-remove", self._take_away)
        self._remove.setText(self.tr("Remove"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._done)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        column.addStretch(0)
        self.list.chosen.connect(workbench.go_to)
        self.list.done_wanted.connect(self._toggle)
        self.list.selectionModel().currentChanged.connect(self._show_buttons)
        workbench.case_opened.connect(self.refresh)
        workbench.cases_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Read the notes on the open case anew."""
        library, case = self._workbench.library, self._workbench.case
        held = self._tried(lambda: notes(library, case.id)) if library and case else None
        current = self._current()
        self.list.model_of_notes.show_notes(held or ())
        ids = [note.id for note in held or ()]
        if current is not None and current.id in ids:
            self.list.setCurrentIndex(self.list.model_of_notes.index(ids.index(current.id)))
        self._none.setVisible(not ids)
        self.list.setVisible(bool(ids))
        self._show_buttons()
        self.counted.emit(self.list.model_of_notes.open_count)

    def _toggle(self) -> None:
        library, note = self._workbench.library, self._current()
        if library is None or note is None:
            return
        changed = self._tried(lambda: settle(library, note, done=not note.done))
        if changed is None:
            return
        self.refresh()
        words = self.tr("The note is done.") if changed.done else self.tr("The note is open again.")
        self._workbench.told.emit(words, lambda: self._put(note))

    def _take_away(self) -> None:
        library, note = self._workbench.library, self._current()
        if library is None or note is None:
            return
        try:
            remove_note(library, note)
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
            return
        self.refresh()
        self._workbench.told.emit(self.tr("The note was removed."), lambda: self._put(note))

    def _put(self, note: CaseNote) -> None:
        """Have a note as it was before."""
        library = self._workbench.library
        if library is not None and self._tried(lambda: restore_note(library, note)) is not None:
            self.refresh()

    def _current(self) -> CaseNote | None:
        return self.list.model_of_notes.note_at(self.list.currentIndex().row())

    def _show_buttons(self) -> None:
        note = self._current()
        for button in (self._done, self._remove):
            button.setVisible(self.list.model_of_notes.rowCount() > 0)
            button.setEnabled(note is not None and not self._workbench.read_only)
        self._done.setText(self.tr("Open again") if note is not None and note.done else self.tr("Done"))

    def _button(self, name: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.clicked.connect(do)
        return button

    def _tried(self, do: Callable[[], T]) -> T | None:
        try:
            return do()
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
            return None


class NoteList(CardList):
    """A click or Enter emits `chosen` with the record id and the field; Space wants the note done, or open again."""

    chosen = Signal(str, str)
    done_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "cards")
        self.setObjectName("notes")
        self.setAccessibleName(self.tr("Notes for the author"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.model_of_notes = NoteModel(self)
        self.setModel(self.model_of_notes)
        self.setItemDelegate(FindingDelegate(self))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._choose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        elif event.key() == Qt.Key.Key_Space:
            self.done_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        note = self.model_of_notes.note_at(index.row())
        if note is not None:
            self.chosen.emit(note.record_id or note.case_id, note.field)
