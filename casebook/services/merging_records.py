"""Making several shared records one: planned from what the library holds, for all cases that point to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from casebook.domain.case import Case
from casebook.domain.changes import Aspect, Batch, SetField
from casebook.domain.errors import NotFoundError
from casebook.domain.fields import LINKING, Kind, field_specs
from casebook.domain.marking import _
from casebook.domain.record_merge import merged
from casebook.domain.records import Record, SharedRecord
from casebook.domain.repointing import doubled, links_to, relinked, repointed
from casebook.services.editing import now
from casebook.services.registry import RegistryStep, changing, trashing
from casebook.services.sweeping import CaseChange

if TYPE_CHECKING:
    from casebook.storage.library import Library

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


@attrs.frozen(kw_only=True)
class Merge:
    """Which records of a section become one: the one that stays, and whose value counts for a field (by its name)."""

    section: str
    keep: str
    others: tuple[str, ...]
    chosen: Mapping[str, str] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class MergePlan:
    """What a merge amounts to."""

    step: RegistryStep
    keep: SharedRecord
    others: tuple[SharedRecord, ...]
    links: int
    """Links and citations that go to the one that stays, in cases and in other records."""
    doubled: tuple[str, ...]
    """Titles of cases that have two entries about the same record then."""

    @property
    def cases(self) -> int:
        """How many cases change."""
        return len(self.step.cases)


def plan_merge(
    library: Library,
    merge: Merge,
    author: str = "",
    progress: Progress = lambda _done, _of: None,
    cancelled: Cancelled = lambda: False,
) -> MergePlan:
    """Look through all cases that hold one of the records; nothing is changed. `author` signs the records.

    Raises:
        NotFoundError: one of the records is no longer in the library, or there is nothing to merge.
    """
    ids = tuple(dict.fromkeys(one for one in merge.others if one != merge.keep))
    records: list[SharedRecord] = library.records.get(merge.section, [merge.keep, *ids])
    if len(records) != len(ids) + 1 or not ids:
        raise NotFoundError(_("A record is no longer in the library, so nothing was merged."))
    keep, others, author = records[0], tuple(records[1:]), author or library.author
    made = attrs.evolve(merged(keep, others, merge.chosen), trashed=False)
    what = merge_words(made, others)
    step = changing([(keep, made)], author, now, what)
    made = step.first[0].after or made if step.first else made
    pairs = _relinked(library, merge, ids)
    plan = MergePlan(
        step=attrs.evolve(step, between=changing(pairs, author).first, last=trashing(others, author).first),
        keep=made,
        others=others,
        links=sum(1 for before, _after in pairs for _spec in links_to(before, ids)),
        doubled=(),
    )
    holders = library.records.holders(merge.section, ids)
    for number, case_id in enumerate(holders):
        progress(number, len(holders))
        if cancelled():
            break
        plan = _with_case(plan, _with(library.cases.load(case_id), made), ids)
    return plan


def _with_case(plan: MergePlan, case: Case, ids: tuple[str, ...]) -> MergePlan:
    """The plan with what changes in one case."""
    change = repointed(case, ids, plan.keep, plan.step.what, whole=False)
    if not change.changes:
        return plan
    before, after = (len(doubled(state, plan.keep.id)) for state in (case, change.apply(case)))
    return attrs.evolve(
        plan,
        step=attrs.evolve(plan.step, cases=(*plan.step.cases, CaseChange(case_id=case.id, change=change))),
        links=plan.links + _links_in(change, case),
        doubled=(*plan.doubled, case.title or case.ref_code) if after > before else plan.doubled,
    )


def merge_words(made: SharedRecord, others: tuple[SharedRecord, ...]) -> str:
    """“ECOMIL” and “ECOWAS Mission in Liberia” became one."""
    if len(others) == 1:
        said = _("“{other}” became one with “{name}”")
        return said.format(other=title_of(others[0]), name=title_of(made))
    return _("{count} records became one with “{name}”").format(count=len(others), name=title_of(made))


def title_of(record: Record) -> str:
    """What a record is called, on one line and cut where it is long; a short form tells less than two names do."""
    spec = next((spec for spec in field_specs(type(record)) if spec.summary), None)
    name = " ".join(str(getattr(record, spec.name)).split()) if spec is not None else ""
    name = name or _("Untitled")
    return name if len(name) <= 80 else name[:79].rstrip() + "…"


def _relinked(
    library: Library, merge: Merge, ids: tuple[str, ...]
) -> list[tuple[SharedRecord, SharedRecord]]:
    """Other shared records that point to one that goes, before and after."""
    pairs = []
    for record in library.records.linking(merge.section, ids):
        if record.id in (merge.keep, *ids):
            continue
        values: dict[str, Any] = {
            spec.name: relinked(record, spec, ids, merge.keep) for spec in links_to(record, ids)
        }
        pairs.append((record, attrs.evolve(record, **values)))
    return pairs


def _with(case: Case, made: SharedRecord) -> Case:
    """The case as it is once the record that stays was written."""
    return case.replacing(made) if case.find(made.id) is not None else case


def _links_in(change: Batch, case: Case) -> int:
    """How many links and citations a change moves."""
    count = 0
    for step in change.changes:
        if isinstance(step, SetField) and step.aspect is Aspect.VALUE:
            record = case.find(step.target)
            kinds = {spec.name: spec.kind for spec in field_specs(type(record))}
            count += kinds.get(step.field) in (*LINKING, Kind.PROSE)
    return count
