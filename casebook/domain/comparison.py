"""Cases side by side, as values: rows with a state, a cell for each case, and what a person decided about matches."""

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from typing import Any

import attrs

from casebook.domain.case import Case
from casebook.domain.errors import FormatError
from casebook.domain.fields import FieldSpec
from casebook.domain.grades import Grade, best
from casebook.domain.marking import _
from casebook.domain.receipt import Receipt
from casebook.domain.records import Absence, Record, RecordId
from casebook.domain.wording import ABSENCE_WORDS, Wording


class RowState(StrEnum):
    """How the cases stand to one another in a row; the values are those of `compare --json`."""

    SHARED = "shared"  # by all
    SOME = "some"  # shared by some
    UNIQUE = "unique"  # in one case only
    DIFFERING = "differing"  # recorded in several, not the same; or absent for different reasons
    MISSING = "missing"  # in no case, and for the same reason


class Mark(StrEnum):
    """How one cell, or one item in it, stands to the other cases of its row."""

    SHARED = "shared"
    SOME = "some"
    UNIQUE = "unique"
    DIFFERING = "differing"
    MISSING = "missing"
    RELATED = "related"  # missing, but the case has something under a broader or narrower term


class Gap(StrEnum):
    """Why a cell is empty; two kinds are never taken for one."""

    NOT_RECORDED = "not-recorded"
    NONE_FOUND = "none-found"
    NOT_APPLICABLE = "not-applicable"
    WITHHELD = "withheld"

    @classmethod
    def of(cls, absence: Absence | None) -> "Gap":
        """The gap that an absence, or the lack of one, makes."""
        return cls.NOT_RECORDED if absence is None else cls(absence.value)


GAP_WORDS: Mapping[Gap, str] = {
    Gap.NOT_RECORDED: ABSENCE_WORDS[None],
    Gap.NONE_FOUND: ABSENCE_WORDS[Absence.NONE_FOUND],
    Gap.NOT_APPLICABLE: ABSENCE_WORDS[Absence.NOT_APPLICABLE],
    Gap.WITHHELD: _("withheld"),
}


class RowKind(StrEnum):
    """What a row compares."""

    FIELD = "field"  # one field: of the case, or of matched entries
    ENTRIES = "entries"  # entries of a section that belong together
    SECTION = "section"  # a section that no case has entries in


@attrs.frozen(kw_only=True)
class Held:
    """An entry in a cell: its title in words, and how well it is supported.

    `weak` says that no source of reliability A to C stands behind it, where entries of its kind are claims.
    """

    record: Record
    words: str
    grade: Grade | None = None
    weak: bool = False

    @property
    def id(self) -> RecordId:
        """The id of the entry."""
        return self.record.id


@attrs.frozen(kw_only=True)
class Cell:
    """What one case has in a row; `gap` says why there is nothing, None when there is something."""

    mark: Mark
    gap: Gap | None = None
    value: Any = None
    """The value, in a row of the kind FIELD."""
    form: frozenset[Hashable] = attrs.field(default=frozenset(), repr=False)
    """What `value` says, order and spacing aside: two cells with the same form say the same."""
    words: tuple[str, ...] = ()
    """The value in words, an item each where the field holds several; the titles of the entries otherwise."""
    marks: tuple[Mark, ...] = ()
    """A mark for each of `words`."""
    entries: tuple[Held, ...] = ()
    related: tuple[Held, ...] = ()
    """Entries this case has in other rows, under a broader or narrower term; only where `entries` is empty."""

    @property
    def grade(self) -> Grade | None:
        """The best grade of its entries."""
        return best(held.grade for held in self.entries)

    @property
    def weak(self) -> bool:
        """Whether all its entries rest on weak evidence."""
        return bool(self.entries) and all(held.weak for held in self.entries)


@attrs.frozen(kw_only=True)
class Candidate:
    """Two entries of different cases and rows that may be the same thing: "similar?" """

    one: RecordId
    other: RecordId
    rows: tuple[str, str]
    """Keys of the rows they stand in, `one` first."""
    words: tuple[str, str]
    likeness: float
    """From 0 to 1."""


