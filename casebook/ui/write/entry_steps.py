"""What is done to entries, at any depth, each as one undo step with its notice."""

from PySide6.QtCore import QObject

from casebook.domain.changes import MoveEntry
from casebook.domain.declaration import SectionSpec
from casebook.domain.entry_changes import adding, duplicating, moving, removing
from casebook.domain.identity import new_id
from casebook.ui.workbench import Workbench


class EntrySteps(QObject):
    """Adds, duplicates, moves and removes entries of the open case; does nothing where nothing may be changed."""

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench

    def add(self, spec: SectionSpec, parent: str = "") -> str:
        """Add an empty entry to a section, inside entry `parent` if given; its id, empty when it was not added."""
        case = self._workbench.case
        if case is None or self._workbench.read_only:
            return ""
        entry = spec.entry_type(parent=parent) if parent else spec.entry_type()  # type: ignore[call-arg]
        words = self._workbench.wording.translate(spec.grow) if spec.grow else self.tr("Add")
        self._workbench.apply(adding(case, spec.key, entry), words)
        return entry.id

    def duplicate(self, record_id: str) -> str:
        """Copy an entry, with all that stands in it, to just after it; the copy's id, empty when there is none.

        Shared records are not copied: two records of one actor are what sharing is there to prevent.
        """
        case = self._workbench.case
        if case is None or self._workbench.read_only or case.find(record_id) is None:
            return ""
        if case.declaration.sections[case.section_key(record_id)].shared:
            self._workbench.told.emit(self.tr("Shared records are not duplicated; add a new one."), None)
            return ""
        change, copy_id = duplicating(case, record_id, new_id)
        self._workbench.apply(change, self.tr("Duplicate"))
        return copy_id

    def remove(self, record_id: str) -> None:
        """Remove an entry with all that stands in it, and offer to take that back."""
        case = self._workbench.case
        record = case.find(record_id) if case is not None else None
        if case is None or record is None or record is case or self._workbench.read_only:
            return
        title = self._workbench.wording.title(record, case)
        words = self.tr("Delete “{title}”").format(title=title)
        self._workbench.apply(removing(case, record_id, words), words)
        self._workbench.told.emit(self.tr("Deleted “{title}”.").format(title=title), self._workbench.undo)

    def step(self, record_id: str, places: int) -> None:
        """Move an entry so many places down among its siblings, or up when negative."""
        case = self._workbench.case
        if case is None or self._workbench.read_only or case.find(record_id) is None:
            return
        change = moving(case, record_id, places)
        if change is not None:
            self._workbench.apply(change, self.tr("Move"))

    def move(self, section: str, start: int, end: int) -> None:
        """Move the entry at position `start` of a section to position `end`."""
        if self._workbench.case is not None and not self._workbench.read_only and start != end:
            self._workbench.apply(MoveEntry(section=section, start=start, end=end), self.tr("Move"))
