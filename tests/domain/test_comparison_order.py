from casebook.domain.alignment import align
from casebook.domain.comparison_order import in_order
from casebook.domain.wording import Wording
from tests.strategies import VOCABULARIES
from tests.ui.compare.reviewer import COAST, HILLS, RIVER, small_cases


def test_columns_move_and_states_stay():
    wording = Wording(vocabularies=VOCABULARIES)
    made = align(small_cases(), wording)
    moved = in_order(made, (HILLS, RIVER, COAST))
    assert [case.id for case in moved.cases] == [HILLS, RIVER, COAST]
    assert moved.receipts == (None, None, None)
    for row, other in zip(made.rows, moved.rows, strict=True):
        assert (other.key, other.state) == (row.key, row.state)
        assert other.cells == (row.cells[2], row.cells[0], row.cells[1])


def test_what_is_not_named_stays_behind():
    made = align(small_cases(), Wording(vocabularies=VOCABULARIES))
    assert [case.id for case in in_order(made, (COAST,)).cases] == [COAST, RIVER, HILLS]
    assert in_order(made, (RIVER, "gone", COAST)) is made
