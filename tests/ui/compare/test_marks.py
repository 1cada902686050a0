from casebook.domain.comparison import Gap, Mark, RowState
from casebook.domain.comparison_reference import Standing
from casebook.domain.synthesis import FindingState
from casebook.ui.compare.marks import (
    FINDING_SIGNS,
    GAP_SIGNS,
    LEGEND,
    MARK_SIGNS,
    ROW_SIGNS,
    STANDING_SIGNS,
)


def test_every_state_has_a_symbol_and_a_word_of_its_own():
    for signs, states in (
        (ROW_SIGNS, RowState),
        (MARK_SIGNS, Mark),
        (GAP_SIGNS, Gap),
        (FINDING_SIGNS, FindingState),
    ):
        assert set(signs) == set(states)
        assert len({sign.symbol for sign in signs.values()}) == len(signs)
        assert len({sign.word for sign in signs.values()}) == len(signs)
    assert set(STANDING_SIGNS) == set(Standing) - {Standing.REFERENCE}
    assert {sign.symbol for sign in LEGEND} == {"●", "◐", "○", "≠", "—", "∅", "n/a", "▒"}
