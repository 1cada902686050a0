"""Finds words in the texts of one case, in the order of its outline, and says which places must stay as they are."""

import re
from collections.abc import Callable, Collection, Iterator
from enum import StrEnum
from typing import Any

import attrs

from casebook.domain.case import Case
from casebook.domain.citing import marks
from casebook.domain.fields import FieldSpec, Kind, field_specs
from casebook.domain.marking import _
from casebook.domain.records import Record, RecordId, SharedRecord
from casebook.domain.text_search import Span, Wanted, places

SEARCHED = frozenset({Kind.LINE, Kind.PROSE, Kind.CHIPS, Kind.URL})
"""Kinds of field that hold what a person typed, letter by letter."""

ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"]{1,2000}"
    r"|(?<=\]\()[^()\s]{1,2000}"  # the target of a Markdown link
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}",
    re.IGNORECASE,
)
"""Web and mail addresses in running text."""


class Obstacle(StrEnum):
    """Why a place is left as it is."""

    CITATION = "citation"
    ADDRESS = "address"
    CODE = "code"
    SAME = "same"
    EMPTY = "empty"
    LONG = "long"


OBSTACLE_WORDS: dict[Obstacle, str] = {
    Obstacle.CITATION: _("Stays: it is the key of a citation."),
    Obstacle.ADDRESS: _("Stays: it is part of an address."),
    Obstacle.CODE: _("Stays: this field holds a code, not words."),
    Obstacle.SAME: _("It reads so already."),
    Obstacle.EMPTY: _("Stays: this field must not be empty."),
    Obstacle.LONG: _("Stays: the field would grow longer than it may be."),
}
"""What people are told."""


@attrs.frozen(kw_only=True)
class Occurrence:
    """One place where the words stand: from `start` to `end` of `text`, which is one field as it is now."""

    root: str
    """The part or top-level section of the outline it belongs to, or the section of a shared record."""
    record_id: RecordId
    field: str
    text: str
    start: int
    end: int
    number: int = 0
    """Which one of the places in this field it is, from 0."""
    item: int = 0
    """Which one of several words of the field `text` is."""
    shared: bool = False
    """In a record that other cases may use too."""
    kept: Obstacle | None = None

    @property
    def found(self) -> str:
        """The words as they stand there."""
        return self.text[self.start : self.end]


Place = tuple[str, Record, FieldSpec]
"""(part or section of the outline, record, field)"""


def occurrences(case: Case, wanted: Wanted, roots: Collection[str] = ()) -> tuple[Occurrence, ...]:
    """Every place in the texts of `case`; only in the parts and sections `roots` of the outline, where any are named."""
    return tuple(
        occurrence
        for root, record, spec in _text_fields(case)
        if not roots or root in roots
        for occurrence in _in_field(root, record, spec, wanted)
    )


def roots_of(case: Case) -> tuple[str, ...]:
    """The parts and sections one can look in, in the order of the outline."""
    declaration = case.declaration
    sections = (*declaration.top_sections, *declaration.shared_sections)
    return (*(part.key for part in declaration.parts), *(section.key for section in sections))


def _text_fields(case: Case) -> Iterator[Place]:
    """Every field that holds typed text: parts first, then each entry with what stands in it, then shared records."""
    declaration = case.declaration
    for part in declaration.parts:
        yield from ((part.key, case, spec) for spec in declaration.part_fields(part.key) if _is_text(spec))
    below = _children(case)
    for section in (*declaration.top_sections, *declaration.shared_sections):
        for record in case.section(section.key):
            yield from _fields_below(section.key, section.key, record, below)


def _fields_below(
    root: str, key: str, record: Record, below: Callable[[str, str], Iterator[tuple[str, Record]]]
) -> Iterator[Place]:
    yield from ((root, record, spec) for spec in field_specs(type(record)) if _is_text(spec))
    for child_key, child in below(key, record.id):
        yield from _fields_below(root, child_key, child, below)


def _children(case: Case) -> Callable[[str, str], Iterator[tuple[str, Record]]]:
    """Gives the entries that stand in an entry; gone through once, however many entries there are."""
    by_parent: dict[tuple[str, str], list[Any]] = {}
    for section in case.declaration.sections.values():
        if section.parent:
            for record in case.section(section.key):
                by_parent.setdefault((section.key, record.parent or ""), []).append(record)

    def below(key: str, parent: str) -> Iterator[tuple[str, Record]]:
        for child in case.declaration.children(key):
            yield from ((child.key, record) for record in by_parent.get((child.key, parent), ()))

    return below


def _is_text(spec: FieldSpec) -> bool:
    return spec.kind in SEARCHED


def _in_field(root: str, record: Record, spec: FieldSpec, wanted: Wanted) -> Iterator[Occurrence]:
    value = getattr(record, spec.name)
    number = 0
    for item, text in enumerate(value if spec.many else (value,)):
        spans = tuple(places(text, wanted))
        obstacles = _obstacles(spec, text) if spans else ()
        for start, end in spans:
            yield Occurrence(
                root=root,
                record_id=record.id,
                field=spec.name,
                text=text,
                start=start,
                end=end,
                number=number,
                item=item,
                shared=isinstance(record, SharedRecord),
                kept=next((why for (a, b), why in obstacles if start < b and a < end), None),
            )
            number += 1


def _obstacles(spec: FieldSpec, text: str) -> tuple[tuple[Span, Obstacle], ...]:
    """The stretches of a text that programs read, and what they are."""
    whole = 0, len(text)
    if spec.code:
        return ((whole, Obstacle.CODE),)
    if spec.kind is Kind.URL:
        return ((whole, Obstacle.ADDRESS),)
    cited = tuple(((start, end), Obstacle.CITATION) for start, end, _key in marks(text))
    return (*cited, *((match.span(), Obstacle.ADDRESS) for match in ADDRESS.finditer(text)))
