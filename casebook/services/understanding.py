"""From what a person types into the search field to what a library can answer, with a word on how it was read."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from functools import cached_property

import attrs

from casebook.domain.declaration import Declaration
from casebook.domain.facets import HAS, UNSOURCED, facets_of
from casebook.domain.fields import FieldSpec, Kind
from casebook.domain.folding import folded
from casebook.domain.marking import _
from casebook.domain.query import All, Condition, Node, Not, Phrase, Word, read_query
from casebook.domain.search_fields import Looks, SearchField, search_fields
from casebook.domain.wanted import (
    ANYTHING,
    NOTHING,
    ChangedSince,
    Either,
    Every,
    FacetValue,
    HasRecord,
    HasValue,
    HasWords,
    InRange,
    Span,
    Wanted,
    Without,
)
from casebook.domain.wording import Wording
from casebook.iso_names import countries, languages, other_country_names
from casebook.services.ordered_values import grades, levels, since, span
from casebook.services.regions import regions
from casebook.services.value_names import Named, best, free, holds, is_named, region_names, term_names, terms
from casebook.storage.words import cut

ENOUGH = 3
"""Letters from which a word may also stand for a term or a country called so."""

SPANS = {Looks.YEARS: Span.YEARS, Looks.PERCENT: Span.PERCENT}
FLAGS = dict.fromkeys(("yes", "true", "1", "oui"), ("1",)) | dict.fromkeys(
    ("no", "false", "0", "non"), ("0",)
)
FINDINGS = ((UNSOURCED, ("unsourced",)), (UNSOURCED, cut(UNSOURCED)))

Known = Callable[[str], Iterable[str]]
"""The values that cases of the library have in a facet."""


@attrs.frozen(kw_only=True)
class Understood:
    """What is wanted, and sentences on what was not read as it may have been meant."""

    wanted: Wanted
    notes: tuple[str, ...] = ()


class Understanding:
    """Reads queries about the cases of one declaration, in the words of one language and of English."""

    def __init__(self, declaration: Declaration, wording: Wording, known: Known) -> None:
        """`known` tells the values of a facet that are free words, such as tags."""
        self._declaration = declaration
        self._wording = wording
        self._known = known
        self.fields = search_fields(declaration)

    def read(self, text: str) -> Understood:
        """Understand a query; there is none that cannot be read."""
        reading = read_query(text, self.fields.keys())
        notes = list(reading.notes)
        wanted = self._wanted(reading.node, notes)
        return Understood(wanted=ANYTHING if wanted is None else wanted, notes=tuple(dict.fromkeys(notes)))

    def _wanted(self, node: Node, notes: list[str]) -> Wanted | None:
        """What a part asks; None when it asks nothing, so that neither OR nor NOT makes anything of it."""
        if isinstance(node, Word | Phrase):
            return self._words(node, notes)
        if isinstance(node, Not):
            part = self._wanted(node.part, notes)
            return Without(part) if part is not None else None
        if isinstance(node, Condition):
            return self._condition(node, notes)
        parts = [one for part in node.parts if (one := self._wanted(part, notes)) is not None]
        if len(parts) < 2:
            return parts[0] if parts else None
        return Every(tuple(parts)) if isinstance(node, All) else Either(tuple(parts))

    def _words(self, node: Word | Phrase, notes: list[str]) -> Wanted | None:
        words, whole = cut(node.text), isinstance(node, Phrase)
        if words:
            return HasWords(words, whole=whole, values=self._called(words, whole=whole))
        if node.text.strip():
            notes.append(
                _("“{text}” has neither letters nor figures and was left out.").format(text=node.text)
            )
        return None

    def _condition(self, condition: Condition, notes: list[str]) -> Wanted:
        field = self.fields[condition.field]
        parts: list[Wanted] = []
        for value in condition.values:
            part = self._value(field, value)
            if part is None:
                notes.append(
                    _("Nothing is called “{value}” in “{name}:”.").format(value=value, name=condition.field)
                )
            parts.append(NOTHING if part is None else part)
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def _value(self, field: SearchField, value: str) -> Wanted | None:
        """What one value of a field asks; None when there is no such value."""
        if field.looks is Looks.WORDS:
            words = cut(value)
            return HasWords(words, section=field.section) if words else None
        if field.looks is Looks.RECORD:
            words = cut(value)
            return HasRecord(field.facet, field.section, words) if words else None
        if field.looks in SPANS:
            within = span(value)
            return InRange(SPANS[field.looks], *within) if within is not None else None
        if field.looks is Looks.CHANGED:
            moment = since(value, datetime.now(UTC))
            return ChangedSince(moment) if moment is not None else None
        if field.looks in (Looks.HAS, Looks.MISSING):
            keys = self._keys(value)
            has = HasValue(HAS, frozenset(keys))
            return None if not keys else has if field.looks is Looks.HAS else Without(has)
        values = frozenset(self._values(field, value))
        return HasValue(field.facet, values) if values else None

    def _values(self, field: SearchField, value: str) -> Iterable[str]:
        match field.looks:
            case Looks.TERM:
                held = self._wording.vocabularies.get(field.spec.vocabulary if field.spec else "")
                found = tuple(terms(held, value)) if held is not None else ()
                # A term that left the list answers to its id while cases have it.
                return found or [one for one in self._known(field.facet) if one == value]
            case Looks.COUNTRY:
                return best(self._countries, value)
            case Looks.REGION:
                named = set(best(region_names(), value))
                return frozenset().union(*(one.countries for one in regions() if one.id in named))
            case Looks.LANGUAGE:
                return best(self._languages, value)
            case Looks.FLAG:
                return FLAGS.get(folded(value.strip()), ())
            case Looks.LEVEL:
                return levels(value)
            case Looks.GRADE:
                return grades(value)
            case Looks.SCALE:
                return _steps(field.spec, value)
            case Looks.FREE:
                return free(self._known(field.facet), value)
            case _:
                return best(FINDINGS, value)

    def _called(self, words: tuple[str, ...], *, whole: bool) -> tuple[FacetValue, ...]:
        """The facet values in whose names these words stand, the last as the beginning of one unless `whole`."""
        if len("".join(words)) < ENOUGH:
            return ()
        called = is_named if whole else holds
        telling = next((word for word in words if len(word) >= ENOUGH), "")
        names = self._by_start.get(telling[:ENOUGH], ()) if telling else self._names
        return tuple(dict.fromkeys(value for name, value in names if called(name, words)))

    @cached_property
    def _by_start(self) -> dict[str, list[tuple[tuple[str, ...], FacetValue]]]:
        """The names by the first letters of each of their words: a keystroke has no time to look at all of them."""
        found: dict[str, list[tuple[tuple[str, ...], FacetValue]]] = defaultdict(list)
        for name, value in self._names:
            for start in dict.fromkeys(word[:ENOUGH] for word in name):
                found[start].append((name, value))
        return found

    @cached_property
    def _names(self) -> tuple[tuple[tuple[str, ...], FacetValue], ...]:
        """What facet values are called, cut into words; formal names of countries, half of them a republic's, left out."""
        found: list[tuple[tuple[str, ...], FacetValue]] = []
        for facet in facets_of(self._declaration):
            held = self._wording.vocabularies.get(facet.spec.vocabulary)
            if held is not None:
                found += [(name, (facet.key, term)) for term, name in term_names(held)]
            elif facet.spec.kind in (Kind.COUNTRY, Kind.COUNTRIES) and not facet.section:
                found += [(name, (facet.key, code)) for code, name in self._everyday]
        return tuple(found)

    @cached_property
    def _everyday(self) -> tuple[Named, ...]:
        named = [*countries().items(), *countries(self._wording.language).items()]
        return tuple((code, cut(name)) for code, name in named)

    @cached_property
    def _countries(self) -> tuple[Named, ...]:
        named = [(code, name) for code, names in other_country_names().items() for name in names]
        named += [(code, code) for code in countries()]
        return (*self._everyday, *((code, cut(name)) for code, name in named))

    @cached_property
    def _languages(self) -> tuple[Named, ...]:
        named = [*languages().items(), *languages(self._wording.language).items()]
        return tuple((code, cut(name)) for code, name in (*named, *((code, code) for code in languages())))

    def _keys(self, value: str) -> list[str]:
        """Sections, and fields of the case itself, that go by this name."""
        named: list[tuple[str, str]] = []
        for key, section in self._declaration.sections.items():
            names = (key, self._short_name(key), section.title, section.singular)
            named += [(key, name) for name in (*names, *map(self._wording.translate, names))]
        for spec in self._declaration.header:
            named += [
                (spec.name, name) for name in (spec.name, spec.label, self._wording.translate(spec.label))
            ]
        return best(((key, cut(name)) for key, name in named), value)

    def _short_name(self, key: str) -> str:
        return next(
            (
                name
                for name, field in self.fields.items()
                if field.looks is Looks.RECORD and field.facet == key
            ),
            key,
        )


def _steps(spec: FieldSpec | None, value: str) -> Iterator[str]:
    within = span(value)
    if spec is not None and within is not None:
        yield from (str(step) for step in range(spec.low, spec.high + 1) if within[0] <= step <= within[1])
