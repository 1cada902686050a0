import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.case import CASE, Case
from casebook.domain.grounds import ground_of
from casebook.domain.matrix import NOTHING, Order, arranged, grid_of, matrix_of, sorted_by, transposed
from casebook.domain.measures import COUNT, measures
from casebook.domain.records import Absence, RecordId, TermRef
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.outcomes import Outcome
from casebook.domain.tally import CaseHead, Count, Tally, tally
from casebook.domain.wording import Wording
from tests.strategies import VOCABULARIES

WORDING = Wording(vocabularies=VOCABULARIES)
CATEGORY = ground_of(CASE, "challenges")
TERMS = [term.id for _depth, term in VOCABULARIES["challenge"].walk()][:9]


@st.composite
def tallies(draw):
    """Any counts over a few cases."""
    ids = draw(st.lists(st.text("abcdef", min_size=1, max_size=4), unique=True, max_size=8))
    counts = [
        Count(case_id, term, draw(st.integers(1, 5)))
        for case_id in ids
        for term in draw(st.lists(st.sampled_from(TERMS), unique=True))
    ]
    heads = tuple(CaseHead(id=one, title=one.upper(), ref_code="") for one in ids)
    return Tally(ground=CATEGORY, cases=heads, counts=tuple(counts))


def shape(matrix):
    return {(row, column): cell for row, line in matrix.cells.items() for column, cell in line.items()}


@given(tallies())
def test_rows_and_columns_add_up_to_the_same(counted):
    matrix = matrix_of(counted, WORDING)
    every = sum(count.number for count in counted.counts)
    assert sum(total.entries for total in matrix.row_totals.values()) == every
    assert sum(total.entries for total in matrix.column_totals.values()) == every
    assert sum(total.present for total in matrix.column_totals.values()) == len(counted.counts)


@given(tallies())
def test_turned_round_twice_it_is_as_it_was(counted):
    matrix = matrix_of(counted, WORDING)
    once = transposed(matrix)
    assert (once.rows, once.columns) == (matrix.columns, matrix.rows)
    assert {(row, column) for column, row in shape(once)} == set(shape(matrix))
    assert shape(transposed(once)) == shape(matrix)


@given(tallies(), st.sampled_from(Order))
def test_another_order_changes_no_cell(counted, order):
    matrix = matrix_of(counted, WORDING)
    other = arranged(matrix, order)
    assert sorted(other.rows, key=lambda head: head.key) == sorted(matrix.rows, key=lambda head: head.key)
    assert {*other.columns} == {*matrix.columns}
    assert other.cells is matrix.cells


@given(tallies(), st.sampled_from(TERMS), st.booleans())
def test_sorting_by_a_column_puts_the_empty_ones_last(counted, term, descending):
    matrix = sorted_by(matrix_of(counted, WORDING), term, descending=descending)
    numbers = [
        cell.number if cell else None for cell in (matrix.cell(head.key, term) for head in matrix.rows)
    ]
    filled = [number for number in numbers if number is not None]
    assert numbers == sorted(filled, reverse=descending) + [None] * (len(numbers) - len(filled))


def case_of(key, **sections):
    return Case(id=RecordId(key), title=key.title(), ref_code=f"{key.upper()}-1", **sections)


def cases():
    return [
        case_of(
            "liberia",
            challenges=(
                Challenge(category=TermRef("funding"), severity=4),
                Challenge(category=TermRef("funding"), severity=2),
                Challenge(category=TermRef("mandate-gap")),
            ),
        ),
        case_of("iraq", challenges=(Challenge(category=TermRef("funding"), severity=5),)),
        case_of("chad", absences={"challenges": Absence.NONE_FOUND}),
    ]


def test_a_worked_example():
    severity = measures(CATEGORY, CASE, VOCABULARIES)[1]
    matrix = matrix_of(tally(cases(), CATEGORY, severity), WORDING)
    assert [head.label for head in matrix.columns] == ["Funding", "Mandate gap"]
    assert matrix.text(matrix.cell("liberia", "funding")) == "4"
    assert matrix.text(matrix.cell("liberia", "mandate-gap")) == "•"
    assert matrix.cell("iraq", "mandate-gap") is None
    assert matrix.column_totals["funding"] == (3, 2)
    assert matrix.row_totals["liberia"] == (3, 2)
    assert matrix.row_totals.get("chad", NOTHING) == NOTHING
    assert matrix.most == 2
    by_severity = sorted_by(matrix, "funding")
    assert [head.key for head in by_severity.rows] == ["iraq", "liberia", "chad"]


def test_directions_are_told_by_their_signs():
    ground = ground_of(CASE, "outcomes")
    direction = next(one for one in measures(ground, CASE, VOCABULARIES) if one.key == "direction")
    trust = [Outcome(domain=TermRef("justice"), direction=TermRef(way)) for way in ("negative", "positive")]
    matrix = matrix_of(tally([case_of("iraq", outcomes=tuple(trust))], ground, direction), WORDING)
    assert matrix.text(matrix.cell("iraq", "justice")) == "+−"


def test_only_the_most_frequent_terms_are_shown_and_the_rest_is_counted():
    matrix = matrix_of(tally(cases(), CATEGORY), WORDING, most=1)
    assert [head.key for head in matrix.columns] == ["funding"]
    assert matrix.terms_left_out == 1
    assert matrix.cell("liberia", "mandate-gap") is None


def test_the_orders_people_choose():
    matrix = matrix_of(tally(cases(), CATEGORY), WORDING)
    assert [head.key for head in arranged(matrix, Order.LABEL).rows] == ["chad", "iraq", "liberia"]
    assert [head.key for head in arranged(matrix, Order.TOTAL).rows] == ["liberia", "iraq", "chad"]


def test_as_a_table_numbers_are_numbers_and_an_absence_is_told():
    grid = grid_of(matrix_of(tally(cases(), CATEGORY), WORDING), "Case", "Total", WORDING.absence)
    assert grid.columns == ("Case", "Funding", "Mandate gap", "Total")
    assert grid.rows == (
        ("Liberia", 2, 1, 3),
        ("Iraq", 1, None, 1),
        ("Chad", "looked for, none found", "looked for, none found", 0),
        ("Total", 3, 1, 4),
    )


def test_an_empty_library_is_an_empty_matrix():
    matrix = matrix_of(tally([], CATEGORY), WORDING)
    assert (matrix.rows, matrix.columns, matrix.most) == ((), (), 0)
    assert arranged(matrix, Order.SIMILAR).rows == ()


@pytest.mark.parametrize("name", ["period", "countries", "actors.actor.type", "lessons.title"])
def test_any_compared_field_can_be_counted(name, sample_cases):
    ground = ground_of(CASE, name)
    matrix = matrix_of(tally(sample_cases, ground), WORDING)
    assert len(matrix.rows) == 6
    assert matrix.columns
    assert all(head.label for head in matrix.columns)


def test_titles_that_are_missing_are_told(sample_cases):
    nameless = attrs.evolve(sample_cases[0], title="")
    assert matrix_of(tally([nameless], CATEGORY), WORDING).rows[0].label == "Untitled case"


def test_counting_is_the_usual_measure():
    assert matrix_of(tally(cases(), CATEGORY), WORDING).measure == COUNT
