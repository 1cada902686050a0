"""What people do to entries, as changes: add, move, remove with all that hangs on them, duplicate."""

from collections.abc import Callable
from typing import Any

import attrs

from casebook.domain.case import Case
from casebook.domain.changes import Batch, Change, InsertEntry, MoveEntry, RemoveEntry, SetField, found
from casebook.domain.records import Record, RecordId


def adding(case: Case, section: str, entry: Record, index: int | None = None) -> InsertEntry:
    """The change that puts `entry` into a section, at its end unless `index` says otherwise."""
    return InsertEntry(
        section=section, index=len(case.section(section)) if index is None else index, entry=entry
    )


def moving(case: Case, record_id: str, step: int) -> MoveEntry | None:
    """The change that moves an entry `step` places among its siblings; None when it stands at the edge."""
    key = case.section_key(record_id)
    records = case.section(key)
    siblings = [at for at, record in enumerate(records) if _parent(record) == _parent(found(case, record_id))]
    start = next(at for at in siblings if records[at].id == record_id)
    place = siblings.index(start) + step
    if step == 0 or not 0 <= place < len(siblings):
        return None
    return MoveEntry(section=key, start=start, end=siblings[place])


def removing(case: Case, record_id: str, label: str = "") -> Batch:
    """The change that removes an entry, all that stands in it, all evidence for it, and all links to it.

    Raises:
        ChangeError: the record is not in the case.
    """
    changes: list[Change] = []

    def do(change: Change) -> None:
        nonlocal case
        changes.append(change)
        case = change.apply(case)

    found(case, record_id)
    doomed = {record_id} | descendants(case, record_id)
    doomed |= {item.id for item in case.evidence if item.claim in doomed or item.source in doomed}
    _unlink(case, doomed, do)
    for key in reversed(tuple(case.declaration.sections)):
        for index in range(len(case.section(key)) - 1, -1, -1):
            entry = case.section(key)[index]
            if entry.id in doomed:
                do(RemoveEntry(section=key, index=index, entry=entry))
    return Batch(changes=tuple(changes), label=label)


def _unlink(case: Case, doomed: set[str], do: Callable[[Change], None]) -> None:
    records = [case, *(record for key in case.declaration.sections for record in case.section(key))]
    for record in records:
        if record.id in doomed:
            continue
        for spec in (
            case.declaration.header if record is case else case.declaration.sections[_key(record)].fields
        ):
            value = getattr(record, spec.name)
            if spec.to and spec.many and doomed & set(value):
                kept = tuple(item for item in value if item not in doomed)
                do(SetField(target=record.id, field=spec.name, old=value, new=kept))
            elif spec.to and not spec.many and value in doomed:
                do(SetField(target=record.id, field=spec.name, old=value, new=None))


def _key(record: Record) -> str:
    return record.__section__.key  # type: ignore[attr-defined,no-any-return]


def descendants(case: Case, record_id: str) -> set[str]:
    """Ids of everything that stands in a record, at any depth."""
    inside: set[str] = set()
    layer = {record_id}
    while layer:
        layer = {
            entry.id
            for key, spec in case.declaration.sections.items()
            if spec.parent
            for entry in case.section(key)
            if entry.parent in layer
        }
        inside |= layer
    return inside


def duplicating(case: Case, record_id: str, fresh: Callable[[], str]) -> tuple[Batch, RecordId]:
    """The change that copies an entry, with all that stands in it, to just after it; and the id of the copy."""
    originals = {record_id} | descendants(case, record_id)
    renamed = {old: RecordId(fresh()) for old in originals}
    changes: list[Change] = []
    for key, spec in case.declaration.sections.items():
        copied = [entry for entry in case.section(key) if entry.id in originals]
        for offset, entry in enumerate(copied):
            values: dict[str, Any] = {"id": renamed[entry.id]}
            if spec.parent and entry.parent in renamed:
                values["parent"] = renamed[entry.parent]
            top = entry.id == record_id
            index = case.section(key).index(entry) + 1 if top else len(case.section(key)) + offset
            changes.append(InsertEntry(section=key, index=index, entry=attrs.evolve(entry, **values)))
    return Batch(changes=tuple(changes)), renamed[record_id]


def _parent(record: Record) -> str | None:
    return getattr(record, "parent", None)
