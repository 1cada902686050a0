"""What is looked for, in terms a library can answer: words, values of facets, years, and how they go together."""

from enum import StrEnum

import attrs

FacetValue = tuple[str, str]
"""A facet's key and one of its values."""


@attrs.frozen
class HasWords:
    """Words that stand side by side; the last is the beginning of one unless `whole`.

    `values` say the same without the words: the facet values that are called so.
    """

    words: tuple[str, ...]
    whole: bool = False
    values: tuple[FacetValue, ...] = ()
    section: str = ""
    """Only in entries of this section; empty for anywhere in the case."""


@attrs.frozen
class HasValue:
    """One of these values of a facet."""

    facet: str
    values: frozenset[str]


@attrs.frozen
class HasRecord:
    """A shared record of `section` whose own words begin so, held by the case through the facet."""

    facet: str
    section: str
    words: tuple[str, ...]


class Span(StrEnum):
    """What can lie between two numbers."""

    YEARS = "years"  # the period of the case touches one of them
    PERCENT = "percent"  # completeness


@attrs.frozen
class InRange:
    """From `first` to `last`, both included."""

    span: Span
    first: int
    last: int


@attrs.frozen
class ChangedSince:
    """The case was changed at this moment or later: ISO 8601 in UTC."""

    at: str


@attrs.frozen
class AmongCases:
    """One of these cases."""

    ids: frozenset[str]


@attrs.frozen
class Without:
    """The part does not hold."""

    part: "Wanted"


@attrs.frozen
class Every:
    """Every part holds."""

    parts: tuple["Wanted", ...] = ()


@attrs.frozen
class Either:
    """At least one part holds; none can when there is no part."""

    parts: tuple["Wanted", ...] = ()


Wanted = HasWords | HasValue | HasRecord | InRange | ChangedSince | AmongCases | Without | Every | Either

NOTHING = Either()
ANYTHING = Every()


def words_wanted(wanted: Wanted) -> tuple[HasWords, ...]:
    """The words that are looked for, those that must not be there left out."""
    if isinstance(wanted, HasWords):
        return (wanted,)
    if isinstance(wanted, Every | Either):
        return tuple(dict.fromkeys(word for part in wanted.parts for word in words_wanted(part)))
    return ()
