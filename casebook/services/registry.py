"""Steps on the shared records of a library: made a little at a time, taken back as one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import attrs

from casebook.domain.errors import LibraryError, NotFoundError
from casebook.domain.likeness import normal
from casebook.domain.marking import _
from casebook.domain.record_merge import marks_of, names_of
from casebook.domain.records import SharedRecord, Stamp
from casebook.services.editing import now
from casebook.services.sweeping import CaseChange, Refusal, Sweep

if TYPE_CHECKING:
    from casebook.storage.library import Library
    from casebook.storage.shared_records import RecordChange


@attrs.frozen(kw_only=True)
class RegistryStep:
    """What happens to shared records and to the cases that hold them.

    Links between records go last but one, there as on the way back: a case holds what its records point to, so these
    must point to what the cases hold by then.
    """

    first: tuple[RecordChange, ...] = ()
    cases: tuple[CaseChange, ...] = ()
    between: tuple[RecordChange, ...] = ()
    """Links from one shared record to another."""
    last: tuple[RecordChange, ...] = ()
    what: str = ""
    """The sentence for the history of the cases; empty where the changes say enough."""

    def inverse(self) -> RegistryStep:
        """The way back."""
        return RegistryStep(
            first=tuple(change.inverse() for change in reversed(self.last)),
            cases=tuple(change.inverse() for change in reversed(self.cases)),
            between=tuple(change.inverse() for change in reversed(self.between)),
            last=tuple(change.inverse() for change in reversed(self.first)),
            what=self.what,
        )

    @property
    def record_ids(self) -> frozenset[str]:
        """Ids of the records it changes."""
        changes = (*self.first, *self.between, *self.last)
        ends = (end for change in changes for end in (change.before, change.after))
        return frozenset(end.id for end in ends if end is not None)


class RegistrySweep:
    """Makes a step in pieces that a window can live with; what was made when it is stopped can be taken back."""

    def __init__(self, library: Library, step: RegistryStep) -> None:
        self._library = library
        self._step = step
        self._sweep = Sweep(library, step.cases)
        self._begun = self._ended = False
        self.left: tuple[SharedRecord, ...] = ()
        """Records that were to go but that a case still uses."""

    @property
    def total(self) -> int:
        """How many cases there are."""
        return self._sweep.total

    @property
    def done(self) -> int:
        """How many of them were looked at."""
        return self._sweep.done

    @property
    def refused(self) -> Sequence[Refusal]:
        """Cases that stayed as they were."""
        return self._sweep.refused

    @property
    def changed_cases(self) -> frozenset[str]:
        """Ids of the cases that were changed."""
        return frozenset(change.case_id for change in self._sweep.made)

    def step(self) -> bool:
        """Make the next piece; whether there is more. Raises as `Sweep.step` and `SharedRecords.save` do."""
        if not self._begun:
            self._save(self._step.first)
            self._begun = True
            if self.total == 0:
                return self._end()
            return True
        if self._sweep.step():
            return True
        return self._end()

    def run(self) -> None:
        """Make all of it."""
        while self.step():
            pass

    def made(self) -> RegistryStep:
        """What was made of the step so far."""
        return RegistryStep(
            first=self._step.first if self._begun else (),
            cases=tuple(self._sweep.made),
            between=self._step.between if self._ended else (),
            last=self._last() if self._ended else (),
            what=self._step.what,
        )

    def _end(self) -> bool:
        self._find_left()
        self._save((*self._step.between, *self._last()))
        self._ended = True
        return False

    def _save(self, changes: Sequence[RecordChange]) -> None:
        if changes:
            self._library.records.save(changes, self._step.what)

    def _last(self) -> tuple[RecordChange, ...]:
        left = {record.id for record in self.left}
        return tuple(one for one in self._step.last if one.before is None or one.before.id not in left)

    def _find_left(self) -> None:
        """A case that refused the change keeps its record, so that record does not go into the Trash."""
        from casebook.storage.shared_records import section_key

        going = [one.before for one in self._step.last if one.before is not None and _goes(one)]
        if going and self._sweep.refused:
            used = self._library.records.used(section_key(going[0]), [record.id for record in going])
            self.left = tuple(record for record in going if record.id in used)


def _goes(change: RecordChange) -> bool:
    return change.after is None or (
        change.before is not None and change.after.trashed > change.before.trashed
    )


def changing(
    pairs: Sequence[tuple[SharedRecord | None, SharedRecord | None]],
    author: str,
    clock: Callable[[], str] = now,
    what: str = "",
) -> RegistryStep:
    """The step from each record to what it is to be (nothing to make one, nothing to delete one), stamped."""
    from casebook.storage.shared_records import RecordChange

    at = clock()
    return RegistryStep(
        first=tuple(
            RecordChange(before=before, after=None if after is None else stamped(before, after, at, author))
            for before, after in pairs
            if before != after
        ),
        what=what,
    )


def stamped(before: SharedRecord | None, after: SharedRecord, at: str, by: str) -> SharedRecord:
    """A record with the stamp of who changed it when."""
    made = after.stamp if before is None else before.stamp
    stamp = Stamp(
        created_at=made.created_at or at, created_by=made.created_by or by, updated_at=at, updated_by=by
    )
    return attrs.evolve(after, stamp=stamp)


def trashing(records: Sequence[SharedRecord], author: str, *, out: bool = False) -> RegistryStep:
    """The step that puts records into the Trash, or takes them out."""
    return changing([(record, attrs.evolve(record, trashed=not out)) for record in records], author)


def one_record(library: Library, section: str, text: str) -> SharedRecord:
    """The record that `text` names: by id, or by one of its names in any letter case, where only one has it.

    Raises:
        NotFoundError: none is called so.
        LibraryError: more than one is.
    """
    from casebook.storage.record_query import RecordQuery, Show

    found: list[SharedRecord] = library.records.get(section, [text])
    for show in (Show.ALL, Show.TRASH):
        if not found:
            ids = library.records.ids(RecordQuery(section=section, text=text, show=show))
            found = [one for one in library.records.get(section, ids) if _is_called(one, text)]
    if not found:
        raise NotFoundError(_("No record is called “{name}”.").format(name=text[:80]))
    if len(found) > 1:
        raise LibraryError(_("More than one record is called “{name}”; use its id.").format(name=text[:80]))
    return found[0]


def _is_called(record: SharedRecord, text: str) -> bool:
    return normal(text) in (normal(name) for name in (*names_of(record), *marks_of(record)))
