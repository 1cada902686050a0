"""One case of a comparison, looked up from several sides at once: titles, grades, gaps."""

from collections.abc import Iterable
from typing import Any

from casebook.domain.case import Case
from casebook.domain.comparison import Gap, Held
from casebook.domain.fields import LINKING, FieldSpec, field_specs, remembered
from casebook.domain.grades import SUPPORTING, Grade, best, grade_of
from casebook.domain.receipt import Receipt
from casebook.domain.records import Record
from casebook.domain.wording import Wording

STRONG = frozenset("abc")
"""Reliability of sources that a claim may rest on."""


class ComparedCase:
    """A case with its records by id, what stands in them, and the evidence for them."""

    def __init__(self, case: Case, wording: Wording, receipt: Receipt | None) -> None:
        self.case = case
        self.wording = wording
        self.sections: dict[str, tuple[Any, ...]] = {
            key: getattr(case, key) for key in case.declaration.sections
        }
        self._records: dict[str, Record] = {}
        self._inside: dict[str, list[str]] = {}
        self._backing: dict[str, list[tuple[str, Grade | None]]] = {}
        self._withheld = {(one.record_id, one.field) for one in receipt.items} if receipt else frozenset()
        self._thinned = frozenset(receipt.counts) if receipt else frozenset()
        for entries in self.sections.values():
            for record in entries:
                self._records[record.id] = record
                parent = getattr(record, "parent", None)
                if parent:
                    self._inside.setdefault(parent, []).append(record.id)
        self._read_evidence()

    def _read_evidence(self) -> None:
        grades: dict[tuple[str, str], Grade | None] = {}
        for item in self.case.evidence:
            if not item.claim or item.stance not in SUPPORTING:
                continue
            source = self._records.get(item.source or "")
            letter = getattr(source, "reliability", None) or ""
            known = letter, item.credibility or ""
            if known not in grades:
                grades[known] = grade_of(item, source, self.wording)
            self._backing.setdefault(item.claim, []).append((letter, grades[known]))

    @property
    def claimed(self) -> Iterable[str]:
        """Ids of the records there is evidence for."""
        return self._backing

    def backing(self, record_id: str) -> list[tuple[str, Grade | None]]:
        """Reliability and grade of all evidence for a record and for what stands in it."""
        found = list(self._backing.get(record_id, ()))
        for child in self._inside.get(record_id, ()):
            found += self.backing(child)
        return found

    def held(self, record: Record, claiming: bool) -> Held:
        """An entry with its title and its grade; `claiming` where entries of its kind are claims."""
        backing = self.backing(record.id) if claiming else []
        return Held(
            record=record,
            words=self.title(record),
            grade=best(grade for _letter, grade in backing),
            weak=claiming and not any(letter in STRONG for letter, _grade in backing),
        )

    def name(self, record: Record, depth: int = 0) -> str:
        """What a record is called on one line; empty when it has no name."""
        for spec in naming(type(record)):
            value = getattr(record, spec.name)
            if spec.is_empty(value):
                continue
            if spec.kind in LINKING:
                target = self._records.get(value[0] if spec.many else value)
                return self.name(target, depth + 1) if target is not None and depth < 3 else ""
            return " ".join(self.wording.value(spec, value, self.case).split())
        return ""

    def title(self, record: Record) -> str:
        """What a record is called, or "Untitled"."""
        return self.name(record) or self.wording.title(record, self.case)

    def words(self, spec: FieldSpec, value: Any) -> tuple[str, ...]:
        """A value in words, an item each where the field holds several."""
        if spec.is_empty(value):
            return ()
        return tuple(self._item(spec, item) for item in (value if spec.many else (value,)))

    def _item(self, spec: FieldSpec, item: Any) -> str:
        target = self._records.get(item) if spec.kind in LINKING else None
        if target is not None:
            return self.title(target)
        return self.wording.value(spec, (item,) if spec.many else item, self.case)

    def field_gap(self, record: Record, field: str) -> Gap:
        """Why a field of the case or of an entry is empty."""
        if (record.id, field) in self._withheld:
            return Gap.WITHHELD
        return Gap.of(record.absences.get(field))

    def section_gap(self, key: str) -> Gap:
        """Why a section has no entry, or none of one kind; where some were withheld, that may be why."""
        if key in self._thinned:
            return Gap.WITHHELD
        return Gap.NOT_RECORDED if self.sections[key] else Gap.of(self.case.absences.get(key))


@remembered
def naming(record_type: type[Record]) -> tuple[FieldSpec, ...]:
    """The fields that name a record, first come first: its short form, then its summary."""
    specs = field_specs(record_type)
    return (*(spec for spec in specs if spec.short_form), *(spec for spec in specs if spec.summary))
