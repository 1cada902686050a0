"""The signs of a comparison: for each state a symbol, a word, and one of the theme's states."""

from collections.abc import Mapping

import attrs

from casebook.domain.comparison import GAP_WORDS, Gap, Mark, RowState
from casebook.domain.comparison_reference import Standing
from casebook.domain.marking import _
from casebook.domain.synthesis import FindingState
from casebook.ui.theme import State


@attrs.frozen
class Sign:
    """How a state is shown; the colour only helps."""

    symbol: str
    word: str
    state: State


ROW_SIGNS: Mapping[RowState, Sign] = {
    RowState.SHARED: Sign("●", _("shared by all"), "ok"),
    RowState.SOME: Sign("◐", _("shared by some"), "warning"),
    RowState.UNIQUE: Sign("○", _("only in one"), "neutral"),
    RowState.DIFFERING: Sign("≠", _("differing"), "notice"),
    RowState.MISSING: Sign("—", _("in none"), "neutral"),
}

MARK_SIGNS: Mapping[Mark, Sign] = {
    Mark.SHARED: Sign("●", _("shared by all"), "ok"),
    Mark.SOME: Sign("◐", _("shared by some"), "warning"),
    Mark.UNIQUE: Sign("○", _("only here"), "neutral"),
    Mark.DIFFERING: Sign("≠", _("differing"), "notice"),
    Mark.MISSING: Sign("—", _("missing"), "neutral"),
    Mark.RELATED: Sign("≈", _("related"), "neutral"),
}

GAP_SIGNS: Mapping[Gap, Sign] = {
    Gap.NOT_RECORDED: Sign("—", GAP_WORDS[Gap.NOT_RECORDED], "danger"),
    Gap.NONE_FOUND: Sign("∅", GAP_WORDS[Gap.NONE_FOUND], "neutral"),
    Gap.NOT_APPLICABLE: Sign("n/a", GAP_WORDS[Gap.NOT_APPLICABLE], "neutral"),
    Gap.WITHHELD: Sign("▒", GAP_WORDS[Gap.WITHHELD], "neutral"),
}

STANDING_SIGNS: Mapping[Standing, Sign] = {
    Standing.SAME: Sign("=", _("as the reference"), "neutral"),
    Standing.OTHER: Sign("≠", _("not as the reference"), "neutral"),
    Standing.ADDED: Sign("+", _("not in the reference"), "neutral"),
    Standing.LACKING: Sign("−", _("only in the reference"), "neutral"),
}

FINDING_SIGNS: Mapping[FindingState, Sign] = {
    FindingState.OPEN: Sign("○", _("Open"), "neutral"),
    FindingState.DECIDED: Sign("✓", _("Decided"), "ok"),
    FindingState.NEEDS_INFORMATION: Sign("?", _("Needs information"), "warning"),
}

LEGEND: tuple[Sign, ...] = (
    *(MARK_SIGNS[mark] for mark in (Mark.SHARED, Mark.SOME, Mark.UNIQUE, Mark.DIFFERING)),
    *GAP_SIGNS.values(),
)
"""What the foot of the table explains."""
