"""Cells of a list as text."""

from datetime import date, datetime

import pytest

from casebook.domain.list_file import ListFile, shown_cell


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        (True, "yes"),
        (3.0, "3"),
        (0.25, "0.25"),
        (date(2003, 8, 18), "2003-08-18"),
        (datetime.fromisoformat("2003-08-18T14:30"), "2003-08-18 14:30:00"),
        ("as it is ", "as it is "),
        (1e300, "1e+300"),
    ],
)
def test_a_cell_is_shown_as_people_write_it(cell, text):
    assert shown_cell(cell) == text


def test_a_column_is_what_stands_below_its_heading():
    listed = ListFile(name="x.csv", columns=("a", "b"), rows=((1, "x"), (2, None)), numbers=(2, 3))
    assert listed.column(1) == ["x", None]
