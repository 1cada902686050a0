import pytest

from casebook.domain.grid import AS_TEXT, Grid, hypertext, spoken, tabbed


def test_a_row_that_does_not_fit_the_head_is_refused():
    with pytest.raises(ValueError, match="another length"):
        Grid(title="Counts", columns=("case", "a"), rows=(("LR", 1), ("SL",)))


@pytest.mark.parametrize(
    ("value", "text"), [(None, ""), (3, "3"), (2.0, "2"), (0.25, "0.25"), (1 / 3, "0.333333"), ("+", "+")]
)
def test_a_cell_as_text(value, text):
    assert spoken(value) == text


def test_pasted_text_is_never_a_formula_and_never_breaks_the_table():
    grid = Grid(title="a & b", columns=("case", "=1"), rows=(("two\tparts\nhere", "+1"), ("<b>", -2)))
    assert tabbed(grid).split("\n") == ["case\t'=1", "two parts here\t'+1", "<b>\t-2"]
    table = hypertext(grid)
    assert f'<td style="{AS_TEXT}">+1</td>' in table
    assert "<td>-2</td>" in table
    assert "&lt;b&gt;" in table and "<caption>a &amp; b</caption>" in table
