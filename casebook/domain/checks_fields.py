"""Checks that follow from the declaration alone: required, ranges, links and terms."""

from collections.abc import Iterator
from typing import Any

from casebook.domain.case import ANOTHER_CASE
from casebook.domain.case_index import CaseIndex
from casebook.domain.completeness import answered
from casebook.domain.fields import FieldSpec, Kind
from casebook.domain.findings import Finding
from casebook.domain.records import Record
from casebook.domain.wording import number_words

TOLD_BY_NAME = frozenset({("actors", "role"), ("testimonies", "consent")})
"""Required fields whose absence has a rule, and a sentence, of its own."""


def field_findings(index: CaseIndex) -> Iterator[Finding]:
    """What is required and not answered, and what lies outside its range."""
    for record, spec, key in index.walk():
        if spec.required and not answered(record, spec) and (key, spec.name) not in TOLD_BY_NAME:
            yield finding(index, "required-missing", record, spec, key)
        elif spec.low != spec.high or spec.many:
            yield from _range_findings(index, record, spec, key)


def _range_findings(index: CaseIndex, record: Record, spec: FieldSpec, key: str) -> Iterator[Finding]:
    value = getattr(record, spec.name)
    if spec.many:
        if spec.high and len(value) > spec.high:
            yield finding(
                index, "too-many-terms", record, spec, key, count=str(len(value)), limit=str(spec.high)
            )
    elif value is not None and not spec.low <= value <= spec.high:
        bounds = {"low": str(spec.low), "high": str(spec.high)}
        yield finding(index, "out-of-range", record, spec, key, value=number_words(value), **bounds)


def link_findings(index: CaseIndex, trashed: frozenset[str]) -> Iterator[Finding]:
    """Links to records that lie in the Trash."""
    gone = trashed | {key for key, record in index.records.items() if getattr(record, "trashed", False)}
    if not gone:
        return
    for record, spec, key in index.walk():
        if not spec.to:
            continue
        value = getattr(record, spec.name)
        for target in value if spec.many else (value,):
            if target in gone:
                linked = index.records.get(target)
                name = index.name(linked) if linked is not None else _unseen(spec)
                yield finding(index, "link-into-trash", record, spec, key, linked=name)


def _unseen(spec: FieldSpec) -> str:
    return "another case" if spec.to == ANOTHER_CASE else "a record"


def term_findings(index: CaseIndex) -> Iterator[Finding]:
    """Terms the vocabularies do not have, or that another has replaced."""
    for record, spec, key in index.walk():
        vocabulary = index.wording.vocabularies.get(spec.vocabulary) if spec.vocabulary else None
        if vocabulary is None:
            continue
        for term_id in chosen(record, spec):
            term = vocabulary.get(term_id)
            if term is None:
                yield finding(index, "unknown-term", record, spec, key, term=term_id)
            elif term.deprecated_by:
                newer = vocabulary.label(term.deprecated_by, index.wording.language)
                yield finding(
                    index,
                    "retired-term",
                    record,
                    spec,
                    key,
                    term=term.words(index.wording.language),
                    newer=newer,
                )


def chosen(record: Record, spec: FieldSpec) -> tuple[str, ...]:
    """The terms a term field holds."""
    value: Any = getattr(record, spec.name)
    if spec.kind is Kind.TERMS:
        return tuple(value)
    return (value,) if value else ()


def finding(index: CaseIndex, rule: str, record: Record, spec: FieldSpec, key: str, **values: str) -> Finding:
    """A finding about one field of one record."""
    named = {"name": index.name(record), "field": index.wording.translate(spec.label), **values}
    return Finding(rule=rule, section=key, record_id=record.id, field=spec.name, values=named)
