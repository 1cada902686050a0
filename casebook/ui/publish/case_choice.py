"""Which cases are to be published: those brought here, and a line to add more by name."""

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from casebook.domain.errors import CasebookError
from casebook.storage.listing import CaseRow, ListQuery
from casebook.ui.icons import set_icon
from casebook.ui.widgets.elided_label import ElidedLabel
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench

OFFERED = 12
"""Cases offered while typing."""


class CaseChoice(QWidget):
    """Emits `changed` when a case was added or taken out."""

    changed = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._titles: dict[str, str] = {}
        self._references: dict[str, str] = {}
        self._offered: dict[str, CaseRow] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._field = QLineEdit()
        self._field.setObjectName("add-case")
        self._field.setPlaceholderText(self.tr("Add a case by its title or reference"))
        self._field.setAccessibleName(self.tr("Add a case"))
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.activated.connect(self._take)
        self._field.setCompleter(completer)
        self._field.textEdited.connect(self._offer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._rows)
        column.addWidget(self._field)

    @property
    def case_ids(self) -> tuple[str, ...]:
        """Ids of the chosen cases in the order they came."""
        return tuple(self._titles)

    @property
    def titles(self) -> dict[str, str]:
        """Titles of the chosen cases by id, in the order they came."""
        return dict(self._titles)

    @property
    def example(self) -> tuple[str, str]:
        """Reference and title of the first case; made up when there is none."""
        for case_id, title in self._titles.items():
            return self._references.get(case_id, ""), title
        return "XX-2001-001", self.tr("Title of the case")

    def show_cases(self, case_ids: tuple[str, ...]) -> None:
        """Choose these cases and no others."""
        library = self._workbench.library
        self._titles = {}
        for case_id in case_ids:
            try:
                if library is not None:
                    case = library.cases.load(case_id)
                    self._titles[case_id] = case.title or self.tr("Untitled case")
                    self._references[case_id] = case.ref_code
            except CasebookError as error:
                self._workbench.problem.emit(str(error))
        self._show()

    def _offer(self, typed: str) -> None:
        library = self._workbench.library
        if library is None or not typed.strip():
            return
        rows = library.cases.page(ListQuery(text=typed, limit=OFFERED))
        self._offered = {
            f"{row.title or self.tr('Untitled case')} ({row.ref_code})": row
            for row in rows
            if row.id not in self._titles
        }
        self._names.setStringList(list(self._offered))

    def _take(self, name: str) -> None:
        row = self._offered.get(name)
        if row is not None:
            self._titles[row.id] = row.title or self.tr("Untitled case")
            self._references[row.id] = row.ref_code
            self._show()
        # The completer writes its choice into the field after this signal.
        QTimer.singleShot(0, self._field, self._field.clear)

    def _drop(self, case_id: str) -> None:
        self._titles.pop(case_id, None)
        self._field.setFocus()
        self._show()

    def _show(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for case_id, title in self._titles.items():
            self._rows.addWidget(self._row(case_id, title))
        self.changed.emit()

    def _row(self, case_id: str, title: str) -> QWidget:
        row = with_look(QWidget(), "")
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(ElidedLabel(title, mode=Qt.TextElideMode.ElideRight), 1)
        remove = with_look(QToolButton(), "plain")
        remove.setObjectName(f"drop-{case_id}")
        remove.setToolTip(self.tr("Take out"))
        remove.setAccessibleName(self.tr("Take out {}").format(title))
        set_icon(remove, "x", "muted")
        remove.clicked.connect(lambda: self._drop(case_id))
        line.addWidget(remove)
        return row
