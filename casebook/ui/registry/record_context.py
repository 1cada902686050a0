"""What the form of a shared record may ask of the world while no case is looked at."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QObject

from casebook.domain.case import Case
from casebook.domain.changes import Change
from casebook.domain.fields import LINKING
from casebook.domain.records import SharedRecord
from casebook.ui.forms.form_context import FormContext
from casebook.ui.workbench import Workbench

Pairs = list[tuple[SharedRecord | None, SharedRecord | None]]
"""Records before (none for a new one) and after."""


class RecordContext(FormContext):
    """Sets one record, and those it points to, into a case of their own that no library holds."""

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(workbench, parent)
        self._saved: dict[str, SharedRecord] = {}
        self._alone: Case | None = None

    @property
    def case(self) -> Case | None:
        """The case that holds nothing but the record."""
        return self._alone

    def take(self, key: str, record: SharedRecord) -> None:
        """Look at another record, or the same as the library holds it now."""
        held: dict[str, list[SharedRecord]] = {
            spec.key: [] for spec in self.workbench.declaration.shared_sections
        }
        held[key].append(record)
        library = self.workbench.library
        for spec in self.workbench.declaration.sections[key].fields:
            if spec.kind in LINKING and spec.to in held and library is not None:
                value = getattr(record, spec.name)
                ids = value if spec.many else (value,) if value else ()
                here = {one.id for one in held[spec.to]}
                held[spec.to] += [one for one in library.records.get(spec.to, ids) if one.id not in here]
        values: dict[str, Any] = {section: tuple(records) for section, records in held.items()}
        self._alone = cast("Case", self.workbench.declaration.case_type(**values))
        self._saved = {one.id: one for records in held.values() for one in records}

    def drop(self) -> None:
        """Look at nothing."""
        self._alone, self._saved = None, {}

    def make(self, change: Change) -> None:
        """Make a change on what is looked at; nothing is saved.

        Raises:
            ChangeError: it does not fit.
        """
        if self._alone is not None:
            self._alone = change.apply(self._alone)

    def changed(self) -> Pairs:
        """What differs from what the library holds, and what it does not hold yet."""
        if self._alone is None or self.workbench.library is None:
            return []
        pairs: Pairs = []
        for spec in self.workbench.declaration.shared_sections:
            for record in self._alone.section(spec.key):
                before = self._saved.get(record.id)
                if before is None and self.workbench.library.records.get(spec.key, [record.id]):
                    continue  # it came from the library as it is
                if before != record:
                    pairs.append((before, record))
        return pairs
