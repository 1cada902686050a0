import pytest

from casebook.domain.grid import Grid, spoken


def test_a_row_that_does_not_fit_the_head_is_refused():
    with pytest.raises(ValueError, match="another length"):
        Grid(title="Counts", columns=("case", "a"), rows=(("LR", 1), ("SL",)))


@pytest.mark.parametrize(
    ("value", "text"), [(None, ""), (3, "3"), (2.0, "2"), (0.25, "0.25"), (1 / 3, "0.333333"), ("+", "+")]
)
def test_a_cell_as_text(value, text):
    assert spoken(value) == text
