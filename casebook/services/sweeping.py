"""Changes to many cases, made a few at a time and undone as one."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

import attrs

from casebook.domain.changes import Change
from casebook.domain.errors import CasebookError
from casebook.services.editing import now, stamp_changes

if TYPE_CHECKING:
    from casebook.domain.case import Case
    from casebook.storage.library import Library

STEP = 0.05
"""Seconds of one step, so that a window stays alive between two of them."""
AT_ONCE = 25
"""Cases of one step at most: what one transaction holds in memory."""


@attrs.frozen(kw_only=True)
class Trashing:
    """The case goes into the Trash, or comes out of it."""

    out: bool = False

    def inverse(self) -> Trashing:
        """The way back."""
        return attrs.evolve(self, out=not self.out)


@attrs.frozen(kw_only=True)
class CaseChange:
    """What is to happen to one case."""

    case_id: str
    change: Change | Trashing

    def inverse(self) -> CaseChange:
        """What takes it back."""
        return attrs.evolve(self, change=self.change.inverse())


@attrs.frozen(kw_only=True)
class Refusal:
    """A case that stayed as it was, with a sentence why."""

    case_id: str
    reason: str


class Sweep:
    """Makes changes to many cases step by step; what was made by the time it is stopped stays, and can be taken back.

    A case for which a change does not fit is left as it is and told in `refused`.
    """

    def __init__(
        self, library: Library, changes: Iterable[CaseChange], clock: Callable[[], str] = now
    ) -> None:
        """Takes at most one change for each case; `clock` gives the time for stamps."""
        self._library = library
        self._clock = clock
        self._waiting = tuple(changes)
        self._at = 0
        self.made: list[CaseChange] = []
        self.refused: list[Refusal] = []

    @property
    def total(self) -> int:
        """How many cases there are."""
        return len(self._waiting)

    @property
    def done(self) -> int:
        """How many of them were looked at."""
        return self._at

    def step(self) -> bool:
        """Change the next few cases, in one transaction; whether more are waiting.

        Raises:
            ReadOnlyError: the library is open for reading only.
            LibraryError: the disk is full or refuses; this step was not made, those before it were.
        """
        begun = time.monotonic()
        ready: list[tuple[Case, Case, Change]] = []
        made: list[CaseChange] = []
        at = self._at
        while at < self.total and len(made) < AT_ONCE and (time.monotonic() - begun < STEP or not made):
            wanted = self._waiting[at]
            at += 1
            try:
                if isinstance(wanted.change, Trashing):
                    self._trash(wanted.case_id, wanted.change)
                else:
                    ready.append(self._changed(wanted.case_id, wanted.change))
            except CasebookError as error:
                self.refused.append(Refusal(case_id=wanted.case_id, reason=str(error)))
            else:
                made.append(wanted)
        if ready:
            self._library.cases.save_all(ready)
        self._at = at
        self.made += made
        return at < self.total

    def run(self) -> None:
        """Make all changes. Raises as `step` does."""
        while self.step():
            pass

    def undoing(self) -> Sequence[CaseChange]:
        """What takes back all that was made, last first."""
        return tuple(change.inverse() for change in reversed(self.made))

    def _changed(self, case_id: str, change: Change) -> tuple[Case, Case, Change]:
        before = self._library.cases.load(case_id)
        after = stamp_changes(before, change.apply(before), self._clock(), self._library.author)
        return before, after, change

    def _trash(self, case_id: str, trashing: Trashing) -> None:
        (self._library.cases.restore if trashing.out else self._library.cases.trash)(case_id)
