"""Fewer rows of a comparison: each filter takes a comparison and returns one with the rows that pass."""

from collections.abc import Callable, Collection

import attrs

from casebook.domain.comparison import Comparison, Row, RowState
from casebook.domain.grades import UNJUDGED
from casebook.domain.likeness import normal


def keeping(comparison: Comparison, passes: Callable[[Row], bool]) -> Comparison:
    """The rows for which `passes` holds."""
    return attrs.evolve(comparison, rows=tuple(row for row in comparison.rows if passes(row)))


def only_differences(comparison: Comparison) -> Comparison:
    """What is not the same in all cases: shared by some, in one only, or differing."""
    return keeping(comparison, lambda row: row.state not in (RowState.SHARED, RowState.MISSING))


def only_shared(comparison: Comparison) -> Comparison:
    """What all cases share."""
    return keeping(comparison, lambda row: row.state is RowState.SHARED)


def hide_empty(comparison: Comparison) -> Comparison:
    """What at least one case has something in, or says why not."""
    return keeping(comparison, lambda row: row.state is not RowState.MISSING)


def in_sections(comparison: Comparison, keys: Collection[str]) -> Comparison:
    """The rows of these parts and sections."""
    return keeping(comparison, lambda row: row.section in keys)


def graded(comparison: Comparison, letters: Collection[str]) -> Comparison:
    """Rows with an entry whose best evidence has one of these reliabilities ("A" to "F"; "" for no grade)."""

    def passes(row: Row) -> bool:
        held = (one for cell in row.cells for one in cell.entries)
        return any((one.grade.code[0].strip(UNJUDGED) if one.grade else "") in letters for one in held)

    return keeping(comparison, passes)


def only_weak(comparison: Comparison) -> Comparison:
    """Rows with a claim that rests on weak evidence."""
    return keeping(comparison, lambda row: any(one.weak for cell in row.cells for one in cell.entries))


def holding(comparison: Comparison, text: str) -> Comparison:
    """Rows whose label or cells hold every word of `text`, anywhere in them."""
    sought = normal(text).split()

    def passes(row: Row) -> bool:
        said = normal(" ".join((row.label, *(words for cell in row.cells for words in cell.words))))
        return all(word in said for word in sought)

    return keeping(comparison, passes) if sought else comparison
