from hypothesis import given

from casebook.domain.case import CASE
from casebook.domain.co_occurrence import cases_with, co_occurrence, holders, together
from casebook.domain.grounds import ground_of
from casebook.domain.matrix import matrix_of
from casebook.domain.tally import tally
from tests.domain.test_matrix import WORDING, tallies


def of_sample(name, sample_cases):
    return matrix_of(tally(sample_cases, ground_of(CASE, name)), WORDING)


@given(tallies())
def test_it_says_the_same_as_looking_at_each_case(counted):
    one = matrix_of(counted, WORDING)
    both = co_occurrence(one, one)
    for row in one.columns:
        have = {case for case, line in one.cells.items() if row.key in line}
        for column in one.columns:
            expected = sum(column.key in one.cells[case] for case in have)
            cell = both.cell(row.key, column.key)
            assert (cell.number if cell else 0) == expected
            assert cell is None or cell.of == len(have)


@given(tallies())
def test_a_term_always_appears_with_itself(counted):
    matrix = matrix_of(counted, WORDING)
    both = co_occurrence(matrix, matrix)
    for head in matrix.columns:
        cell = both.cell(head.key, head.key)
        assert cell.number == cell.of == matrix.column_totals[head.key].present


def test_challenges_against_frameworks_of_the_sample(sample_cases):
    challenges = of_sample("challenges", sample_cases)
    frameworks = of_sample("frameworks", sample_cases)
    both = co_occurrence(challenges, frameworks)
    row, column = challenges.columns[0].key, frameworks.columns[0].key
    expected = sum(
        any(entry.category == row for entry in case.challenges)
        and any(use.framework == column for use in case.frameworks)
        for case in sample_cases
    )
    assert both.cell(row, column).number == expected
    assert both.cell(row, column).of == len(cases_with(challenges, row))
    sentence = together(both, row, column, WORDING)
    assert sentence == (
        f"“{challenges.columns[0].label}” appears with “{frameworks.columns[0].label}” "
        f"in {expected} of {both.cell(row, column).of} cases"
    )


def test_each_case_is_one_bit(sample_cases):
    matrix = of_sample("era", sample_cases)
    bits = holders(matrix)
    assert {key: held.bit_count() for key, held in bits.items()} == {
        key: total.present for key, total in matrix.column_totals.items()
    }
