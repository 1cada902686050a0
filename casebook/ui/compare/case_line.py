"""A line in which a case is found by typing its name."""

from PySide6.QtCore import QStringListModel, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from casebook.storage.listing import ListQuery
from casebook.ui.workbench import Workbench

OFFERED = 12
"""Cases offered while typing."""


class CaseLine(QLineEdit):
    """Emits `taken` with the id of the case that was picked."""

    taken = Signal(str)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._offered: dict[str, str] = {}
        self.left_out: frozenset[str] = frozenset()
        """Ids of cases that are not offered."""
        self.setObjectName("add-case")
        self.setPlaceholderText(self.tr("Add a case"))
        self.setAccessibleName(self.tr("Add a case by its title or reference"))
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.activated.connect(self._take)
        self.setCompleter(completer)
        self.textEdited.connect(self._offer)

    def _offer(self, typed: str) -> None:
        library = self._workbench.library
        if library is None or not typed.strip():
            return
        rows = library.cases.page(ListQuery(text=typed, limit=OFFERED + len(self.left_out)))
        self._offered = {
            f"{row.title or self.tr('Untitled case')} ({row.ref_code})": row.id
            for row in rows
            if row.id not in self.left_out
        }
        self._names.setStringList(list(self._offered)[:OFFERED])

    def _take(self, name: str) -> None:
        if name in self._offered:
            # The completer writes its choice into the field after this signal.
            QTimer.singleShot(0, self, self.clear)
            self.taken.emit(self._offered[name])
