"""Which rows of a comparison a person wants to see."""

from collections.abc import Collection
from enum import StrEnum

import attrs

from casebook.domain import comparison_filters as filters
from casebook.domain.comparison import Comparison


class Which(StrEnum):
    """Rows by how the cases stand to one another."""

    ALL = "all"
    DIFFERENCES = "differences"
    SHARED = "shared"
    CHANGED = "changed"


WEAK = "weak"
"""In place of a grade: claims that rest on weak evidence."""


@attrs.frozen(kw_only=True)
class RowFilter:
    """What passes; as it is made, everything does."""

    which: Which = Which.ALL
    section: str = ""
    """Key of a part or section, with what stands in it; empty for all."""
    grade: str | None = None
    """Reliability "A" to "F", "" for no grade, or WEAK; None for any."""
    hide_empty: bool = False
    text: str = ""

    def passing(self, comparison: Comparison, changed: Collection[str]) -> frozenset[str]:
        """Keys of the rows that pass; `changed` are those that say something else than when last looked at."""
        left = comparison
        match self.which:
            case Which.DIFFERENCES:
                left = filters.only_differences(left)
            case Which.SHARED:
                left = filters.only_shared(left)
            case Which.CHANGED:
                left = filters.keeping(left, lambda row: row.key in changed)
        if self.hide_empty:
            left = filters.hide_empty(left)
        if self.section:
            left = filters.in_sections(left, _within(comparison, self.section))
        if self.grade == WEAK:
            left = filters.only_weak(left)
        elif self.grade is not None:
            left = filters.graded(left, {self.grade})
        if self.text:
            left = filters.holding(left, self.text)
        return frozenset(row.key for row in left.rows)


def _within(comparison: Comparison, key: str) -> set[str]:
    """A section and all that stands in it."""
    keys = {key}
    for heading in comparison.headings:  # a section stands behind the one it is in
        if heading.parent in keys:
            keys.add(heading.key)
    return keys
