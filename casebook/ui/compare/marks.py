"""The signs of a comparison: for each state a symbol, a word, and one of the theme's states."""

from collections.abc import Mapping

import attrs

from casebook.domain.comparison import GAP_WORDS, Gap, Mark, RowState
from casebook.domain.comparison_reference import Standing
from casebook.domain.comparison_signs import (
    GAP_SYMBOLS,
    MARK_SYMBOLS,
    MARK_WORDS,
    STATE_SYMBOLS,
    STATE_WORDS,
)
from casebook.domain.marking import _
from casebook.domain.synthesis import FindingState
from casebook.ui.theme import State


@attrs.frozen
class Sign:
    """How a state is shown; the colour only helps."""

    symbol: str
    word: str
    state: State


_ROW_STATES: Mapping[RowState, State] = {
    RowState.SHARED: "ok",
    RowState.SOME: "warning",
    RowState.UNIQUE: "neutral",
    RowState.DIFFERING: "notice",
    RowState.MISSING: "neutral",
}
ROW_SIGNS: Mapping[RowState, Sign] = {
    state: Sign(STATE_SYMBOLS[state], STATE_WORDS[state], look) for state, look in _ROW_STATES.items()
}

_MARK_STATES: Mapping[Mark, State] = {
    Mark.SHARED: "ok",
    Mark.SOME: "warning",
    Mark.UNIQUE: "neutral",
    Mark.DIFFERING: "notice",
    Mark.MISSING: "neutral",
    Mark.RELATED: "neutral",
}
MARK_SIGNS: Mapping[Mark, Sign] = {
    mark: Sign(MARK_SYMBOLS[mark], MARK_WORDS[mark], look) for mark, look in _MARK_STATES.items()
}

GAP_SIGNS: Mapping[Gap, Sign] = {
    gap: Sign(
        "▒"
        if gap is Gap.WITHHELD
        else GAP_SYMBOLS[gap],  # the types of reports lack it, those of windows do not
        GAP_WORDS[gap],
        "danger" if gap is Gap.NOT_RECORDED else "neutral",
    )
    for gap in Gap
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
