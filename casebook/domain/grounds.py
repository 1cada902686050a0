"""What can be counted over many cases: every field that cases are compared by, found from the declaration."""

from typing import Any

import attrs

from casebook.domain.case import Case
from casebook.domain.dates import When
from casebook.domain.declaration import Declaration
from casebook.domain.errors import NotFoundError
from casebook.domain.fields import EVERY_RECORD, TEXT, FieldSpec, Kind, field_specs
from casebook.domain.marking import _
from casebook.domain.records import Record
from casebook.domain.wording import Wording

YES, NO = "yes", "no"
DECADE = 10


@attrs.frozen(kw_only=True)
class Ground:
    """A compared field of a section or, with an empty `section`, of the case itself.

    With `beyond` it is a field of the shared records that `spec` links to: the types of the actors that take part.
    """

    section: str
    title: str
    spec: FieldSpec
    beyond: FieldSpec | None = None

    @property
    def key(self) -> str:
        """Its name on the command line: "challenges.category", "actors.actor.type", "era"."""
        parts = (self.section, self.spec.name, self.beyond.name if self.beyond else "")
        return ".".join(part for part in parts if part)

    @property
    def value(self) -> FieldSpec:
        """The field whose values are the terms."""
        return self.beyond or self.spec

    def label(self, wording: Wording) -> str:
        """What it is called: "Challenges: Category"."""
        tr = wording.translate
        own = tr(self.spec.label)
        field = f"{own} ({tr(self.beyond.label).lower()})" if self.beyond else own
        return f"{tr(self.title)}: {field}" if self.title else field


def grounds(declaration: Declaration) -> tuple[Ground, ...]:
    """Everything that can be counted: sections in their order, then the fields of the case itself."""
    found: list[Ground] = []
    for key, section in declaration.sections.items():
        if section.shared:
            continue
        for spec in section.fields:
            if spec.compare_by:
                found.append(Ground(section=key, title=section.title, spec=spec))
                found += [
                    Ground(section=key, title=section.title, spec=spec, beyond=beyond)
                    for beyond in _fields_beyond(spec, declaration)
                ]
    found += [Ground(section="", title="", spec=spec) for spec in declaration.header if spec.compare_by]
    return tuple(found)


def _fields_beyond(spec: FieldSpec, declaration: Declaration) -> list[FieldSpec]:
    """The compared fields, of one value each, of the shared records a link of one value points to."""
    target = declaration.sections.get(spec.to)
    if spec.kind is not Kind.LINK or target is None or not target.shared:
        return []
    return [field for field in target.fields if field.compare_by and not field.many]


def ground_of(declaration: Declaration, name: str) -> Ground:
    """The ground called `name`, or the first of the section called so.

    Raises:
        NotFoundError: there is none; the sentence names those there are.
    """
    every = grounds(declaration)
    named = [one for one in every if one.key == name] or [one for one in every if one.section == name != ""]
    if named:
        return named[0]
    raise NotFoundError(
        _("Cases are not compared by “{name}”. Choose one of: {all}.").format(
            name=name[:80], all=", ".join(one.key for one in every)
        )
    )


def terms_in(spec: FieldSpec, value: Any) -> tuple[tuple[str, str], ...]:
    """The terms a value stands for, each with the words it comes with; the words are empty where a list has them.

    A date stands for the decades it touches, words for themselves whatever their letter case.
    """
    if spec.is_empty(value):
        return ()
    found: dict[str, str] = {}
    for one in value if spec.many else (value,):
        for term, words in _terms_of_one(spec, one):
            found.setdefault(term, words)
    return tuple(found.items())


def _terms_of_one(spec: FieldSpec, value: Any) -> list[tuple[str, str]]:
    if spec.kind is Kind.WHEN:
        return [(str(decade), "") for decade in decades(value)]
    if spec.kind in TEXT or spec.kind is Kind.CHIPS:
        words = " ".join(value.split())
        return [(words.casefold(), words)] if words else []
    if spec.kind is Kind.FLAG:
        return [(YES if value else NO, "")]
    return [(str(value), "")]


def decades(when: When) -> range:
    """First years of the decades a date touches; an open end counts for no more than is known."""
    first, last = when.sort_key
    if last.year >= 9999 and when.edtf.rstrip("]").endswith((".", "/")):
        last = first
    return range(first.year // DECADE * DECADE, last.year + 1, DECADE)


def term_label(spec: FieldSpec, term: str, wording: Wording, names: dict[str, str]) -> str:
    """What a term is called; `names` are those of linked records and the words as somebody wrote them."""
    tr = wording.translate
    match spec.kind:
        case Kind.TERM | Kind.TERMS:
            return wording.term(spec.vocabulary, term)
        case Kind.COUNTRY | Kind.COUNTRIES:
            return wording.country(term)
        case Kind.LANGUAGE:
            return wording.language_name(term)
        case Kind.WHEN:
            return tr(_("{}s")).format(term)
        case Kind.FLAG:
            return tr(_("yes") if term == YES else _("no"))
        case _:
            return names.get(term) or (tr(_("another record")) if spec.to else term)


def term_path(spec: FieldSpec, term: str, wording: Wording) -> str:
    """The term with those above it, "Resource constraints › Funding"; empty where nothing is above it."""
    vocabulary = wording.vocabularies.get(spec.vocabulary) if spec.vocabulary else None
    held = vocabulary.get(term) if vocabulary else None
    return vocabulary.path(term, wording.language) if vocabulary and held and held.broader else ""


def record_name(record: Record | None) -> str:
    """What a linked record is called on one line: its short form where it has one, else its summary."""
    if record is None:
        return ""
    specs = [spec for spec in field_specs(type(record)) if spec.kind in TEXT]
    naming = [spec for spec in specs if spec.short_form] + [spec for spec in specs if spec.summary]
    names = (" ".join(getattr(record, spec.name).split()) for spec in naming)
    return next((name for name in names if name), "")


def is_record_link(spec: FieldSpec, declaration: Declaration) -> bool:
    """Whether its terms are records of the library whose names have to be looked up."""
    return bool(spec.to) and spec.to != EVERY_RECORD and spec.to in declaration.sections


def entry_value(case: Case, entry: Record, ground: Ground) -> Any:
    """The value of an entry that `ground` counts; None where a link that leads to it leads nowhere."""
    value = getattr(entry, ground.spec.name)
    if ground.beyond is None:
        return value
    target = case.find(value) if value else None
    return getattr(target, ground.beyond.name, None)
