"""A list is made of bare rows: headings found, empty rows left out, limits held."""

import pytest

from casebook.domain.errors import FormatError
from casebook.exchange.list_rows import MOST_COLUMNS, MOST_ROWS, list_of


def test_rows_of_any_length_are_squared_and_remember_their_line():
    listed = list_of("x.csv", [[], ["Title", "", "Title"], ["", " "], ["A"], [None, "b", "c", "d"]])
    assert listed.columns == ("Title", "Column 2", "Title (2)", "Column 4")
    assert listed.rows == (("A", None, None, None), (None, "b", "c", "d"))
    assert listed.numbers == (4, 5)


def test_without_headings_every_row_counts():
    listed = list_of("x.csv", [["A", "b"], ["C", "d"]], headings=False)
    assert listed.columns == ("Column 1", "Column 2") and len(listed.rows) == 2


@pytest.mark.parametrize("rows", [[], [[""]], [["only a heading"]]])
def test_nothing_is_no_list(rows):
    with pytest.raises(FormatError, match="holds no rows"):
        list_of("x.csv", rows)


def test_what_is_endless_is_refused_before_it_is_held():
    with pytest.raises(FormatError, match=r"larger than 100,000 rows"):
        list_of("x.csv", (["x"] for _ in range(MOST_ROWS * 50)))
    with pytest.raises(FormatError, match="columns"):
        list_of("x.csv", [["x"] * (MOST_COLUMNS + 1)] * 2)


def test_headings_are_one_line_of_text():
    assert list_of("x.csv", [["a\n b\x00\u202e", "x" * 900], ["1", "2"]]).columns[0] == "a b"


def test_a_title_above_the_headings_is_left_out_and_told():
    rows = [["Projects 2026"], [], ["as of June", ""], ["Title", "Land", "Years"], ["A", "Mali", 2005]]
    listed = list_of("x.csv", rows)
    assert listed.columns == ("Title", "Land", "Years") and listed.numbers == (5,)
    assert listed.note == "What stands above the headings in row 4 was left out."
    assert list_of("x.csv", rows, headings=False).note == ""


def test_headings_stay_the_first_row_where_nothing_says_otherwise():
    assert list_of("x.csv", [["Title"], ["A", "Mali", 2005]]).columns[0] == "Title"
    assert list_of("x.csv", [["Title", "Land"], ["A", "Mali"]]).note == ""
    far = [["Title", "Land"], ["A", "Mali", *[""] * 9, "far", "away"], ["B", "Chad"]]
    assert list_of("x.csv", far).columns[:2] == ("Title", "Land")
