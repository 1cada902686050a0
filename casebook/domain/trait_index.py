"""The traits of all cases of a library, looked up by trait: finds the cases most like one among a hundred thousand."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping
from heapq import nlargest
from typing import TYPE_CHECKING

import attrs

from casebook.domain.aspects import Aspect, Traits
from casebook.domain.errors import NotFoundError
from casebook.domain.marking import _
from casebook.domain.periods import Span, overlap
from casebook.domain.resemblance import PERIOD, Rarity, share, weight

Cancelled = Callable[[], bool]

if TYPE_CHECKING:
    Cases = array[int]
    """Numbers of cases, each once."""


@attrs.frozen(kw_only=True)
class Alike:
    """A case that is like another, from 0 to 1, and what is known of it."""

    case_id: str
    score: float
    traits: Traits


class TraitIndex:
    """For each term the cases that have it; `names` are words for terms no list has words for."""

    def __init__(self, case_ids: Iterable[str]) -> None:
        """Knows these cases and no others."""
        self._ids = list(case_ids)
        self.numbers = {case_id: number for number, case_id in enumerate(self._ids)}
        self._held: dict[str, dict[str, Cases]] = {}
        self._aspects: dict[str, Aspect] = {}
        self._periods: dict[int, Span] = {}
        self.names: dict[str, str] = {}

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, aspect: Aspect, rows: Iterable[tuple[str, str]]) -> None:
        """Take in (case, term) of one aspect, in any order, any number of times."""
        numbers, held = self.numbers, self._held.setdefault(aspect.key, {})
        self._aspects[aspect.key] = aspect
        for case_id, term in rows:
            number = numbers.get(case_id)
            if number is None:
                continue
            cases = held.get(term)
            if cases is None:
                held[term] = array("I", (number,))
            elif cases[-1] != number:
                cases.append(number)
        for term, cases in held.items():
            if len(cases) > 1:
                once = set(cases)
                held[term] = cases if len(once) == len(cases) else array("I", sorted(once))

    def add_period(self, case_id: str, period: Span) -> None:
        """Take in when a case was."""
        if case_id in self.numbers:
            self._periods[self.numbers[case_id]] = period

    def rarity(self) -> Rarity:
        """How many cases have each term."""
        return Rarity(
            cases=len(self),
            held_by={
                (key, term): len(cases) for key, held in self._held.items() for term, cases in held.items()
            },
            aspects=self._aspects,
        )

    def most_like(self, case_id: str, limit: int, cancelled: Cancelled) -> tuple[Alike, ...]:
        """The cases that have something in common with one, the most alike first; nothing when cancelled.

        Raises:
            NotFoundError: the case is not known here.
        """
        number = self.numbers.get(case_id)
        if number is None:
            raise NotFoundError(_("The library has no such case."))
        shared, riches = [0.0] * len(self), [0.0] * len(self)
        for key, held in self._held.items():
            if cancelled():
                return ()
            self._weigh(self._aspects[key], held, number, (shared, riches))
        self._weigh_periods(number, shared, riches)
        scored = (
            (share(common, riches[number], riches[other]), -other)
            for other, common in enumerate(shared)
            if common > 0 and other != number
        )
        best = nlargest(limit, scored)
        traits = self.traits([self._ids[-other] for _score, other in best])
        return tuple(
            Alike(case_id=self._ids[-other], score=score, traits=traits[self._ids[-other]])
            for score, other in best
        )

    def traits(self, case_ids: Iterable[str]) -> Mapping[str, Traits]:
        """What is known of some cases."""
        wanted = {self.numbers[case_id]: case_id for case_id in case_ids}
        terms: dict[str, set[tuple[str, str]]] = {case_id: set() for case_id in wanted.values()}
        for key, held in self._held.items():
            for term, cases in held.items():
                for number in wanted.keys() & cases if len(cases) > 1 else wanted.keys() & {cases[0]}:
                    terms[wanted[number]].add((key, term))
        return {
            case_id: Traits(terms=frozenset(terms[case_id]), period=self._periods.get(number))
            for number, case_id in wanted.items()
        }

    def _weigh(
        self,
        aspect: Aspect,
        held: Mapping[str, Cases],
        number: int,
        sums: tuple[list[float], list[float]],
    ) -> None:
        shared, riches = sums
        for cases in held.values():
            counts = weight(aspect, len(cases), len(self))
            if not counts:
                continue
            for case in cases:
                riches[case] += counts
            if number in cases:
                for case in cases:
                    shared[case] += counts

    def _weigh_periods(self, number: int, shared: list[float], riches: list[float]) -> None:
        own = self._periods.get(number)
        for case, period in self._periods.items():
            riches[case] += PERIOD
            if own is not None:
                shared[case] += PERIOD * overlap(own, period)
