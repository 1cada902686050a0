"""A change as a sentence for the history, generic from the declaration."""

from casebook.domain.case import Case
from casebook.domain.changes import (
    OF_RECORD,
    Aspect,
    Batch,
    Change,
    InsertEntry,
    MoveEntry,
    SetField,
    current,
)
from casebook.domain.fields import FieldSpec, Kind, field_specs
from casebook.domain.marking import _
from casebook.domain.records import Record
from casebook.domain.wording import Wording

LONGEST = 80
"""Characters of a name or value a sentence quotes."""

PLAIN = Wording(vocabularies={})
"""Terms read as their ids: the history outlives the vocabularies."""


def sentence(change: Change, before: Case) -> str:
    """What `change` does to `before`, e.g. "Severity of “Mandate gap” set to 4".

    Raises:
        ChangeError: the change does not fit `before`.
    """
    if isinstance(change, Batch):
        return _batch(change, before)
    if isinstance(change, SetField):
        return _setting(change, before)
    if isinstance(change, MoveEntry):
        record = before.section(change.section)[change.start]
        return _("{entry} moved").format(entry=_entry(record, before))
    if isinstance(change, InsertEntry):
        return _("{entry} added").format(entry=_entry(change.entry, change.apply(before)))
    return _("{entry} removed").format(entry=_entry(change.entry, before))


def _batch(change: Batch, before: Case) -> str:
    if change.label or not change.changes:
        return change.label or _("Nothing changed")
    said = sentence(change.changes[0], before)
    more = len(change.changes) - 1
    return said if not more else _("{said}, and {more} more").format(said=said, more=more)


def _setting(change: SetField, before: Case) -> str:
    after = change.apply(before)
    record = after.find(change.target) or after
    subject = _subject(change, record, after)
    if change.aspect is Aspect.ABSENCE:
        words = PLAIN.absence(current(record, change.field, Aspect.ABSENCE))
        return _("{subject} marked as “{words}”").format(subject=subject, words=words)
    if change.aspect is Aspect.SENSITIVITY:
        if change.new is None:
            return _("{subject} no longer marked by itself").format(subject=subject)
        return _("{subject} marked “{words}”").format(subject=subject, words=PLAIN.sensitivity(change.new))
    spec = next((spec for spec in field_specs(type(record)) if spec.name == change.field), None)
    if spec is None:
        return _("{subject} moved").format(subject=subject)
    return _value(subject, spec, change, after)


def _value(subject: str, spec: FieldSpec, change: SetField, after: Case) -> str:
    if spec.is_empty(change.new):
        return _("{subject} emptied").format(subject=subject)
    if spec.kind is Kind.PROSE:
        written = _("{subject} written") if spec.is_empty(change.old) else _("{subject} changed")
        return written.format(subject=subject)
    value = _clipped(PLAIN.value(spec, change.new, after))
    if spec.kind in (Kind.LINE, Kind.URL):
        value = f"“{value}”"
    return _("{subject} set to {value}").format(subject=subject, value=value)


def _subject(change: SetField, record: Record, case: Case) -> str:
    """ "Severity of “Mandate gap”", or the entry alone when the change is about the whole of it."""
    sections = case.declaration.sections
    labels = {spec.name: spec.label for spec in field_specs(type(record))}
    if isinstance(record, Case):
        labels |= {key: section.title for key, section in sections.items()}
        return _("The case") if change.field == OF_RECORD else labels.get(change.field, change.field)
    if change.field not in labels:
        return _entry(record, case)
    return _("{field} of “{name}”").format(field=labels[change.field], name=_name(record, case))


def _entry(record: Record, case: Case) -> str:
    singular = record.__section__.singular  # type: ignore[attr-defined]
    name = PLAIN.name(record, case)
    return f"{singular} “{_clipped(name)}”" if name.strip() else str(singular)


def _name(record: Record, case: Case) -> str:
    return _clipped(PLAIN.title(record, case))


def _clipped(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"
