"""Brings what was planned into the library: new cases a few at a time, entries of a section as one change."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

import attrs

from casebook.domain.case import Case
from casebook.domain.changes import Batch, Change, InsertEntry
from casebook.domain.errors import CasebookError
from casebook.domain.marking import _
from casebook.services.editing import now, stamp_changes
from casebook.services.lists.plan import Plan
from casebook.services.sweeping import CaseChange, Trashing

if TYPE_CHECKING:
    from casebook.storage.library import Library

STEP = 0.03
"""Seconds that one step is meant to take, so that a window stays alive between two of them."""
MOST_AT_ONCE = 50
MOST_ENTRIES = 1_000
"""Entries that one section takes in at once: they are one change, saved in one piece."""


class Numbering:
    """Gives reference codes without asking the library for each."""

    def __init__(self, codes: Iterable[str] = ()) -> None:
        """`codes` are those that are taken."""
        self._last: dict[str, int] = {}
        for code in codes:
            self.note(code)

    def note(self, code: str) -> None:
        """A code is taken."""
        start, _dash, end = code.rpartition("-")
        # Digits of a file from outside may be any length, in any script.
        if end.isascii() and end.isdigit() and len(end) < 9:
            self._last[start.upper()] = max(self._last.get(start.upper(), 0), int(end))

    def numbered(self, case: Case) -> Case:
        """`case` with a reference code, where it has none and country and year are known."""
        if case.ref_code or not case.countries or case.period is None:
            self.note(case.ref_code)
            return case
        start = f"{case.countries[0].upper()}-{case.period.sort_key[0].year:04d}"
        number = self._last[start] = self._last.get(start, 0) + 1
        return attrs.evolve(case, ref_code=f"{start}-{number:03d}")


class Arrival:
    """Writes new cases step by step; what was written by the time it is stopped stays, and can be taken back."""

    def __init__(
        self,
        library: Library,
        plan: Plan,
        numbering: Numbering,
        clock: Callable[[], str] = now,
    ) -> None:
        """`numbering` knows the references that are taken; `clock` gives the time for stamps."""
        self._library = library
        self._plan = plan
        self._numbering = numbering
        self._clock = clock
        self._at_once = 4
        self.ids: list[str] = []
        """The cases that are in the library."""

    def how_far(self) -> tuple[int, int]:
        """How many cases are written, of how many."""
        return len(self.ids), self._plan.count

    def step(self) -> bool:
        """Write the next few cases in one transaction; whether more are waiting.

        Raises:
            ReadOnlyError: the library is open for reading only.
            LibraryError: the disk is full or refuses; this step was not made, those before it were.
        """
        begun = time.monotonic()
        some = self._plan.records(len(self.ids), self._at_once)
        at, author = self._clock(), self._library.author
        ready = [stamp_changes(None, self._numbering.numbered(case), at, author) for case in some]
        if ready:
            self._library.cases.add_all(ready)
        self.ids += [case.id for case in ready]
        took = max(time.monotonic() - begun, 0.001)
        fitting = round(len(some) * STEP / took)
        self._at_once = min(max(fitting, 1), 2 * self._at_once, MOST_AT_ONCE)
        return len(self.ids) < self._plan.count


def withdrawing(ids: Sequence[str]) -> tuple[CaseChange, ...]:
    """What takes cases that came in away again: they go into the Trash, last first."""
    return tuple(CaseChange(case_id=case_id, change=Trashing()) for case_id in reversed(ids))


def entries_arriving(case: Case, plan: Plan, label: str) -> Batch:
    """The one change that puts the planned entries at the end of their section, the records they point to first.

    Raises:
        CasebookError: they are more than a section takes in at once.
    """
    if plan.count > MOST_ENTRIES:
        raise CasebookError(
            _("A section takes in {count} entries at once; the list has {more}. Part it.").format(
                count=f"{MOST_ENTRIES:,}", more=f"{plan.count:,}"
            )
        )
    changes: list[Change] = []
    for section in case.declaration.shared_sections:
        here = {record.id for record in case.section(section.key)}
        coming = [one for one in plan.used if type(one) is section.entry_type and one.id not in here]
        changes += _inserting(section.key, len(here), coming)
    changes += _inserting(plan.into, len(case.section(plan.into)), plan.records())
    return Batch(changes=tuple(changes), label=label)


def _inserting(key: str, end: int, records: Sequence[object]) -> list[Change]:
    return [
        InsertEntry(section=key, index=end + at, entry=record)  # type: ignore[arg-type]
        for at, record in enumerate(records)
    ]
