"""Changes to many cases, made a few at a time and undone as one."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, overload

import attrs

from casebook.domain.changes import Change
from casebook.domain.errors import CasebookError, NotFoundError
from casebook.domain.marking import _
from casebook.services.editing import now, stamp_changes

if TYPE_CHECKING:
    from casebook.domain.case import Case
    from casebook.storage.library import Library

STEP = 0.02
"""Seconds for which a step reads cases; writing them takes as long again, and a window stays alive between two steps."""
AT_ONCE = 25
"""Cases of one step at most: what one transaction holds in memory."""
MOVED_AT_ONCE = 250
"""Cases that go into a collection or the Trash, or come out of it, in one transaction."""

NOT_COLLECTED = _("It was put there or taken away meanwhile.")


@attrs.frozen(kw_only=True)
class Trashing:
    """The case goes into the Trash, or comes out of it."""

    out: bool = False

    def inverse(self) -> Trashing:
        """The way back."""
        return attrs.evolve(self, out=not self.out)


@attrs.frozen(kw_only=True)
class Collecting:
    """The case goes into a collection, or comes out of it."""

    collection_id: str
    out: bool = False

    def inverse(self) -> Collecting:
        """The way back."""
        return attrs.evolve(self, out=not self.out)


@attrs.frozen(kw_only=True)
class CaseChange:
    """What is to happen to one case."""

    case_id: str
    change: Change | Trashing | Collecting

    def inverse(self) -> CaseChange:
        """What takes it back."""
        return attrs.evolve(self, change=self.change.inverse())


@attrs.frozen(kw_only=True)
class Refusal:
    """A case that stayed as it was, with a sentence why."""

    case_id: str
    reason: str


class Undoing(Sequence[CaseChange]):
    """What takes back some changes, last first; each is turned round when it is asked for, as there may be thousands."""

    def __init__(self, made: Iterable[CaseChange]) -> None:
        self._made = tuple(made)

    def __len__(self) -> int:
        return len(self._made)

    @overload
    def __getitem__(self, at: int) -> CaseChange: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[CaseChange, ...]: ...

    def __getitem__(self, at: int | slice) -> CaseChange | tuple[CaseChange, ...]:
        if isinstance(at, slice):
            return tuple(self[place] for place in range(*at.indices(len(self))))
        return self._made[-1 - at].inverse()


def nowhere(_change: CaseChange) -> bool:
    """No case is open in an editor."""
    return False


class Sweep:
    """Makes changes to many cases step by step; what was made by the time it is stopped stays, and can be taken back.

    A case for which a change does not fit is left as it is and told in `refused`.
    """

    def __init__(
        self,
        library: Library,
        changes: Iterable[CaseChange],
        clock: Callable[[], str] = now,
        in_editor: Callable[[CaseChange], bool] = nowhere,
    ) -> None:
        """Takes at most one change of each kind for each case; `clock` gives the time for stamps.

        `in_editor` makes a change whose case is open in an editor, and says whether it did; a case that is to move it
        only lets go.
        """
        self._library = library
        self._clock = clock
        self._in_editor = in_editor
        self._waiting = changes if isinstance(changes, Undoing) else tuple(changes)
        self._at = 0
        self.made: list[CaseChange] = []
        self.refused: list[Refusal] = []

    @property
    def total(self) -> int:
        """How many changes there are."""
        return len(self._waiting)

    @property
    def done(self) -> int:
        """How many of them were looked at."""
        return self._at

    def step(self) -> bool:
        """Change the next few cases; whether more are waiting.

        Raises:
            ReadOnlyError: the library is open for reading only.
            LibraryError: the disk is full or refuses; this step was not made, those before it were.
        """
        if self._at < self.total:
            first = self._waiting[self._at].change
            if isinstance(first, Trashing | Collecting):
                self._move_some(first)
            else:
                self._change_some()
        return self._at < self.total

    def _change_some(self) -> None:
        """Change cases for as long as a step may take; what is written, in one transaction."""
        begun = time.monotonic()
        ready: list[tuple[CaseChange, tuple[Case, Case, Change]]] = []
        start = at = self._at
        while at < self.total and at - start < AT_ONCE and (time.monotonic() - begun < STEP or at == start):
            wanted = self._waiting[at]
            if isinstance(wanted.change, Trashing | Collecting):
                break
            at += 1
            try:
                if self._in_editor(wanted):
                    self.made.append(wanted)
                else:
                    ready.append((wanted, self._changed(wanted.case_id, wanted.change)))
            except CasebookError as error:
                self.refused.append(Refusal(case_id=wanted.case_id, reason=str(error)))
        if ready:
            self._library.cases.save_all([written for _wanted, written in ready])
        self._at = at
        self.made += [wanted for wanted, _written in ready]

    def _move_some(self, change: Trashing | Collecting) -> None:
        """Make the same move with the next cases, in one transaction."""
        some = self._waiting[self._at : self._at + MOVED_AT_ONCE]
        some = tuple(takewhile(lambda wanted: wanted.change == change, some))
        ids, refused = list[str](), list[Refusal]()
        for wanted in some:
            try:
                self._in_editor(wanted)
                ids.append(wanted.case_id)
            except CasebookError as error:
                refused.append(Refusal(case_id=wanted.case_id, reason=str(error)))
        moved, reason = self._moved(change, ids)
        self._at += len(some)
        self.made += [wanted for wanted in some if wanted.case_id in moved]
        left = (case_id for case_id in ids if case_id not in moved)
        self.refused += [*refused, *(Refusal(case_id=case_id, reason=reason) for case_id in left)]

    def _moved(self, change: Trashing | Collecting, ids: Sequence[str]) -> tuple[frozenset[str], str]:
        """The cases that went where they were to go, and why any others did not."""
        if isinstance(change, Trashing):
            from casebook.storage.cases import GONE

            cases = self._library.cases
            return (cases.restore_all if change.out else cases.trash_all)(ids), GONE
        store = self._library.collections
        try:
            moved = (store.take_out if change.out else store.put)(change.collection_id, ids)
            return frozenset(moved), NOT_COLLECTED
        except NotFoundError as error:
            return frozenset(), str(error)

    def run(self) -> None:
        """Make all changes. Raises as `step` does."""
        while self.step():
            pass

    def undoing(self) -> Sequence[CaseChange]:
        """What takes back all that was made, last first."""
        return Undoing(self.made)

    def _changed(self, case_id: str, change: Change) -> tuple[Case, Case, Change]:
        before = self._library.cases.load(case_id)
        after = stamp_changes(before, change.apply(before), self._clock(), self._library.author)
        return before, after, change
