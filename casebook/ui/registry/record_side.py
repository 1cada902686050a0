"""Right of the list: one record in full, or several held against each other, or a word on what to choose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from casebook.domain.declaration import SectionSpec
from casebook.ui.registry.merge_pane import MergePane
from casebook.ui.registry.record_details import RecordDetails
from casebook.ui.registry.record_reader import RecordReader
from casebook.ui.widgets.empty_state import EmptyState
from casebook.ui.workbench import Workbench

if TYPE_CHECKING:
    from casebook.storage.record_query import UseCount


class RecordSide(QStackedWidget):
    """Shows what it is told to; where records are used is looked up by the way."""

    def __init__(self, workbench: Workbench, reader: RecordReader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench, self._reader = workbench, reader
        self.details = RecordDetails(workbench)
        self.merging = MergePane(workbench)
        self._pick = EmptyState(
            self.tr("Nothing is chosen"),
            self.tr("Choose one to see it in full and where it is used, or two to make them one."),
        )
        for pane in (self._pick, self.details, self.merging):
            self.addWidget(pane)
        reader.used.connect(self.details.show_uses)
        reader.counted.connect(self._show_counted)
        self.merging.keep_chosen.connect(self._count)

    @property
    def compared(self) -> tuple[str, ...]:
        """Ids of the records that are held against each other now."""
        return self.merging.ids if self.currentWidget() is self.merging else ()

    def show_record(self, section: SectionSpec, record_id: str) -> None:
        """Show one record in full."""
        library = self._workbench.library
        records = library.records.get(section.key, [record_id]) if library is not None else []
        if not records:
            self.show_nothing()
            return
        self.details.show_record(section, records[0])
        self.setCurrentWidget(self.details)
        self._reader.use(section.key, record_id)

    def compare(self, section: SectionSpec, ids: Sequence[str]) -> None:
        """Hold several records against each other."""
        self.details.clear()
        library = self._workbench.library
        records = library.records.get(section.key, ids) if library is not None else []
        if library is None or len(records) < 2:
            self.show_nothing()
            return
        rows = library.records.rows(section.key, [record.id for record in records])
        self.merging.show_records(section, records, {row.id: row.cases for row in rows})
        self.setCurrentWidget(self.merging)

    def show_nothing(self) -> None:
        """Say what can be chosen."""
        self.details.clear()
        self.setCurrentWidget(self._pick)

    def _count(self) -> None:
        merge = self.merging.merge
        if merge is not None:
            self._reader.count(merge.section, merge.others)

    def _show_counted(self, ids: tuple[str, ...], count: UseCount) -> None:
        merge = self.merging.merge
        if merge is not None and ids == merge.others:
            self.merging.say_plan(count)
