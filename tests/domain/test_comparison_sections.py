from random import Random

from hypothesis import given

from casebook.domain.alignment import align
from casebook.domain.comparison import Gap, Mark, RowKind, RowState
from casebook.domain.comparison_sections import decidable, section_rows, standing_in
from casebook.domain.synthesis import Finding, Synthesis, progress
from casebook.domain.wording import Wording
from tests.made_up import OddCase
from tests.strategies import SEEDS, VOCABULARIES, any_case
from tests.ui.compare.reviewer import SHARED, small_cases

WORDS = Wording(vocabularies=VOCABULARIES)


@given(SEEDS)
def test_a_section_as_one_row_holds_every_entry_of_each_case_once(seed):
    rng = Random(seed)
    made = align([any_case(rng, OddCase, 3) for _ in range(3)], WORDS)
    for key, row in section_rows(made).items():
        for case, cell in zip(made.cases, row.cells, strict=True):
            assert sorted(held.id for held in cell.entries) == sorted(one.id for one in case.section(key))
            assert (cell.gap is None) == bool(cell.entries)
            assert len(cell.marks) == len(cell.entries)


def test_what_most_share_stands_first():
    row = section_rows(align(small_cases(), WORDS))["challenges"]
    assert row.kind is RowKind.SECTION
    assert row.state is RowState.SOME
    assert row.cells[0].words[-1] == "Two armies, two habits"
    assert row.cells[0].marks == (Mark.SOME, Mark.SOME, Mark.UNIQUE)
    assert row.cells[2].gap is Gap.NONE_FOUND


def test_states_of_whole_sections():
    river, coast, _hills = small_cases()
    same = section_rows(align((river, river), WORDS))
    assert same["challenges"].state is RowState.SHARED
    assert section_rows(align((river, coast), WORDS))["evidence"].state is RowState.UNIQUE
    assert section_rows(align((river, coast), WORDS))["lessons"].state is RowState.DIFFERING
    assert same["places"].state is RowState.MISSING


def test_rows_stand_in_rows():
    made = align(small_cases(), WORDS)
    above = standing_in(made)
    indicator = made.of_section("indicators")[0]
    assert above[indicator.key] == "outcomes/term:local-security-capacity"
    assert above[made.of_section("measurements")[0].key] == indicator.key
    assert SHARED not in above


def test_a_finding_is_owed_for_each_field_and_each_section_and_what_was_begun():
    made = align(small_cases(), WORDS)
    owed = decidable(made, Synthesis())
    fields = [row for row in made.rows if row.kind is RowKind.FIELD]
    assert len(owed) == len(fields) + len(section_rows(made))
    begun = Synthesis().with_finding(SHARED, Finding(text="Boats."))
    assert progress(begun, decidable(made, begun)).open == len(owed) + 1
