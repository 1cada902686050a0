"""How the states of a comparison are told without colour: a symbol and words for each, on paper and on screen."""

from collections.abc import Mapping

from casebook.domain.comparison import Gap, Mark, RowState
from casebook.domain.marking import _
from casebook.domain.synthesis import FindingState

STATE_SYMBOLS: Mapping[RowState, str] = {
    RowState.SHARED: "●",
    RowState.SOME: "◐",
    RowState.UNIQUE: "○",
    RowState.DIFFERING: "≠",
    RowState.MISSING: "—",
}
STATE_WORDS: Mapping[RowState, str] = {
    RowState.SHARED: _("shared by all"),
    RowState.SOME: _("shared by some"),
    RowState.UNIQUE: _("only in one"),
    RowState.DIFFERING: _("differing"),
    RowState.MISSING: _("in none"),
}
MARK_SYMBOLS: Mapping[Mark, str] = {
    Mark.SHARED: "●",
    Mark.SOME: "◐",
    Mark.UNIQUE: "○",
    Mark.DIFFERING: "≠",
    Mark.MISSING: "—",
    Mark.RELATED: "≈",
}
MARK_WORDS: Mapping[Mark, str] = {
    Mark.SHARED: _("shared by all"),
    Mark.SOME: _("shared by some"),
    Mark.UNIQUE: _("only here"),
    Mark.DIFFERING: _("differing"),
    Mark.MISSING: _("missing"),
    Mark.RELATED: _("related"),
}
GAP_SYMBOLS: Mapping[Gap, str] = {
    Gap.NOT_RECORDED: "—",
    Gap.NONE_FOUND: "∅",
    Gap.NOT_APPLICABLE: "n/a",
    Gap.WITHHELD: "■",
}
FINDING_WORDS: Mapping[FindingState, str] = {
    FindingState.OPEN: _("open"),
    FindingState.DECIDED: _("decided"),
    FindingState.NEEDS_INFORMATION: _("needs information"),
}