@attrs.frozen(kw_only=True)
class Row:
    """One line of a comparison; `key` stays the same while the cases are edited, moved and exchanged."""

    key: str
    kind: RowKind
    section: str
    """Key of the part (`overview`, `narrative`) or section."""
    field: str
    """The field compared, or by which the entries were matched; empty where there is none."""
    label: str
    state: RowState
    cells: tuple[Cell, ...]
    spec: FieldSpec | None = None
    parent: str = ""
    """Key of the row that these entries stand in, for entries matched by what they stand in."""
    similar: tuple[Candidate, ...] = ()


@attrs.frozen(kw_only=True)
class Heading:
    """A part or section, as the title over its rows."""

    key: str
    title: str
    parent: str = ""
    """Key of the section whose entries these stand in."""
    shared: bool = False
    """Holds the records shared between cases, not entries of their own."""


@attrs.frozen(kw_only=True, slots=False)
class Comparison:
    """Cases side by side: rows in the order of the declaration, and a cell for each case in each row."""

    cases: tuple[Case, ...]
    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    wording: Wording = attrs.field(eq=False, repr=False)
    receipts: Sequence[Receipt | None] = attrs.field(default=(), eq=False, repr=False)
    """What redaction took out of each case; None for a case that is whole."""

    @cached_property
    def by_key(self) -> Mapping[str, Row]:
        """The rows by key."""
        return {row.key: row for row in self.rows}

    @cached_property
    def row_of(self) -> Mapping[str, str]:
        """Key of the row each entry stands in, by the entry's id."""
        return {held.id: row.key for row in self.rows for cell in row.cells for held in cell.entries}

    def of_section(self, key: str) -> tuple[Row, ...]:
        """The rows of a part or section."""
        return tuple(row for row in self.rows if row.section == key)

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """Every pair a person may still decide about, once, in the order of the rows."""
        return tuple(dict.fromkeys(found for row in self.rows for found in row.similar))


Pair = tuple[str, str]
"""Ids of two entries, the lesser first."""


def pair_of(one: str, other: str) -> Pair:
    """Two ids as a pair."""
    return (one, other) if one <= other else (other, one)


def _pairs(pairs: Iterable[Pair]) -> frozenset[Pair]:
    return frozenset(pair_of(*pair) for pair in pairs)


@attrs.frozen(kw_only=True)
class Decisions:
    """What a person said about pairs of entries: `same` belong in one row, `apart` never do."""

    same: frozenset[Pair] = attrs.field(default=frozenset(), converter=_pairs)
    apart: frozenset[Pair] = attrs.field(default=frozenset(), converter=_pairs)

    def confirming(self, one: str, other: str) -> "Decisions":
        """These decisions, and that two entries are the same thing."""
        pair = pair_of(one, other)
        return Decisions(same=self.same | {pair}, apart=self.apart - {pair})

    def rejecting(self, one: str, other: str) -> "Decisions":
        """These decisions, and that two entries are different things."""
        pair = pair_of(one, other)
        return Decisions(same=self.same - {pair}, apart=self.apart | {pair})

    def reopening(self, one: str, other: str) -> "Decisions":
        """These decisions, and nothing about the two entries."""
        pair = {pair_of(one, other)}
        return Decisions(same=self.same - pair, apart=self.apart - pair)

    def plain(self) -> dict[str, list[list[str]]]:
        """The JSON form."""
        return {
            "same": [list(pair) for pair in sorted(self.same)],
            "apart": [list(pair) for pair in sorted(self.apart)],
        }

    @classmethod
    def of(cls, data: Any) -> "Decisions":
        """Read the JSON form.

        Raises:
            FormatError: it is not one.
        """
        if not isinstance(data, Mapping):
            raise FormatError("The decisions of a comparison cannot be read by this version.")
        return cls(same=_read(data.get("same", ())), apart=_read(data.get("apart", ())))


def _read(data: Any) -> Collection[Pair]:
    refused = FormatError("The decisions of a comparison cannot be read by this version.")
    if not isinstance(data, (list, tuple)):
        raise refused
    for pair in data:
        if not (isinstance(pair, (list, tuple)) and len(pair) == 2 and all(isinstance(i, str) for i in pair)):
            raise refused
    return [(one, other) for one, other in data]


NONE = Decisions()
"""Nothing decided."""
