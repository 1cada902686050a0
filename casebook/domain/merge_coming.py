"""What becomes of the entries of a case that is merged into another: which are one with one there, which come over."""

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from casebook.domain.case import ANOTHER_CASE
from casebook.domain.changes import found
from casebook.domain.declaration import SectionSpec
from casebook.domain.fields import LINKING, FieldSpec, Kind, field_specs
from casebook.domain.merge_matching import in_order
from casebook.domain.merge_rows import Choice, MergeKind, MergePlan
from casebook.domain.records import Record, RecordId, Stamp

Choices = Mapping[str, Choice]


class Coming:
    """What becomes of the entries of the other case: `merged` into one here, `fresh` under a new id, or left out.

    An entry goes where what it stands in, and what it has to point to, goes.
    """

    def __init__(self, plan: MergePlan, choices: Choices, fresh: Callable[[], str]) -> None:
        self._plan = plan
        self._theirs: dict[str, tuple[SectionSpec, Any]] = {
            record.id: (section, record)
            for section in in_order(plan.other)
            for record in plan.other.section(section.key)
        }
        own = {ident for ident, (section, _record) in self._theirs.items() if not section.shared}
        rows = {row.other_id: row for row in plan.rows if row.kind in (MergeKind.PAIR, MergeKind.OTHER)}
        coming = {ident for ident in own if plan.choice(rows[ident], choices) is not Choice.KEPT}
        paired = {ident for ident in own if rows[ident].kind is MergeKind.PAIR}
        self.merged = paired - coming
        """Ids of entries that are one with an entry of the case that stays."""
        self._inside = coming | self.merged
        self._settle()
        self.shared = [
            row.other_id
            for row in plan.rows
            if row.kind is MergeKind.OTHER
            and row.other_id not in own
            and plan.choice(row, choices) is Choice.OTHER
        ]
        """Ids of the shared records that were chosen to come."""
        self.fresh = {
            ident: RecordId(fresh())
            for ident in self._theirs
            if ident in self._inside and ident not in self.merged
        }
        """New ids of the entries that come over."""
        shared = {ident: ident for ident in self._theirs if ident not in own}
        self.ids: dict[str, str] = {
            plan.other.id: plan.kept.id,
            **shared,
            **{ident: plan.pairs[ident] for ident in self.merged},
            **self.fresh,
        }

    def kept(self, other_id: str) -> Record:
        """The entry here that one of the other case is merged into."""
        return found(self._plan.kept, self._plan.pairs[other_id])

    def theirs(self, other_id: str) -> Record:
        """An entry of the other case."""
        record: Record = self._theirs[other_id][1]
        return record

    def mapped(self, spec: FieldSpec, value: Any) -> Any:
        """A value with its links leading to what stands for their targets here; those to what is left out are gone."""
        if spec.kind not in LINKING or spec.to == ANOTHER_CASE:
            return value
        if spec.many:
            return tuple(self.ids[item] for item in value if item in self.ids)
        return self.ids.get(value)

    def renewed(self, record: Record) -> Record:
        """An entry as it comes over."""
        values: dict[str, Any] = {"id": self.fresh[record.id], "stamp": Stamp()}
        parent = getattr(record, "parent", None)
        if parent is not None:
            values["parent"] = self.ids.get(parent)
        for spec in field_specs(type(record)):
            if spec.kind in LINKING:
                values[spec.name] = self.mapped(spec, getattr(record, spec.name))
        return attrs.evolve(record, **values)

    def _settle(self) -> None:
        while True:
            lost = {ident for ident in self._inside if not self._bases(ident) <= self._inside}
            parted = {ident for ident in self.merged - lost if not self._stands_the_same(ident)}
            if not lost and not parted:
                return
            self._inside -= lost
            self.merged -= lost | parted

    def _bases(self, ident: str) -> set[str]:
        """The entries of the other case without which this one says nothing: what it stands in and has to point to."""
        section, record = self._theirs[ident]
        bases = {getattr(record, "parent", None)}
        bases |= {getattr(record, spec.name) for spec in section.fields if _is_base(spec)}
        own = {base for base in bases if base in self._theirs and not self._theirs[base][0].shared}
        return own - {ident}

    def _stands_the_same(self, ident: str) -> bool:
        """Whether all an entry rests on is merged too, so that it is one with its twin."""
        return self._bases(ident) <= self.merged


def _is_base(spec: FieldSpec) -> bool:
    return spec.kind is Kind.LINK and spec.required and spec.to != ANOTHER_CASE
