"""Finds the names of withheld actors and sources in texts that stay, which no rule can take out for the author."""

import re

from casebook.domain.case import Case
from casebook.domain.fields import TEXT, Kind, field_specs
from casebook.domain.receipt import Mention
from casebook.domain.records import Record

SHORTEST = 3
"""Characters a name must have to be looked for; shorter ones would be found everywhere."""


def mentions_of(before: Case, after: Case) -> tuple[Mention, ...]:
    """Names of shared records that `after` lacks and `before` had, where a text of `after` still says them.

    A name that a remaining shared record bears too is no secret and is left out.
    """
    names = _names(before) - _names(after)
    if not names:
        return ()
    pattern = re.compile(
        "|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in sorted(names, key=len)[::-1])
    )
    found: list[Mention] = []
    everything: list[tuple[str, Record]] = [("", after)]
    everything += [(key, record) for key in after.declaration.sections for record in after.section(key)]
    for key, record in everything:
        for spec in field_specs(type(record)):
            if spec.kind in TEXT:
                said = set(pattern.findall(getattr(record, spec.name)))
                found += [
                    Mention(record_id=record.id, section=key, field=spec.name, name=name)
                    for name in sorted(said)
                ]
    return tuple(found)


def _names(case: Case) -> set[str]:
    names: set[str] = set()
    for section in case.declaration.shared_sections:
        for record in case.section(section.key):
            for spec in section.fields:
                value = getattr(record, spec.name)
                if spec.kind is Kind.LINE and (spec.summary or spec.fact):
                    names.add(value.strip())
                elif spec.kind is Kind.CHIPS:
                    names |= {word.strip() for word in value}
    return {name for name in names if len(name) >= SHORTEST}
