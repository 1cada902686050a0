"""The list of shared records with its filter; says what belongs here when there is nothing."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from casebook.domain.declaration import SectionSpec
from casebook.storage.record_query import Show
from casebook.ui.i18n import translated
from casebook.ui.registry.record_filter import RecordFilter
from casebook.ui.registry.record_model import RecordModel
from casebook.ui.registry.record_table import RecordTable
from casebook.ui.widgets.empty_state import EmptyState
from casebook.ui.workbench import Workbench


class RecordList(QWidget):
    """Emits `emptied` when the one next step of the empty list is taken."""

    emptied = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.filter = RecordFilter()
        self.model = RecordModel(workbench, self)
        self.table = RecordTable(self.model)
        self._empty = EmptyState()
        self._empty.action.connect(self.emptied)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filter)
        column.addWidget(self._stack, 1)
        self.filter.left.connect(self.table.setFocus)

    def show_records(self, section: SectionSpec, ids: Sequence[str]) -> None:
        """Show records of a section in this order."""
        self.model.show_records(section, ids)
        library = self._workbench.library
        types = library.records.types(section.key) if library is not None else {}
        self.filter.offer_types({term: self.model.type_words(term) for term in types})
        self.filter.show_count(len(ids))
        self._stack.setCurrentWidget(self.table if ids else self._empty)
        if ids:
            return
        if self.filter.show_what is Show.TRASH and not self.filter.words:
            self._empty.show_words(self.tr("Nothing lies in the Trash"), "", self.tr("Show all"))
        elif self.filter.narrowed:
            self._empty.show_words(
                self.tr("Nothing is called so"),
                self.tr("Try fewer or shorter words, any type, or all of them."),
                self.tr("Show all"),
            )
        else:
            self._empty.show_words(
                translated(section.title),
                translated(section.guidance),
                translated(section.grow) if not self._workbench.read_only else "",
            )
