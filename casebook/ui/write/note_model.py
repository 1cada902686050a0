"""The notes on a case as a list: what is asked, about what, by whom and when."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QDateTime, QLocale, QModelIndex, QObject, Qt

from casebook.services.case_notes import CaseNote
from casebook.ui.write.finding_model import FindingRole, Index


class NoteModel(QAbstractListModel):
    """Rows are drawn as findings are: a chip for the place, the text, and who wrote it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notes: tuple[CaseNote, ...] = ()

    @property
    def open_count(self) -> int:
        """Notes that are not done."""
        return sum(not note.done for note in self._notes)

    def show_notes(self, notes: tuple[CaseNote, ...]) -> None:
        """Show these notes in this order."""
        if notes == self._notes:
            return
        self.beginResetModel()
        self._notes = notes
        self.endResetModel()

    def note_at(self, row: int) -> CaseNote | None:
        """The note in a row; None outside the list."""
        return self._notes[row] if 0 <= row < len(self._notes) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._notes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        note = self.note_at(index.row()) if index.isValid() else None
        if note is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return note.text
            case FindingRole.PLACE:
                return self._place(note)
            case FindingRole.MEND:
                return _byline(note)
            case FindingRole.STATE:
                return "ok" if note.done else "notice"
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._place(note)}: {note.text} {_byline(note)}"
        return None

    def _place(self, note: CaseNote) -> str:
        place = note.about or self.tr("The whole case")
        return self.tr("Done · {}").format(place) if note.done else place


def _byline(note: CaseNote) -> str:
    at = QDateTime.fromString(note.at, Qt.DateFormat.ISODate).toLocalTime()
    day = QLocale().toString(at.date(), QLocale.FormatType.LongFormat) if at.isValid() else ""
    return " · ".join(part for part in (note.who, day) if part)
