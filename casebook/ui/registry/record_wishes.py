"""What people do to shared records from their list: make, rename, trash, delete, merge; each is a step with its undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import attrs
from PySide6.QtCore import QObject, Signal

from casebook.domain.declaration import SectionSpec
from casebook.domain.errors import CasebookError
from casebook.domain.records import SharedRecord
from casebook.services.merging_records import Merge, merge_words, plan_merge, title_of
from casebook.services.registry import changing, trashing
from casebook.ui.workbench import Workbench

if TYPE_CHECKING:
    from casebook.services.merging_records import MergePlan
    from casebook.ui.tasks import Cancelled, Progress

NAMED = 3
"""Cases that are named before the rest is counted."""


class RecordWishes(QObject):
    """Says in `asked` what a person should know first; the rest goes through `Workbench.records`."""

    asked = Signal(str, str, object)
    """(what is to be known, what the button says, what to do then)"""
    apart = Signal()
    """It was remembered, or taken back, that some are not the same."""

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench

    def make_new(self, section: SectionSpec) -> str:
        """Make an empty record; its id."""
        made: Any = section.entry_type()
        step = changing([(None, made)], self._workbench.author())
        self._workbench.records.do(step, self.tr("New record"))
        return str(made.id)

    def rename(self, section: SectionSpec, record_id: str, name: str) -> None:
        """Give a record another name in every case."""
        values: dict[str, Any] = {section.summary.name: name}
        for record in self._records(section, [record_id]):
            step = changing([(record, attrs.evolve(record, **values))], self._workbench.author())
            self._workbench.records.do(step, self.tr("Rename a record"))

    def trash(self, section: SectionSpec, ids: Sequence[str]) -> None:
        """Put records into the Trash; of those that cases use it is said first where."""
        records = self._records(section, ids)
        if not records:
            return
        library = self._workbench.library
        rows = library.records.rows(section.key, [record.id for record in records]) if library else []
        used = [row for row in rows if row.cases]
        if not used or library is None:
            self._trash(records)
            return
        if len(used) == 1:
            uses = library.records.uses(section.key, used[0].id)
            titles = ", ".join(f"“{use.title}”" for use in uses[:NAMED])
            more = self.tr(" and {} more").format(used[0].cases - NAMED) if used[0].cases > NAMED else ""
            said = self.tr(
                "“{name}” is used in {cases}{more}. Cases keep what lies in the Trash; checking them points it out."
            ).format(name=used[0].name, cases=titles, more=more)
        else:
            said = self.tr(
                "{count} of these are used. Cases keep what lies in the Trash; checking them points it out."
            ).format(count=len(used))
        self.asked.emit(said, self.tr("Move to Trash"), lambda: self._trash(records))

    def restore(self, section: SectionSpec, ids: Sequence[str]) -> None:
        """Take records out of the Trash."""
        records = self._records(section, ids)
        words = self._words(records, self.tr("“{}” is back."), self.tr("{} records are back."))
        step = trashing(records, self._workbench.author(), out=True)
        self._workbench.records.do(step, self.tr("Restore from the Trash"), words)

    def delete(self, section: SectionSpec, ids: Sequence[str]) -> None:
        """Remove records for good that nothing uses; what is used stays, and that is told."""
        library, records = self._workbench.library, self._records(section, ids)
        if library is None:
            return
        used = library.records.used(section.key, [record.id for record in records])
        free = [record for record in records if record.id not in used]
        if used:
            first = next(title_of(record) for record in records if record.id in used)
            said = self.tr("“{}” is still used, so it was not deleted.").format(first)
            many = self.tr("{} of these are still used and were not deleted.").format(len(used))
            self._workbench.problem.emit(said if len(used) == 1 else many)
        if free:
            words = self._words(free, self.tr("“{}” was deleted."), self.tr("{} records were deleted."))
            step = changing([(record, None) for record in free], self._workbench.author())
            self._workbench.records.do(step, self.tr("Delete records"), words)

    def merge(self, merge: Merge, done: Callable[[], object]) -> None:
        """Look through the cases off the GUI thread, then make the records one; `done` is called when that begins."""
        library = self._workbench.library
        if library is None:
            return
        self._workbench.flush()
        apart, author = library.opening_apart(), self._workbench.author()

        def work(progress: Progress, cancelled: Cancelled) -> MergePlan | None:
            with apart() as reading:
                plan = plan_merge(reading, merge, author, progress, cancelled)
            return None if cancelled() else plan

        def make(plan: MergePlan | None) -> None:
            if plan is not None and library is self._workbench.library:
                self._workbench.records.do(plan.step, self.tr("Make records one"), self._told(plan))
                done()

        self._workbench.run(self.tr("Looking through the cases"), work, make)

    def tell_apart(self, ids: Sequence[str]) -> None:
        """Remember that records are not the same; the notice takes it back."""
        from casebook.services.same_records import take_back, tell_apart

        library = self._workbench.library
        if library is None:
            return
        try:
            kept = tell_apart(library, ids)
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
            return

        def undo() -> None:
            if library is self._workbench.library:
                take_back(library, kept)
                self.apart.emit()

        self._workbench.told.emit(self.tr("They will not be asked about again."), undo)
        self.apart.emit()

    def _trash(self, records: Sequence[SharedRecord]) -> None:
        words = self._words(
            records, self.tr("“{}” is in the Trash."), self.tr("{} records are in the Trash.")
        )
        step = trashing(records, self._workbench.author())
        self._workbench.records.do(step, self.tr("Move to the Trash"), words)

    def _records(self, section: SectionSpec, ids: Sequence[str]) -> list[SharedRecord]:
        library = self._workbench.library
        self._workbench.flush()
        return library.records.get(section.key, ids) if library is not None else []

    def _told(self, plan: MergePlan) -> str:
        cases = self.tr("1 case") if plan.cases == 1 else self.tr("{} cases").format(plan.cases)
        links = self.tr("1 link") if plan.links == 1 else self.tr("{} links").format(plan.links)
        said = f"{merge_words(plan.keep, plan.others)}: {cases}, {links}."
        if len(plan.doubled) == 1:
            twice = self.tr("“{}” has two entries about it now.").format(plan.doubled[0])
            return f"{said} {twice}"
        if plan.doubled:
            return f"{said} " + self.tr("{} cases have two entries about it now.").format(len(plan.doubled))
        return said

    def _words(self, records: Sequence[SharedRecord], one: str, many: str) -> str:
        return one.format(title_of(records[0])) if len(records) == 1 else many.format(len(records))
