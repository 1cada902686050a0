"""Names records for people: the words a card, a finding or a list uses for an entry."""

from typing import Any

from casebook.domain.case import Case
from casebook.domain.fields import FieldSpec, Kind, field_specs
from casebook.domain.records import Record

LONGEST = 70
"""Characters of a name before it is cut."""


def name_of(record: Record, case: Case) -> str:
    """What `record` is called: its summary field, or its kind and place, such as "Challenge 3"."""
    specs = field_specs(type(record))
    summary = next((spec for spec in specs if spec.summary), specs[0])
    value = getattr(record, summary.name)
    if summary.is_empty(value):
        return _kind_and_place(record, case)
    return _cut(_words(summary, value, case))


def _words(spec: FieldSpec, value: Any, case: Case) -> str:
    if spec.kind is Kind.LINK:
        linked = case.find(value)
        return name_of(linked, case) if linked is not None and linked is not case else str(value)
    if spec.kind is Kind.TERM:
        return str(value).replace("-", " ").replace("_", " ")
    if isinstance(value, float):
        return f"{value:,.10g}"
    return " ".join(str(value).split())


def _kind_and_place(record: Record, case: Case) -> str:
    for key, section in case.declaration.sections.items():
        for place, held in enumerate(case.section(key), start=1):
            if held is record:
                return f"{section.singular} {place}"
    return "Case"


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
