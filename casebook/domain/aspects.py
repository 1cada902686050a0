"""What one case is like another by: compared fields, names of places and the like, and shared records."""

from collections.abc import Iterator
from typing import Any

import attrs

from casebook.domain.case import Case
from casebook.domain.declaration import Declaration, SectionSpec
from casebook.domain.fields import TEXT, FieldSpec, Kind
from casebook.domain.grounds import grounds, terms_in
from casebook.domain.periods import Span
from casebook.domain.wording import Wording

HEAVY = 1.5
"""What countries and shared records count, in terms of a word chosen from a list."""
_HEAVY = frozenset({Kind.COUNTRY, Kind.COUNTRIES, Kind.LINK, Kind.LINKS})


@attrs.frozen(kw_only=True)
class Aspect:
    """A field of a section, or of the case itself with an empty `section`; a shared section itself with no `spec`."""

    section: str
    spec: FieldSpec | None
    title: str
    """What several of its terms are called."""
    singular: str

    @property
    def key(self) -> str:
        """Its name: "frameworks.framework", "era", "source_records"."""
        return ".".join(part for part in (self.section, self.spec.name if self.spec else "") if part)

    @property
    def private(self) -> bool:
        """Whether most of its terms are a case's own, such as its sources; those of one case alone say nothing."""
        return self.spec is None or self.spec.kind in TEXT or self.spec.kind is Kind.CHIPS

    @property
    def weight(self) -> float:
        """How much it counts that two cases have a term of this in common."""
        return HEAVY if self.spec is None or self.spec.kind in _HEAVY else 1.0

    @property
    def to(self) -> str:
        """The shared section its terms are records of; empty for others."""
        return self.section if self.spec is None else self.spec.to

    def label(self, wording: Wording, count: int) -> str:
        """What `count` of its terms are called, within a sentence: "actors", "challenge category"."""
        tr = wording.translate
        if self.spec is None or self.spec.summary:
            return tr(self.title if count > 1 else self.singular).lower()
        own, of = tr(self.spec.label).lower(), tr(self.singular).lower()
        return own if not of or own == of else f"{of} {own}"


def aspects(declaration: Declaration) -> tuple[Aspect, ...]:
    """Everything cases are like each other by, but for their period."""
    found = [
        _aspect(declaration.sections.get(ground.section), ground.section, ground.spec)
        for ground in grounds(declaration)
        if ground.beyond is None and ground.spec.kind is not Kind.WHEN
    ]
    compared = {one.section for one in found}
    pointed_to = {spec.to for section in declaration.sections.values() for spec in section.fields}
    # What other entries point to, such as a place, is a thing of its own that cases may share by name.
    found += [
        _aspect(section, section.key, section.summary)
        for section in declaration.top_sections
        if section.key in pointed_to - compared and section.summary.kind is Kind.LINE
    ]
    reached = {one.to for one in found}
    found += [
        Aspect(section=section.key, spec=None, title=section.title, singular=section.singular)
        for section in declaration.shared_sections
        if section.key not in reached
    ]
    return tuple(found)


def _aspect(section: SectionSpec | None, key: str, spec: FieldSpec) -> Aspect:
    if section is None:
        return Aspect(section=key, spec=spec, title=spec.label, singular="")
    return Aspect(section=key, spec=spec, title=section.title, singular=section.singular)


def period_field(declaration: Declaration) -> FieldSpec | None:
    """The field that says when a case was: the first date that cases are compared by."""
    dated = (spec for spec in declaration.header if spec.kind is Kind.WHEN and spec.compare_by)
    return next(dated, None)


@attrs.frozen(kw_only=True)
class Traits:
    """What is known of a case that another may have in common with it: terms by aspect, and its period."""

    terms: frozenset[tuple[str, str]]
    period: Span | None = None


def traits_of(case: Case) -> Traits:
    """The traits of a whole case."""
    spec = period_field(case.declaration)
    when = getattr(case, spec.name) if spec else None
    return Traits(terms=frozenset(_terms(case)), period=Span.of(when) if when else None)


def _terms(case: Case) -> Iterator[tuple[str, str]]:
    for aspect in aspects(case.declaration):
        if aspect.spec is None:
            yield from ((aspect.key, record.id) for record in case.section(aspect.section))
            continue
        for entry in case.section(aspect.section) if aspect.section else (case,):
            value: Any = getattr(entry, aspect.spec.name)
            yield from ((aspect.key, term) for term, _words in terms_in(aspect.spec, value))
