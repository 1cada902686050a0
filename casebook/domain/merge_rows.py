"""What there is to decide when two cases are made one: a row for each field and each entry."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import attrs

from casebook.domain.case import Case
from casebook.domain.fields import FieldSpec, Kind
from casebook.domain.records import Absence


class Choice(StrEnum):
    """What becomes of a row."""

    KEPT = "kept"  # as the case that stays has it
    OTHER = "other"  # as the other one has it
    BOTH = "both"  # one after the other; of two entries, both


class MergeKind(StrEnum):
    """What a row is about."""

    FIELD = "field"  # a field of the cases
    LEVEL = "level"  # who may see the case
    PAIR = "pair"  # two entries recognised as the same; `BOTH` keeps two
    VALUE = "value"  # a field of such a pair
    OTHER = "other"  # an entry that only the other case has
    KEPT = "kept"  # an entry that only the case has that stays


class MergeState(StrEnum):
    """How the two sides of a row stand to each other."""

    EQUAL = "equal"
    KEPT = "kept"  # only the case that stays has something
    OTHER = "other"  # only the other one has
    DIFFERING = "differing"


@attrs.frozen(kw_only=True)
class Side:
    """One side of a row: what is held, why it is empty, and both in words."""

    value: Any = None
    absence: Absence | None = None
    words: str = ""


@attrs.frozen(kw_only=True)
class MergeRow:
    """One thing to decide, or to see; `choices` is empty where there is nothing to decide."""

    key: str
    kind: MergeKind
    section: str
    """Part or section it stands in."""
    label: str
    state: MergeState
    kept: Side
    other: Side
    choices: tuple[Choice, ...] = ()
    default: Choice = Choice.KEPT
    spec: FieldSpec | None = None
    record_id: str = ""
    """The record of the case that stays."""
    other_id: str = ""
    parent: str = ""
    """Key of the row of the pair a value belongs to."""

    @property
    def asks(self) -> bool:
        """Whether a person should look at it: both have something, and not the same."""
        return self.state is MergeState.DIFFERING and self.kind not in (MergeKind.PAIR, MergeKind.OTHER)


@attrs.frozen(kw_only=True)
class MergePlan:
    """Two cases, row by row, in the order of their declaration; `pairs` gives for entries of the other the same of the kept."""

    kept: Case
    other: Case
    rows: tuple[MergeRow, ...]
    pairs: Mapping[str, str]
    name: str
    """What the other case is called: its reference, else its title."""

    def choice(self, row: MergeRow, choices: Mapping[str, Choice]) -> Choice:
        """What was chosen for a row, or what is done where nothing was."""
        chosen = choices.get(row.key, row.default)
        return chosen if chosen in row.choices else row.default

    def open_rows(self, choices: Mapping[str, Choice]) -> tuple[MergeRow, ...]:
        """The rows a person should look at and has not decided."""
        split = {row.key for row in self.rows if row.kind is MergeKind.PAIR and self.splits(row, choices)}
        return tuple(
            row for row in self.rows if row.asks and row.key not in choices and row.parent not in split
        )

    def splits(self, row: MergeRow, choices: Mapping[str, Choice]) -> bool:
        """Whether a pair stays two entries."""
        return self.choice(row, choices) is Choice.BOTH

    def preferring(self, preferred: Choice) -> dict[str, Choice]:
        """The choices that take one side, or both, wherever the two differ; entries of the other come over."""
        if preferred is Choice.KEPT:
            return {row.key: Choice.KEPT for row in self.rows if row.asks and row.kind is not MergeKind.LEVEL}
        chosen: dict[str, Choice] = {}
        cramped = {
            row.parent
            for row in self.rows
            if row.kind is MergeKind.VALUE
            and row.state is MergeState.DIFFERING
            and Choice.BOTH not in row.choices
        }
        for row in self.rows:
            if row.asks and row.kind is not MergeKind.LEVEL and preferred in row.choices:
                chosen[row.key] = preferred
            elif row.key in cramped and preferred is Choice.BOTH:
                chosen[row.key] = Choice.BOTH
        return chosen


def joined(spec: FieldSpec, kept: Any, other: Any) -> Any:
    """Both values of a field, one after the other; None where it can hold only one of them."""
    if spec.kind is Kind.PROSE:
        return kept if other.strip() in kept else f"{kept.rstrip()}\n\n{other.lstrip()}"
    if not spec.many:
        return None
    both = (*kept, *(item for item in other if item not in kept))
    return both if not spec.high or len(both) <= spec.high else None
