"""What a template sees of a case: sections, entries and fields by declaration, each value already in words and HTML."""

import re
from collections.abc import Sequence

import attrs
from markupsafe import Markup

from casebook.domain.grades import Grade
from casebook.domain.records import Record


@attrs.frozen(kw_only=True)
class FieldView:
    """One field of a record; `absence` says in words why it is empty, and is empty itself when it is not."""

    name: str
    label: str
    kind: str
    value: object = None
    html: Markup = attrs.field(factory=Markup)
    absence: str = ""
    withheld: bool = False
    """Taken out for the audience: neither shown nor called "not recorded"."""
    fact: bool = False
    summary: bool = False
    expected: bool = True
    unit: str = ""

    @property
    def recorded(self) -> bool:
        """Whether it holds a value."""
        return bool(self.html)

    @property
    def run_in(self) -> Markup:
        """Its HTML without the paragraph around it, where it is words in a line or one paragraph; else empty."""
        if not self.block:
            return self.html
        if not _PARAGRAPH.match(self.html):
            return Markup("")
        return Markup(self.html.strip()[len("<p>") : -len("</p>")])  # noqa: S704 - it was HTML before

    @property
    def block(self) -> bool:
        """Whether its HTML consists of paragraphs rather than words in a line."""
        return self.kind == "prose"


_PARAGRAPH = re.compile(r"\s*<p>(?:(?!<p>|<ul>|<ol>|<pre>|<table>|<blockquote>|<div).)*</p>\s*\Z", re.DOTALL)

Missing = tuple[tuple[str, tuple[str, ...]], ...]
"""Reasons for being empty, in words, each with the labels of what is empty for that reason."""


def missing_of(fields: Sequence[FieldView]) -> Missing:
    """The empty fields by reason; what was withheld is not among them."""
    found: dict[str, list[str]] = {}
    for view in fields:
        if view.absence and not view.withheld:
            found.setdefault(view.absence, []).append(view.label)
    return tuple((words, tuple(labels)) for words, labels in found.items())


@attrs.frozen(kw_only=True)
class EvidenceView:
    """A source behind a claim: its citation, what it does to the claim, and its grade."""

    entry: "EntryView"
    citation: Markup
    note: Markup
    """The same as running text has it: in a style of notes a note, which takes less room in a table."""
    noted: bool
    stance: str
    stance_words: str
    grade: Grade | None


@attrs.frozen(kw_only=True)
class EntryView:
    """One record: its title, its fields, what stands in it, and the evidence for it."""

    record: Record
    title: Markup
    plain_title: str
    fields: tuple[FieldView, ...]
    children: tuple["SectionView", ...] = ()
    evidence: tuple[EvidenceView, ...] = ()
    grade: Grade | None = None
    reference: Markup = attrs.field(factory=Markup)
    """For a source: its entry in the bibliography."""
    cited: frozenset[str] = frozenset()
    """For a source: names of the fields its entry in the bibliography says already."""

    def field(self, name: str) -> FieldView:
        """The field called `name`.

        Raises:
            KeyError: there is none.
        """
        for view in self.fields:
            if view.name == name:
                return view
        raise KeyError(name)

    def child(self, key: str) -> "SectionView":
        """The section of entries of kind `key` that stand in this one.

        Raises:
            KeyError: no such section stands in it.
        """
        for section in self.children:
            if section.key == key:
                return section
        raise KeyError(key)

    def rest(self, *shown: str) -> tuple[FieldView, ...]:
        """The recorded fields that are neither the title nor among those `shown` elsewhere."""
        return tuple(f for f in self.fields if f.recorded and not f.summary and f.name not in shown)

    def some(self, names: Sequence[str]) -> tuple[FieldView, ...]:
        """The fields of these names, in that order.

        Raises:
            KeyError: there is none of one name.
        """
        return tuple(self.field(name) for name in names)

    @property
    def summary(self) -> FieldView | None:
        """The field that names the entry."""
        return next((view for view in self.fields if view.summary), None)

    def short(self, *shown: str) -> tuple[FieldView, ...]:
        """Of the rest, those that are words in a line; the ones a card shows come first."""
        return tuple(sorted((f for f in self.rest(*shown) if not f.block), key=lambda field: not field.fact))

    def long(self, *shown: str) -> tuple[FieldView, ...]:
        """Of the rest, those that are running text."""
        return tuple(field for field in self.rest(*shown) if field.block)

    @property
    def missing(self) -> Missing:
        """Why fields are empty."""
        return missing_of(self.fields)


@attrs.frozen(kw_only=True)
class SectionView:
    """One section with its entries; `absence` says in words why there are none, empty when withheld or present."""

    key: str
    title: str
    singular: str
    entries: tuple[EntryView, ...] = ()
    absence: str = ""


@attrs.frozen(kw_only=True)
class PartView:
    """A named group of fields of the case itself."""

    key: str
    title: str
    fields: tuple[FieldView, ...]

    @property
    def missing(self) -> Missing:
        """Why fields are empty."""
        return missing_of(self.fields)
