"""How often each term stands in each case: the plain counts every view over many cases is made of."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple

import attrs

from casebook.domain.case import Case
from casebook.domain.grounds import Ground, entry_value, is_record_link, record_name, terms_in
from casebook.domain.measures import COUNT, Marks, Measure
from casebook.domain.records import Absence, Record, RecordId


class Count(NamedTuple):
    """So many entries of a case stand for a term; `marks` are the different values of what is measured."""

    case_id: str
    term: str
    number: int
    marks: Marks = ()


@attrs.frozen(kw_only=True)
class CaseHead:
    """A case as the head of a line; `absence` is why nothing is counted, where somebody said so."""

    id: str
    title: str
    ref_code: str
    absence: Absence | None = None


@attrs.frozen(kw_only=True)
class Tally:
    """The counts of one ground over some cases, in their order; `names` are words for terms no list has words for."""

    ground: Ground
    measure: Measure = COUNT
    cases: tuple[CaseHead, ...]
    counts: tuple[Count, ...]
    names: dict[str, str] = attrs.field(factory=dict)
    left_out: int = 0
    """Cases that the audience may not see at all."""


class Tallying:
    """Adds up whole cases, one after the other."""

    def __init__(self, ground: Ground, measure: Measure = COUNT) -> None:
        self._ground = ground
        self._measure = measure
        self._heads: list[CaseHead] = []
        self._counts: list[Count] = []
        self._names: dict[str, str] = {}
        self.left_out = 0

    def add(self, case: Case) -> None:
        """Count one more case."""
        number: dict[str, int] = defaultdict(int)
        marks: dict[str, set[str]] = defaultdict(set)
        for entry in self._entries(case):
            for term, words in self._terms(case, entry):
                number[term] += 1
                marks[term] |= self._marks(entry)
                self._names.setdefault(term, words)
        self._counts += [Count(case.id, term, many, ordered(marks[term])) for term, many in number.items()]
        self._heads.append(
            CaseHead(
                id=case.id,
                title=case.title,
                ref_code=case.ref_code,
                absence=case.absences.get(self._ground.section or self._ground.spec.name),
            )
        )

    def result(self) -> Tally:
        """The counts so far."""
        return Tally(
            ground=self._ground,
            measure=self._measure,
            cases=tuple(self._heads),
            counts=tuple(self._counts),
            names={term: words for term, words in self._names.items() if words},
            left_out=self.left_out,
        )

    def _entries(self, case: Case) -> tuple[Record, ...]:
        return case.section(self._ground.section) if self._ground.section else (case,)

    def _terms(self, case: Case, entry: Record) -> list[tuple[str, str]]:
        spec = self._ground.value
        terms = terms_in(spec, entry_value(case, entry, self._ground))
        if is_record_link(spec, case.declaration):
            return [(term, record_name(case.find(term))) for term, _words in terms]
        return list(terms)

    def _marks(self, entry: Record) -> set[str]:
        spec = self._measure.spec
        value = getattr(entry, spec.name) if spec is not None else None
        return set() if spec is None or spec.is_empty(value) else {str(value)}


def ordered(marks: Iterable[str]) -> Marks:
    """Marks in one order, so that equal cells are equal."""
    return tuple(sorted(marks))


def tally(cases: Iterable[Case], ground: Ground, measure: Measure = COUNT) -> Tally:
    """The counts of one ground over whole cases."""
    counted = Tallying(ground, measure)
    for case in cases:
        counted.add(case)
    return counted.result()


@attrs.frozen(kw_only=True)
class Passage:
    """An entry that stands for a term: where to go to read it."""

    case_id: RecordId
    record_id: RecordId
    field: str
    case_title: str
    title: str
    facts: str


def passages(
    case: Case, ground: Ground, term: str, words: Callable[[Record, Case], tuple[str, str]]
) -> list[Passage]:
    """The entries of a case that stand for `term`; `words` gives title and facts of an entry."""
    entries = case.section(ground.section) if ground.section else (case,)
    found = []
    for entry in entries:
        if term in dict(terms_in(ground.value, entry_value(case, entry, ground))):
            title, facts = words(entry, case)
            found.append(
                Passage(
                    case_id=case.id,
                    record_id=entry.id,
                    field=ground.spec.name,
                    case_title=case.title,
                    title=title,
                    facts=facts,
                )
            )
    return found
