"""By what cases can be told apart at a glance: every field of the declaration that holds a choice, and what follows from a case."""

from collections.abc import Iterator
from datetime import date

import attrs

from casebook.domain.dates import When
from casebook.domain.declaration import Declaration
from casebook.domain.fields import FieldSpec, Kind, remembered

CHOICES = frozenset(
    {
        Kind.TERM,
        Kind.TERMS,
        Kind.COUNTRY,
        Kind.COUNTRIES,
        Kind.CHIPS,
        Kind.LANGUAGE,
        Kind.SCALE,
        Kind.FLAG,
    }
)
"""Kinds whose values many cases have in common."""

HAS = "has"
"""Which sections hold an entry, and which fields of the case are filled in, by their keys."""
DECADE = "decade"
"""First years of the decades the period touches; an open end counts for no more than is known."""
YEAR = "year"
"""Each year the period touches; "2005.." for one without an end, "..1990" for one without a beginning."""
COMPLETENESS = "completeness"
"""Lowest percentage of the quarter that the completeness lies in: "0", "25", "50", "75"; "100" when nothing lacks."""
SENSITIVITY = "sensitivity"
GRADE = "grade"
"""Grades of the Admiralty code that evidence of the case has: "B2"; a dash for a half that was not judged."""
STATE = "state"
"""Whether the case is listed or lies in the Trash."""
LISTED, TRASHED = "listed", "trashed"
BY = "by"
"""Who changed the case last."""
FINDING = "finding"
"""Rules of the checks that find something, of those that need nothing but the case."""
UNSOURCED = "outcome-without-evidence"


@attrs.frozen(kw_only=True)
class Facet:
    """A field whose values tell cases apart.

    `section` is empty for a field of the case itself; a field of a shared section, such as the type of the actors,
    counts for every case that holds the record.
    """

    section: str
    spec: FieldSpec

    @property
    def key(self) -> str:
        """Its name: "status", "challenges.category", "actor_records.type"."""
        return f"{self.section}.{self.spec.name}" if self.section else self.spec.name


@remembered
def facets_of(declaration: Declaration) -> tuple[Facet, ...]:
    """Every facet that is a field: those of the case itself first, then section by section.

    Which shared records a case holds is a facet too, under the key of their section.
    """
    found = [Facet(section="", spec=spec) for spec in declaration.header if spec.kind in CHOICES]
    for key, section in declaration.sections.items():
        specs = (spec for spec in section.fields if spec.kind in CHOICES)
        found += [Facet(section=key, spec=spec) for spec in specs if not section.shared or tells_apart(spec)]
    return tuple(found)


def tells_apart(spec: FieldSpec) -> bool:
    """Whether a field of a shared record is a facet; its free words, such as other names, tell records apart, not cases."""
    return spec.kind in CHOICES - {Kind.CHIPS}


def years_of(when: When) -> Iterator[str]:
    """The values of YEAR for a period."""
    first, last = when.earliest, when.latest
    if last == date.max and first == date.min:
        return
    if last == date.max:
        yield f"{first.year}.."
    elif first == date.min:
        yield f"..{last.year}"
    else:
        yield from map(str, range(first.year, last.year + 1))


def touches(value: str, first: int, last: int) -> bool:
    """Whether a value of YEAR lies within two years, both included, or may."""
    start, dots, end = value.partition("..")
    if dots:
        return (not start or int(start) <= last) and (not end or int(end) >= first)
    return first <= int(value) <= last
