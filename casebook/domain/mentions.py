"""Finds the names of withheld actors, sources and places in texts that stay, which no rule can take out for the author."""

from casebook.domain.case import Case
from casebook.domain.coarsening import is_place
from casebook.domain.fields import TEXT, Kind, field_specs
from casebook.domain.names_in_text import NamesInText, plain
from casebook.domain.receipt import Mention
from casebook.domain.records import Record

SHORTEST = 3
"""Characters a name must have to be looked for; shorter ones would be found everywhere."""


def mentions_of(before: Case, after: Case) -> tuple[Mention, ...]:
    """Names of shared records and places that `after` lacks and `before` had, where a text of `after` still says them.

    A name that a remaining record bears too is no secret and is left out.
    """
    written = {plain(name): name for name in _names(before) - _names(after)}
    if not written:
        return ()
    names = NamesInText(written, as_written=True)
    found: list[Mention] = []
    everything: list[tuple[str, Record]] = [("", after)]
    everything += [(key, record) for key in after.declaration.sections for record in after.section(key)]
    for key, record in everything:
        for spec in field_specs(type(record)):
            value = getattr(record, spec.name)
            text = value if spec.kind in TEXT else "\n".join(value) if spec.kind is Kind.CHIPS else ""
            found += [
                Mention(record_id=record.id, section=key, field=spec.name, name=written[name])
                for name in sorted(names.said_in(text))
            ]
    return tuple(found)


def _names(case: Case) -> set[str]:
    names: set[str] = set()
    for section in case.declaration.sections.values():
        if not (section.shared or is_place(section.entry_type)):
            continue
        for record in case.section(section.key):
            for spec in section.fields:
                value = getattr(record, spec.name)
                if spec.kind is Kind.LINE and (spec.summary or (section.shared and spec.fact)):
                    names.add(value.strip())
                elif spec.kind is Kind.CHIPS:
                    names |= {word.strip() for word in value}
    return {name for name in names if len(name) >= SHORTEST}
