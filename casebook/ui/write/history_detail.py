"""One change in full: what stood there before and what stands there after, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import attrs

from casebook.domain.case import Case
from casebook.domain.changes import OF_RECORD, Aspect, Batch, Change, InsertEntry, RemoveEntry, SetField
from casebook.domain.errors import FormatError
from casebook.domain.fields import FieldSpec, field_specs
from casebook.domain.plain import change_of
from casebook.domain.records import Record
from casebook.domain.wording import Wording

if TYPE_CHECKING:
    from casebook.storage.history import HistoryEntry

CONTEXT = 60
"""Characters kept left and right of where two long texts differ."""


@attrs.frozen
class Detail:
    """One side-by-side: `before` is None where something was added, `after` where it was removed."""

    label: str
    before: str | None
    after: str | None


def details_of(entry: HistoryEntry, case: Case, wording: Wording) -> tuple[Detail, ...]:
    """What a change did, in the words of today's case; empty when it can only be told as a sentence."""
    if entry.change.get("do") not in ("set", "insert", "remove", "batch"):
        return ()
    try:
        change = change_of(entry.change, case.declaration)
    except FormatError:
        return ()
    return tuple(_details(change, case, wording))


def trimmed(before: str, after: str) -> tuple[str, str]:
    """Two texts without most of what they begin and end with in common; "…" stands for what is left out."""
    start = 0
    most = min(len(before), len(after))
    while start < most and before[start] == after[start]:
        start += 1
    end = 0
    while end < most - start and before[-1 - end] == after[-1 - end]:
        end += 1
    left, right = max(0, start - CONTEXT), max(0, end - CONTEXT)

    def cut(text: str) -> str:
        kept = text[left : len(text) - right]
        return ("…" if left else "") + kept + ("…" if right else "")

    return cut(before), cut(after)


def _details(change: Change, case: Case, wording: Wording) -> Iterator[Detail]:
    match change:
        case Batch():
            for step in change.changes:
                yield from _details(step, case, wording)
        case SetField():
            yield _set(change, case, wording)
        case InsertEntry():
            for label, words in _fields(change.entry, case, wording):
                yield Detail(label, None, words)
        case RemoveEntry():
            for label, words in _fields(change.entry, case, wording):
                yield Detail(label, words, None)


def _set(change: SetField, case: Case, wording: Wording) -> Detail:
    record = case.find(change.target)
    specs = {spec.name: spec for spec in field_specs(type(record))} if record is not None else {}
    spec = specs.get(change.field)
    label = _label(change, spec, case, wording)

    def words(value: Any) -> str:
        if change.aspect is Aspect.ABSENCE:
            return wording.absence(value)
        if change.aspect is Aspect.SENSITIVITY:
            return wording.sensitivity(value) if value is not None else wording.absence(None)
        said = wording.value(spec, value, case) if spec is not None else str(value or "")
        return said or wording.absence(None)

    return Detail(label, words(change.old), words(change.new))


def _label(change: SetField, spec: FieldSpec | None, case: Case, wording: Wording) -> str:
    if spec is not None:
        return wording.translate(spec.label)
    section = case.declaration.sections.get(change.field)
    if section is not None:
        return wording.translate(section.title)
    return "" if change.field == OF_RECORD else change.field


def _fields(record: Record, case: Case, wording: Wording) -> Iterator[tuple[str, str]]:
    for spec in field_specs(type(record)):
        words = wording.value(spec, getattr(record, spec.name), case)
        if words:
            yield wording.translate(spec.label), words
