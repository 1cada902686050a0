import attrs
import pytest

from casebook.domain.alignment import align
from casebook.domain.wording import Wording
from casebook.ui.compare.blocks import BarBlock, ChipBlock, Words
from casebook.ui.compare.cell_blocks import Sight, cell_blocks
from casebook.ui.compare.lines import Line, LineKind
from tests.strategies import VOCABULARIES
from tests.ui.compare.reviewer import CULTURE, SHARED, small_cases


@pytest.fixture(scope="module")
def made():
    return align(small_cases(), Wording(vocabularies=VOCABULARIES))


def blocks(made, key, column, *, is_open=False, **sight):
    line = Line(kind=LineKind.ROW, key=key, label="", row=made.by_key[key], is_open=is_open)
    return cell_blocks(line, column, Sight(comparison=made, **sight))


def test_entries_are_chips_with_mark_and_grade(made):
    first, second = blocks(made, SHARED, 0)
    assert (first.text, first.grade, first.state) == ("◐ The mandate stopped at the bank", "B2", "warning")
    assert not first.dashed
    assert (second.grade, second.dashed) == ("unsourced", True)


def test_a_claim_on_weak_evidence_looks_weak(made):
    (chip,) = blocks(made, CULTURE, 0)
    assert chip.dashed
    assert chip.grade == "E4"
    assert chip.text.startswith("○ ")


def test_kinds_of_absence_are_told_apart(made):
    def said(key, column):
        return blocks(made, key, column)[0].text

    assert said("narrative/problem", 1) == "— not recorded"
    assert said("narrative/problem", 2) == "n/a not applicable"
    assert said(SHARED, 2) == "∅ looked for, none found"
    assert isinstance(blocks(made, "narrative/problem", 1)[0], ChipBlock)


def test_a_related_entry_is_named_where_the_term_itself_is_missing(made):
    said = " ".join(
        block.text for block in blocks(made, "challenges/term:doctrine", 0) if isinstance(block, Words)
    )
    assert "≈ related" in said or "not recorded" in said


def test_figures_stand_on_one_scale_for_each_unit(made):
    row = made.of_section("indicators")[0]
    bars = [
        next(block for block in blocks(made, row.key, column) if isinstance(block, BarBlock))
        for column in range(3)
    ]
    assert bars[0].reached == 1
    assert bars[1].reached == pytest.approx(1140 / 3500)
    assert bars[1].begun == pytest.approx(10 / 3500)
    assert bars[2].reached == 1  # battalions have a scale of their own
    assert "0 → 3,500 people" in blocks(made, row.key, 0)[0].text


def test_an_open_text_shows_word_by_word_what_differs(made):
    (whole,) = blocks(made, "narrative/context", 1, is_open=True)
    marked = {(whole.text[at : at + length].strip(), kept) for at, length, kept in whole.runs}
    assert marked == {("August", "removed"), ("May", "added")}
    (base,) = blocks(made, "narrative/context", 0, is_open=True)
    assert base.runs == ()
    (other,) = blocks(made, "narrative/context", 0, is_open=True, reference=1)[:1]
    assert ("May", "removed") in {(other.text[at : at + n].strip(), kept) for at, n, kept in other.runs}


def test_texts_that_have_little_in_common_are_left_alone(made):
    river, coast, hills = small_cases()
    changed = attrs.evolve(
        coast, context="Nothing here is like anything there; quite other words were chosen."
    )
    apart = align((river, changed, hills), Wording(vocabularies=VOCABULARIES))
    (words,) = blocks(apart, "narrative/context", 1, is_open=True)
    assert words.runs == ()


def test_closed_texts_are_short_and_without_markdown(made):
    (words,) = blocks(made, "narrative/problem", 0)
    assert words.text == "Who should disarm first?"
    assert words.lines == 3


def test_the_reference_says_how_the_others_stand_to_it(made):
    def standing(key, column):
        return blocks(made, key, column, reference=0)[-1].text

    assert standing("overview/scope", 1) == "= as the reference"
    assert standing("overview/scope", 2) == "≠ not as the reference"
    assert standing("narrative/problem", 1) == "− only in the reference"
    assert standing("challenges/term:doctrine", 1) == "+ not in the reference"
    assert not standing("overview/scope", 0).endswith("reference")


def test_only_so_many_chips_then_a_count(made):
    river, coast, hills = small_cases()
    many = attrs.evolve(
        river, challenges=tuple(attrs.evolve(river.challenges[0], id=f"{at}") for at in range(20))
    )
    crowded = align((many, coast, hills), Wording(vocabularies=VOCABULARIES))
    made_of = blocks(crowded, SHARED, 0)
    assert made_of[-1].text == "and 8 more"
