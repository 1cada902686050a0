"""Reads the registry off the GUI thread: the order of the list, the use of a record, groups that may be the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from casebook.domain.record_likeness import Likely
from casebook.ui.workbench import Workbench

if TYPE_CHECKING:
    from casebook.storage.record_query import RecordQuery
    from casebook.storage.shared_records import SharedRecords
    from casebook.ui.tasks import Cancelled, Progress

WALKING = 100
"""Milliseconds after which a record that is looked at is more than one walked past."""


class RecordReader(QObject):
    """Of several questions of a kind only the last is answered."""

    listed = Signal(object, object)
    """(RecordQuery, ids in order)"""
    used = Signal(str, object, int)
    """(record id, its RecordUses, how many cases)"""
    counted = Signal(object, object)
    """(ids, their UseCount)"""
    grouped = Signal(str, object, object)
    """(section key, groups that may be the same, names by id)"""

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._asked: dict[str, int] = {}
        self._walked_to = ("", "")
        self._walking = QTimer(self, singleShot=True, interval=WALKING)
        self._walking.timeout.connect(self._use)
        self.listing = False
        """Whether an answer to `list` is on its way."""

    def list(self, query: RecordQuery) -> None:
        """Put the ids of the records of a query in order."""
        self.listing = True

        def show(ids: Sequence[str]) -> None:
            self.listing = False
            self.listed.emit(query, ids)

        self._ask("list", self.tr("Listing"), lambda held: held.ids(query), show)

    def use(self, section: str, record_id: str) -> None:
        """Name the cases that hold a record, once nobody walks on to the next."""
        self._walked_to = (section, record_id)
        self._walking.start()

    def _use(self) -> None:
        section, record_id = self._walked_to

        def work(held: SharedRecords) -> tuple[Any, int]:
            rows = held.rows(section, [record_id])
            return held.uses(section, record_id), rows[0].cases if rows else 0

        self._ask(
            "use",
            self.tr("Looking up cases"),
            work,
            lambda found: self.used.emit(record_id, found[0], found[1]),
        )

    def count(self, section: str, ids: Sequence[str]) -> None:
        """Count cases and links of some records together."""
        self._ask(
            "count",
            self.tr("Counting"),
            lambda held: held.use_count(section, ids),
            lambda found: self.counted.emit(ids, found),
        )

    def group(self, section: str) -> None:
        """Look for records that may be the same."""
        from casebook.domain.record_likeness import likely_same
        from casebook.services.same_records import told_apart

        library = self._workbench.library
        if library is None:
            return
        apart = told_apart(library)

        def work(held: SharedRecords) -> tuple[list[Likely], Mapping[str, str]]:
            groups = likely_same(held.every(section), apart)
            named = held.rows(section, [ident for group in groups for ident in group.ids])
            return groups, {row.id: row.name for row in named}

        self._ask(
            "group",
            self.tr("Looking for duplicates"),
            work,
            lambda found: self.grouped.emit(section, found[0], found[1]),
        )

    def _ask(
        self,
        kind: str,
        title: str,
        work: Callable[[SharedRecords], Any],
        show: Callable[[Any], None],
    ) -> None:
        library = self._workbench.library
        if library is None:
            return
        number = self._asked[kind] = self._asked.get(kind, 0) + 1

        def read(_progress: Progress, _cancelled: Cancelled) -> Any:
            with library.records_apart() as held:
                return work(held)

        def answer(found: Any) -> None:
            if library is self._workbench.library and self._asked.get(kind) == number:
                show(found)

        self._workbench.run(title, read, answer)
