import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.errors import CasebookError
from casebook.domain.qca import Memberships
from casebook.domain.tally import CaseHead
from casebook.domain.truth_table import Verdict, consistency_of, pri_of, truth_grid, truth_table
from tests.domain.test_qca import WORDING, condition


def made(rows, number=2, **options):
    names = "ABCDEFGHIJKLMN"[:number]
    heads = tuple(CaseHead(id=f"c{at}", title=f"Case {at}", ref_code=f"C{at}") for at in range(len(rows)))
    table = Memberships(
        conditions=tuple(condition("funding", name) for name in names),
        outcome=condition("funding", "Y"),
        cases=heads,
        rows=tuple(map(tuple, rows)),
        unknown=(),
    )
    return truth_table(table, **options)


CRISP = st.lists(st.tuples(*[st.sampled_from([0.0, 1.0])] * 4), min_size=1, max_size=12)
FUZZY = st.lists(
    st.tuples(*[st.sampled_from([0.0, 0.2, 0.4, 0.5, 0.6, 0.8, 1.0])] * 4), min_size=1, max_size=9
)


def test_a_crisp_table_worked_by_hand():
    table = made([(1, 1, 1), (1, 1, 1), (1, 1, 0), (1, 0, 0), (0, 1, 1)])
    rows = {row.pattern: row for row in table.rows}
    both = rows[True, True]
    assert [head.id for head in both.cases] == ["c0", "c1", "c2"]
    assert both.consistency == both.proportion == pytest.approx(2 / 3)
    assert both.verdict is Verdict.CONTRADICTORY
    assert rows[True, False].verdict is Verdict.ABSENT
    assert rows[False, True].verdict is Verdict.PRESENT
    assert rows[False, False].verdict is Verdict.REMAINDER
    assert rows[False, False].consistency is None
    assert table.rows[0] is both


def test_a_fuzzy_table_worked_by_hand():
    table = made([(0.8, 0.9), (0.6, 0.2), (0.3, 0.7)], number=1)
    rows = {row.pattern: row for row in table.rows}
    high = rows[(True,)]
    assert [head.id for head in high.cases] == ["c0", "c1"]
    assert high.consistency == pytest.approx((0.8 + 0.2 + 0.3) / (0.8 + 0.6 + 0.3))
    # Σ min(x, y, 1 − y) = 0.1 + 0.2 + 0.3
    assert high.pri == pytest.approx((1.3 - 0.6) / (1.7 - 0.6))
    assert high.verdict is Verdict.CONTRADICTORY
    assert rows[(False,)].consistency == pytest.approx((0.2 + 0.2 + 0.7) / (0.2 + 0.4 + 0.7))


def test_cases_at_the_crossover_belong_nowhere_and_are_told():
    table = made([(0.5, 1.0), (0.8, 1.0)], number=1)
    assert [head.id for head in table.undecided] == ["c0"]
    assert sum(len(row.cases) for row in table.rows) == 1


def test_below_the_cutoff_the_outcome_is_not_taken_as_present():
    rows = [(0.9, 0.6)]
    assert made(rows, number=1).rows[0].verdict is Verdict.ABSENT
    assert made(rows, number=1, cutoff=0.6).rows[0].verdict is Verdict.PRESENT


@given(CRISP)
def test_crisp_consistency_is_the_share_of_cases_with_the_outcome(rows):
    table = made(rows, number=3)
    assert len(table.rows) == 8
    assert sum(len(row.cases) for row in table.rows) == len(rows)
    for row in table.rows:
        assert row.consistency == pytest.approx(row.proportion) if row.cases else row.consistency is None


@given(FUZZY)
def test_every_case_is_in_one_row_or_undecided(rows):
    table = made(rows, number=3)
    placed = [head.id for row in table.rows for head in row.cases]
    assert sorted(placed + [head.id for head in table.undecided]) == sorted(
        head.id for head in table.table.cases
    )
    for row in table.rows:
        assert row.consistency is None or 0 <= row.consistency <= 1.0000001
        assert (row.verdict is Verdict.REMAINDER) == (not row.cases)


def test_formulas_without_members_are_not_defined():
    assert consistency_of([0.0, 0.0], [1.0, 0.0]) is None
    assert pri_of([0.0], [0.5]) is None


@pytest.mark.parametrize("number", [0, 11])
def test_too_few_or_too_many_conditions_are_refused(number):
    with pytest.raises(CasebookError, match="from one to 10"):
        made([(1,) * (number + 1)], number=number)


def test_as_a_table_without_and_with_remainders():
    table = made([(1, 1, 1), (1, 0, 0)])
    grid = truth_grid(table, WORDING)
    assert grid.columns == ("A", "B", "Cases", "Proportion", "Consistency", "PRI", "Outcome", "Which")
    assert grid.rows[0] == (1, 1, 1, 1.0, 1.0, 1.0, "1", "C0")
    assert len(grid.rows) == 2
    assert truth_grid(table, WORDING, remainders=True).rows[-1] == (0, 0, 0, None, None, None, "?", "")
