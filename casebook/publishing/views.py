"""What a template sees of a case: sections, entries and fields by declaration, each value already in words and HTML."""

from collections.abc import Sequence

import attrs
from markupsafe import Markup

from casebook.domain.records import Record
from casebook.publishing.grades import Grade


@attrs.frozen(kw_only=True)
class FieldView:
    """One field of a record; `absence` says in words why it is empty, and is empty itself when it is not."""

    name: str
    label: str
    kind: str
    value: object = None
    text: str = ""
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
    def block(self) -> bool:
        """Whether its HTML consists of paragraphs rather than words in a line."""
        return self.kind == "prose"


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
    source_id: str = ""
    """For a source: its id in the bibliography."""

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

    @property
    def facts(self) -> tuple[FieldView, ...]:
        """The recorded fields a card shows in one line."""
        return tuple(f for f in self.fields if f.fact and f.recorded and not f.block and not f.summary)

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
