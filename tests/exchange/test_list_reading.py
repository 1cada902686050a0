"""A file is known by what is in it."""

import pytest

from casebook.domain.errors import FormatError
from casebook.domain.grid import Grid
from casebook.exchange import list_reading
from casebook.exchange.grid_files import write_grids
from casebook.exchange.list_reading import read_list

GRID = Grid(title="List", columns=("Title", "Country"), rows=(("A", "Mali"), ("B", "Chad")))


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_both_kinds_are_read(tmp_path, ending):
    listed = read_list(write_grids([GRID], tmp_path / f"list{ending}"))
    assert listed.rows == GRID.rows and listed.name == f"list{ending}"
    assert listed.sheets == (("List",) if ending == ".xlsx" else ())


def test_a_wrong_ending_does_not_matter(tmp_path):
    write_grids([GRID], tmp_path / "list.xlsx").rename(tmp_path / "list.csv")
    assert read_list(tmp_path / "list.csv").sheet == "List"


def test_without_headings(tmp_path):
    listed = read_list(write_grids([GRID], tmp_path / "list.csv"), headings=False)
    assert len(listed.rows) == 3 and listed.columns[0] == "Column 1"


def test_older_or_locked_workbooks_are_told_from_damaged_ones(tmp_path):
    (tmp_path / "old.xls").write_bytes(list_reading.OLD_EXCEL + b"rest")
    with pytest.raises(FormatError, match="older Excel or under a password"):
        read_list(tmp_path / "old.xls")


def test_what_cannot_be_read_is_told(tmp_path, monkeypatch):
    with pytest.raises(FormatError, match="could not be read"):
        read_list(tmp_path / "nowhere.csv")
    write_grids([GRID], tmp_path / "list.csv")
    with pytest.raises(FormatError, match="no sheets"):
        read_list(tmp_path / "list.csv", "Sheet1")
    monkeypatch.setattr(list_reading, "LARGEST", 10)
    with pytest.raises(FormatError, match="megabytes"):
        read_list(tmp_path / "list.csv")
