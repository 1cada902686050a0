"""Matched entries opened: their fields side by side."""

from hypothesis import given

from casebook.domain.alignment import align
from casebook.domain.comparison import RowKind, RowState
from casebook.domain.comparison_details import details
from casebook.domain.wording import Wording
from tests.made_up import OddCase
from tests.publishing.sample import sample_case
from tests.strategies import VOCABULARIES, cases

WORDS = Wording(vocabularies=VOCABULARIES)


@given(cases(OddCase))
def test_a_case_beside_itself_differs_in_no_detail(case):
    made = align([case, case], WORDS)
    for row in made.rows:
        opened = details(made, row)
        assert bool(opened) == (row.kind is RowKind.ENTRIES)
        assert {one.state for one in opened} <= {RowState.SHARED, RowState.MISSING}


def test_fields_of_one_framework_in_two_cases():
    made = align([sample_case("liberia"), sample_case("sierra-leone")], WORDS)
    opened = {one.field: one for one in details(made, made.by_key["frameworks/term:ddr"])}
    assert opened["framework"].state is RowState.SHARED
    assert opened["evidence_of_use"].state is RowState.DIFFERING
    assert opened["mode"].key == "frameworks/term:ddr/mode"


def test_another_entry_of_a_case_can_be_chosen():
    made = align([sample_case("liberia"), sample_case("sierra-leone")], WORDS)
    row = made.by_key["outcomes/term:disarmament"]
    second = row.cells[0].entries[1]
    statement = details(made, row, {0: second.id})[0]
    assert statement.cells[0].value == second.record.statement
    assert statement.cells[1].value == row.cells[1].entries[0].record.statement
