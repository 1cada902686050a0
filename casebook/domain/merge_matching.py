"""Which entries of two cases are the same: equal in all they hold, or the same term, actor or title."""

from collections.abc import Mapping
from typing import Any

from casebook.domain.alignment import recogniser_of
from casebook.domain.case import ANOTHER_CASE, Case
from casebook.domain.compared_case import ComparedCase
from casebook.domain.dates import When
from casebook.domain.declaration import SectionSpec
from casebook.domain.entry_identity import Recogniser
from casebook.domain.fields import EVERY_RECORD, LINKING, TEXT, FieldSpec, Kind
from casebook.domain.likeness import ALIKE, likeness, normal, words_of
from casebook.domain.periods import Span, overlap
from casebook.domain.records import Record
from casebook.domain.wording import Wording

MUCH_ALIKE = 0.75
"""Likeness of titles from which two entries are the same where nothing else says so."""
TERMS = frozenset({Kind.TERM, Kind.LINK})


class Matching:
    """`pairs` gives, for ids of the other case, the same record in the case that stays; grows section by section."""

    def __init__(self, kept: Case, other: Case, wording: Wording) -> None:
        self._kept, self._other, self._wording = kept, other, wording
        self._read = (ComparedCase(kept, wording, None), ComparedCase(other, wording, None))
        self._keys = (_keys(kept), _keys(other))
        self.pairs: dict[str, str] = {other.id: kept.id}
        for section in in_order(kept):
            if section.shared:
                here = {record.id for record in kept.section(section.key)}
                self.pairs |= {one.id: one.id for one in other.section(section.key) if one.id in here}
            else:
                self._match(section)

    def _match(self, section: SectionSpec) -> None:
        waiting = list(self._kept.section(section.key))
        left: list[Record] = []
        for other in self._other.section(section.key):
            same = next((one for one in waiting if self.equal(section, one, other)), None)
            if same is None:
                left.append(other)
            else:
                waiting.remove(same)
                self.pairs[other.id] = same.id
        if any(spec.to == EVERY_RECORD for spec in section.fields):
            return  # what says of another record what it says is the same only when it says the same
        recogniser = recogniser_of(section, self._wording, {}, {})
        scored = sorted(
            (-score, at, place)
            for at, one in enumerate(waiting)
            for place, other in enumerate(left)
            if (score := self._alike(recogniser, one, other)) > 0
        )
        taken: set[int] = set()
        for _score, at, place in scored:
            if waiting[at].id not in self.pairs.values() and place not in taken:
                taken.add(place)
                self.pairs[left[place].id] = waiting[at].id

    def equal(self, section: SectionSpec, one: Record, other: Record) -> bool:
        """Whether two entries hold the same, links taken for those to the same records."""
        marks = all(
            getattr(one, name) == getattr(other, name)
            for name in ("sensitivity", "absences", "field_sensitivities", "extra")
        )
        return (
            marks
            and self._same_parent(one, other)
            and all(
                self._agrees(spec, getattr(one, spec.name), getattr(other, spec.name))
                for spec in section.fields
            )
        )

    def _same_parent(self, one: Record, other: Record) -> bool:
        above, there = getattr(one, "parent", None), getattr(other, "parent", None)
        return above == (self.pairs.get(there) if there else there)

    def _agrees(self, spec: FieldSpec, one: Any, other: Any) -> bool:
        if spec.kind not in LINKING or spec.to == ANOTHER_CASE:
            return bool(one == other)
        ones, others = (one, other) if spec.many else ((one,), (other,))
        return len(ones) == len(others) and all(map(self._same_target, ones, others))

    def _same_target(self, one: str | None, other: str | None) -> bool:
        if one is None or other is None:
            return one == other
        if other in self.pairs:
            return self.pairs[other] == one
        # Not matched yet, as it stands in a section that comes later: any record of that section may turn out the same.
        section = self._keys[1].get(other)
        if section is None or self._other.declaration.sections[section].shared:
            return one == other
        return self._keys[0].get(one) == section and one not in self.pairs.values()

    def _alike(self, recogniser: Recogniser, one: Any, other: Any) -> float:
        section, summary = recogniser.section, recogniser.section.summary
        if not self._same_parent(one, other) or not self._compatible(section, one, other):
            return 0.0
        deciding = recogniser.deciding
        same_term = deciding is not None and self._same_value(recogniser, deciding, one, other)
        if deciding is not None and deciding is not summary and summary.kind in TERMS and not same_term:
            return 0.0
        if summary.kind in TERMS:
            score = float(self._same_value(recogniser, summary, one, other))
        elif summary.kind in TEXT:
            need = ALIKE if same_term and deciding is not summary else MUCH_ALIKE
            score = self._same_title(one, other, need)
        else:
            score = 0.0
        return score + self._nearness(section, one, other) if score else 0.0

    def _compatible(self, section: SectionSpec, one: Any, other: Any) -> bool:
        """Whether nothing speaks against it: another file, another actor, another time."""
        for spec in section.fields:
            left, right = getattr(one, spec.name), getattr(other, spec.name)
            if spec.is_empty(left) or spec.is_empty(right):
                continue
            if spec.kind is Kind.FILE and left != right:
                return False
            if spec.kind is Kind.LINK and spec.required and not self._agrees(spec, left, right):
                return False
            if spec.kind is Kind.WHEN and spec.fact and not _at_once(left, right):
                return False
        return True

    def _same_value(self, recogniser: Recogniser, spec: FieldSpec, one: Any, other: Any) -> bool:
        left, right = getattr(one, spec.name), getattr(other, spec.name)
        if spec.is_empty(left) or spec.is_empty(right):
            return False
        if spec.kind is Kind.TERM:
            return recogniser.current(left) == recogniser.current(right)
        return self._agrees(spec, left, right)

    def _same_title(self, one: Record, other: Record, need: float) -> float:
        left, right = self._read[0].name(one), self._read[1].name(other)
        if not left or not right:
            return 0.0
        if normal(left) == normal(right):
            return 1.0
        alike = likeness(words_of(left), words_of(right))
        return alike if alike >= need else 0.0

    def _nearness(self, section: SectionSpec, one: Any, other: Any) -> float:
        """Between entries that may be the same: a little more for each field in which they agree."""
        agreeing = sum(
            not spec.is_empty(getattr(one, spec.name))
            and self._agrees(spec, getattr(one, spec.name), getattr(other, spec.name))
            for spec in section.fields
        )
        return agreeing / (1000 * len(section.fields))


def in_order(case: Case) -> list[SectionSpec]:
    """The sections so that what others point to comes first: shared records, then entries, then what is said of any."""

    def rank(section: SectionSpec) -> int:
        if section.shared:
            return 0
        return 2 if any(spec.to == EVERY_RECORD for spec in section.fields) else 1

    return sorted(case.declaration.sections.values(), key=rank)


def _keys(case: Case) -> Mapping[str, str]:
    return {record.id: key for key in case.declaration.sections for record in case.section(key)}


def _at_once(one: When, other: When) -> bool:
    return overlap(Span.of(one), Span.of(other)) > 0
