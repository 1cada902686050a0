"""Editing one open case: every change is applied at once, stamped, and saved within a second."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import attrs

from casebook.domain.case import Case
from casebook.domain.changes import Aspect, Batch, Change, SetField
from casebook.domain.errors import LibraryError
from casebook.domain.fields import Kind, field_specs
from casebook.domain.records import Record, Stamp

if TYPE_CHECKING:
    # SQLAlchemy takes a quarter of a second to import; the window is shown before it is needed.
    from casebook.storage.library import Library

TYPED = frozenset({Kind.LINE, Kind.PROSE, Kind.URL})
"""Kinds of field that are filled letter by letter."""


def now() -> str:
    """This moment in UTC, ISO 8601 to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Editor:
    """One open case and what of it is not on disk yet.

    Typing in one field is held back as one growing change until `flush`; any other change is saved as it is made.
    """

    def __init__(self, library: Library, case: Case, clock: Callable[[], str] = now) -> None:
        """`case` is what the library holds now; `clock` gives the time for stamps."""
        self._library = library
        self._clock = clock
        self._saved = case
        self._held: Change | None = None
        self.case = case

    @property
    def pending(self) -> bool:
        """Whether something is not on disk yet."""
        return self._held is not None

    def apply(self, change: Change) -> Case:
        """Make a change; what was held back before and does not merge with it is saved first.

        Raises:
            ChangeError: the change does not fit; nothing happened.
            LibraryError: saving failed; the change is kept here and the next `flush` tries again.
        """
        typing = is_typing(change, self.case)
        merged = self._held.merged_with(change) if self._held is not None else None
        if merged is None:
            # Saved before the change is made: saving stamps records, and the change goes on top of that.
            with suppress(LibraryError):
                self.flush()
        self.case = change.apply(self.case)
        if merged is not None:
            self._held = merged
        elif self._held is not None:
            self._held = Batch(changes=(self._held, change))
        else:
            self._held = change
        if not typing:
            self.flush()
        return self.case

    def renew(self) -> Case | None:
        """Take in what was changed in the library beside this; the case as it was, None when it was all the same.

        What is held back stays: then nothing is taken in.

        Raises:
            CasebookError: the case cannot be read.
        """
        if self._held is not None:
            return None
        before, there = self.case, self._library.cases.load(self.case.id)
        if before == there:
            return None
        self._saved = self.case = there
        return before

    def flush(self) -> bool:
        """Save what is held back; True if anything was.

        Raises:
            LibraryError: it could not be written; it stays held back.
        """
        if self._held is None:
            return False
        if isinstance(self._held, SetField) and self._held.old == self._held.new:
            self._held = None  # typed and taken back before it was ever saved
            return True
        stamped = stamp_changes(self._saved, self.case, self._clock(), self._library.author)
        self._library.cases.save(self._saved, stamped, self._held)
        self._saved = self.case = stamped
        self._held = None
        return True


def is_typing(change: Change, case: Case) -> bool:
    """Whether a change is text being typed, which is worth holding back for a moment; choosing a term is not."""
    if not isinstance(change, SetField) or change.aspect is not Aspect.VALUE:
        return False
    record = case.find(change.target)
    specs = field_specs(type(record)) if record is not None else ()
    return any(spec.name == change.field and spec.kind in TYPED for spec in specs)


def stamp_changes(before: Case | None, after: Case, at: str, by: str) -> Case:
    """`after` with every record that is new or differs from `before` stamped."""
    old = {} if before is None else {record.id: record for record in _records(before)}

    def stamped(record: Record) -> Record:
        earlier = old.get(record.id)
        if earlier is record or earlier == record:
            return record
        made = record.stamp if earlier is None else earlier.stamp
        stamp = Stamp(
            created_at=made.created_at or at,
            created_by=made.created_by or by,
            updated_at=at,
            updated_by=by,
        )
        return attrs.evolve(record, stamp=stamp)

    for key in after.declaration.sections:
        entries = after.section(key)
        fresh = tuple(stamped(entry) for entry in entries)
        if any(new is not entry for new, entry in zip(fresh, entries, strict=True)):
            after = after.with_section(key, fresh)
    return after if before == after else stamped(after)  # type: ignore[return-value]


def _records(case: Case) -> list[Record]:
    return [case, *(entry for key in case.declaration.sections for entry in case.section(key))]
