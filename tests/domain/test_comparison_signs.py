from casebook.domain.comparison import Gap, Mark, RowState
from casebook.domain.comparison_signs import (
    FINDING_WORDS,
    GAP_SYMBOLS,
    MARK_SYMBOLS,
    MARK_WORDS,
    STATE_SYMBOLS,
    STATE_WORDS,
)
from casebook.domain.synthesis import FindingState


def test_every_state_has_a_symbol_and_words_of_its_own():
    for signs, states in (
        (STATE_SYMBOLS, RowState),
        (STATE_WORDS, RowState),
        (MARK_SYMBOLS, Mark),
        (MARK_WORDS, Mark),
        (GAP_SYMBOLS, Gap),
        (FINDING_WORDS, FindingState),
    ):
        assert set(signs) == set(states) and len(set(signs.values())) == len(signs)


def test_a_mark_is_told_as_the_state_it_comes_from():
    shared_names = {state.name for state in RowState} & {mark.name for mark in Mark}
    assert shared_names and all(
        STATE_SYMBOLS[RowState[name]] == MARK_SYMBOLS[Mark[name]] for name in shared_names
    )
