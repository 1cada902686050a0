"""A comparison as a workbook: every row in it, numbers as numbers, every sign explained."""

import attrs
import pytest

from casebook.domain.alignment import align
from casebook.domain.comparison import Gap, Mark, RowState
from casebook.domain.comparison_signs import GAP_SYMBOLS, MARK_SYMBOLS, STATE_SYMBOLS
from casebook.domain.synthesis import Finding, FindingState, Synthesis
from casebook.domain.wording import Wording
from casebook.exchange.comparison_workbook import comparison_grids
from casebook.exchange.grid_files import xlsx_bytes
from tests.exchange.test_grid_files import read
from tests.publishing.sample import sample_case
from tests.strategies import VOCABULARIES

WORDS = Wording(vocabularies=VOCABULARIES)
DECIDED = Finding(text="Both rebuilt the police.\n\n=1+1", state=FindingState.DECIDED)


@pytest.fixture(scope="module")
def comparison():
    return align([sample_case("liberia"), sample_case("sierra-leone")], WORDS)


@pytest.fixture(scope="module")
def grids(comparison):
    row = next(row for row in comparison.rows if row.label == "Security sector reform")
    return {grid.title: grid for grid in comparison_grids(comparison, Synthesis(findings={row.key: DECIDED}))}


def line(grid, label):
    return next(row for row in grid.rows if row[0] == label)


def test_each_row_of_the_comparison_is_a_row_of_the_sheet(grids, comparison):
    sheet = grids["Side by side"]
    assert [row[0] for row in sheet.rows] == [row.label for row in comparison.rows]
    assert sheet.columns[3:5] == ("LR-2003-001", "SL-1999-001")
    reform = line(sheet, "Security sector reform")
    assert reform[1:3] == ("Frameworks used", "shared by all") and reform[3].startswith(
        "● Security sector reform"
    )
    assert reform[5:] == (DECIDED.text, "decided")
    assert line(sheet, "Part of case")[3:5] == ("— not recorded", "n/a not applicable")
    assert line(sheet, "Title")[5:] == (None, None)


def test_counts_are_numbers_and_add_up(grids):
    sheet = grids["Matrix"]
    assert sheet.columns[-1] == "Total"
    assert all(
        isinstance(count, int) and sum(row[2:-1]) == row[-1] for row in sheet.rows for count in row[2:]
    )
    assert line(sheet, "Security sector reform")[2:] == (1, 1, 2)


def test_figures_are_numbers_with_their_unit_and_grade(grids):
    liberia = sample_case("liberia")
    known = next(one for one in liberia.indicators if one.baseline is not None and one.target is not None)
    rows = [row for row in grids["Figures"].rows if row[:2] == (known.name, "LR-2003-001")]
    assert [(row[2], row[3], row[6]) for row in rows] == [(known.unit, known.baseline, known.target)]


def test_findings_stand_alone_too(grids):
    assert grids["Findings"].rows == (
        ("Security sector reform", "Frameworks used", "shared by all", DECIDED.text, "decided"),
    )


def test_the_codebook_explains_every_sign_and_names_the_cases(grids):
    signs = {row[0] for row in grids["Codebook"].rows}
    assert signs >= {*STATE_SYMBOLS.values(), *MARK_SYMBOLS.values(), *GAP_SYMBOLS.values(), "LR-2003-001"}
    assert (
        set(STATE_SYMBOLS) == set(RowState)
        and set(MARK_SYMBOLS) == set(Mark)
        and set(GAP_SYMBOLS) == set(Gap)
    )


def test_what_people_typed_is_never_a_formula(comparison):
    hostile = attrs.evolve(comparison.cases[0], title='=HYPERLINK("http://x","y")', ref_code="+1")
    made = align([hostile, comparison.cases[1]], WORDS)
    sheets, _xml = read(xlsx_bytes(comparison_grids(made, Synthesis())))
    cells = [cell for rows in sheets.values() for row in rows for cell in row]
    assert ("text", '=HYPERLINK("http://x","y")') in cells and ("text", "+1") in cells
    assert list(sheets) == ["Side by side", "Matrix", "Figures", "Findings", "Codebook"]
