"""Rows that hold one field: equal, differing, only here, or absent."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from typing import Any

from casebook.domain.comparison import Cell, Gap, Mark, RowState
from casebook.domain.fields import LINKING, TEXT, FieldSpec

Target = Callable[[str], str]
"""What stands for the target of a link, the same in every case."""


def gap_state(gaps: Sequence[Gap | None]) -> RowState:
    """The state of a row in which no case has anything."""
    return RowState.MISSING if len(set(gaps)) == 1 else RowState.DIFFERING


def presence(held: int, of: int) -> tuple[RowState, Mark]:
    """The state of a row in which `held` of the cases have the same, and the mark of those."""
    if held == of:
        return RowState.SHARED, Mark.SHARED
    return (RowState.UNIQUE, Mark.UNIQUE) if held == 1 else (RowState.SOME, Mark.SOME)


def compared(
    spec: FieldSpec,
    values: Sequence[Any],
    gaps: Sequence[Gap],
    words: Sequence[tuple[str, ...]],
    target: Target,
) -> tuple[RowState, tuple[Cell, ...]]:
    """The state of one field over the cases, and its cells; `gaps` and `words` stand beside `values`."""
    empty = [spec.is_empty(value) for value in values]
    if all(empty):
        cells = tuple(Cell(mark=Mark.MISSING, gap=gap) for gap in gaps)
        return gap_state(gaps), cells
    items = [
        [] if none else [same_form(spec, item, target) for item in (value if spec.many else (value,))]
        for value, none in zip(values, empty, strict=True)
    ]
    wholes = [frozenset(held) for held in items]
    state, marks = _marked(wholes, empty)
    spread = Counter(item for whole in wholes for item in whole)
    if spec.many and state is RowState.DIFFERING and max(spread.values()) > 1:
        state = RowState.SOME
    cells = tuple(
        Cell(mark=Mark.MISSING, gap=gap)
        if none
        else Cell(
            mark=mark,
            value=value,
            form=frozenset(held),
            words=said,
            marks=tuple(presence(spread[item], len(values))[1] for item in held) if spec.many else (mark,),
        )
        for none, gap, mark, value, said, held in zip(empty, gaps, marks, values, words, items, strict=True)
    )
    return state, cells


def _marked(wholes: Sequence[frozenset[Hashable]], empty: Sequence[bool]) -> tuple[RowState, list[Mark]]:
    """The state of a field with a value in one case at least, and the marks of those that have one."""
    counts = Counter(whole for whole, none in zip(wholes, empty, strict=True) if not none)
    if len(counts) == 1:
        state, mark = presence(sum(counts.values()), len(wholes))
        return state, [mark] * len(wholes)
    marks = [Mark.SOME if counts[whole] > 1 else Mark.DIFFERING for whole in wholes]
    return RowState.DIFFERING, marks


def same_form(spec: FieldSpec, value: Any, target: Target) -> Hashable:
    """What two values have in common when they say the same."""
    if spec.kind in LINKING:
        return target(value)
    if spec.kind in TEXT or isinstance(value, str):
        return " ".join(unicodedata.normalize("NFC", value).split())
    return value  # type: ignore[no-any-return]
