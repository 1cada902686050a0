"""One case when shared records become one: every link and citation goes to the one that stays."""

from collections.abc import Collection, Iterator
from typing import Any

import attrs

from casebook.domain.case import Case
from casebook.domain.changes import Batch, Change, InsertEntry, RemoveEntry, SetField
from casebook.domain.citing import cited_keys, marks
from casebook.domain.declaration import section_of
from casebook.domain.fields import LINKING, FieldSpec, Kind, field_specs
from casebook.domain.record_changes import settings_between
from casebook.domain.records import Record, RecordId, SharedRecord

KEY = "citation_key"
"""The field by which running text names a source."""


def repointed(
    case: Case, old_ids: Collection[str], new: SharedRecord, label: str = "", *, whole: bool = True
) -> Batch:
    """The change after which `case` holds `new` where it held the records `old_ids`, and points to it.

    Not `whole`, links from other shared records are left: they are written once for all cases.
    Entries that tell of the same thing twice afterwards stay, see `doubled`. A case that has nothing to do with the
    old records needs no change: the batch is empty.
    """
    key = section_of(type(new)).key
    old = frozenset(old_ids) - {new.id}
    gone = [record for record in case.section(key) if record.id in old]
    links = [*_links(case, old, new.id, whole=whole), *_citations(case, gone, new)]
    if not gone and not links:
        return Batch(changes=(), label=label)
    steps = [*_arrival(case, key, old, new), *links]
    for index in range(len(case.section(key)) - 1, -1, -1):
        record = case.section(key)[index]
        if record.id in old:
            # A newcomer stands right before the first that goes.
            shift = 0 if case.find(new.id) is not None else 1
            steps.append(RemoveEntry(section=key, index=index + shift, entry=_after(record, links)))
    return Batch(changes=tuple(steps), label=label)


def doubled(case: Case, record_id: str) -> tuple[RecordId, ...]:
    """Ids of entries that are about the same shared record, where more than one of a section is."""
    found: list[RecordId] = []
    for spec in case.declaration.top_sections:
        summary = spec.summary
        if summary.kind is not Kind.LINK or not summary.compare_by:
            continue
        here = [entry.id for entry in case.section(spec.key) if getattr(entry, summary.name) == record_id]
        found += here if len(here) > 1 else []
    return tuple(found)


def links_to(record: Record, ids: Collection[str]) -> Iterator[FieldSpec]:
    """The fields by which a record points to one of `ids`."""
    for spec in field_specs(type(record)):
        if spec.kind not in LINKING:
            continue
        value = getattr(record, spec.name)
        if any(item in ids for item in value) if spec.many else value in ids:
            yield spec


def relinked(record: Record, spec: FieldSpec, old_ids: Collection[str], new_id: str) -> Any:
    """The value of a link field with `new_id` in the place of the old ones: each once, and never the record itself."""
    value = getattr(record, spec.name)
    if not spec.many:
        pointed = new_id if value in old_ids else value
        return None if pointed == record.id else pointed
    pointed = tuple(new_id if item in old_ids else item for item in value)
    return tuple(dict.fromkeys(item for item in pointed if item != record.id))


def _arrival(case: Case, key: str, old: Collection[str], new: SharedRecord) -> list[Change]:
    held = case.find(new.id)
    if held is not None:
        return list(settings_between(held, new))
    records = case.section(key)
    first = next((at for at, record in enumerate(records) if record.id in old), len(records))
    return [InsertEntry(section=key, index=first, entry=new)]


def _links(case: Case, old: Collection[str], new_id: str, *, whole: bool) -> Iterator[SetField]:
    for record in _records(case):
        if record.id == new_id or (not whole and isinstance(record, SharedRecord)):
            continue  # its own links are what whoever made it says they are
        for spec in links_to(record, old):
            value = getattr(record, spec.name)
            now = relinked(record, spec, old, new_id)
            yield SetField(target=record.id, field=spec.name, old=value, new=now)


def _citations(case: Case, gone: list[Any], new: SharedRecord) -> Iterator[SetField]:
    """Keys in running text: only those that mean none of the sources that stay."""
    now = getattr(new, KEY, "")
    keys = {getattr(record, KEY, "") for record in gone} - {"", now}
    stay = {
        getattr(record, KEY, "") for record in case.section(section_of(type(new)).key) if record not in gone
    }
    keys -= stay
    if not keys or cited_keys(f"@{now}") != {now}:
        return
    for record in _records(case):
        if isinstance(record, SharedRecord):
            continue
        for spec in field_specs(type(record)):
            text = getattr(record, spec.name) if spec.kind is Kind.PROSE else ""
            written = _cited_anew(text, keys, now)
            if written != text:
                yield SetField(target=record.id, field=spec.name, old=text, new=written)


def _cited_anew(text: str, keys: Collection[str], now: str) -> str:
    for start, end, key in reversed(list(marks(text)) if "@" in text else []):
        if key in keys:
            text = f"{text[:start]}@{now}{text[end:]}"
    return text


def _after(record: Record, steps: list[SetField]) -> Record:
    """A record as the steps leave it."""
    values: dict[str, Any] = {step.field: step.new for step in steps if step.target == record.id}
    return attrs.evolve(record, **values)


def _records(case: Case) -> Iterator[Record]:
    yield case
    for key in case.declaration.sections:
        yield from case.section(key)
