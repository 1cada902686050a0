import csv
import io
import re
import zipfile
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from casebook.domain.errors import LibraryError
from casebook.domain.grid import DANGEROUS, Grid
from casebook.exchange.grid_files import csv_text, write_grids, xlsx_bytes
from tests.strategies import HOSTILE

SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", " =2", "\t=3", "=cmd|' /C calc'!A0", "-", "+")
GRID = Grid(
    title="Challenges: Category",
    columns=("Case", "=Funding", "Total"),
    rows=(("Liberia", 3, 0.25), ('=HYPERLINK("x")', None, "+"), ("https://example.org", "007", -2)),
)


def read(content):
    """The sheets of a workbook: name and rows of (type, text)."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        strings = [
            "".join(part.text or "" for part in item.iter(f"{SPREADSHEET}t"))
            for item in ET.fromstring(archive.read("xl/sharedStrings.xml"))
        ]
        names = [
            sheet.get("name")
            for sheet in ET.fromstring(archive.read("xl/workbook.xml")).iter(f"{SPREADSHEET}sheet")
        ]
        sheets = {}
        for at, name in enumerate(names, 1):
            tree = ET.fromstring(archive.read(f"xl/worksheets/sheet{at}.xml"))
            assert not list(tree.iter(f"{SPREADSHEET}f"))
            sheets[name] = [
                [
                    ("text", strings[int(cell.find(f"{SPREADSHEET}v").text)])
                    if cell.get("t") == "s"
                    else ("number", float(cell.find(f"{SPREADSHEET}v").text))
                    for cell in row
                    if cell.find(f"{SPREADSHEET}v") is not None
                ]
                for row in tree.iter(f"{SPREADSHEET}row")
            ]
        return sheets, archive.read("xl/worksheets/sheet1.xml").decode()


def test_a_workbook_has_numbers_as_numbers_and_text_as_text():
    sheets, xml = read(xlsx_bytes([GRID]))
    (rows,) = sheets.values()
    assert list(sheets) == ["Challenges Category"]
    assert rows[1] == [("text", "Liberia"), ("number", 3.0), ("number", 0.25)]
    assert rows[2] == [("text", '=HYPERLINK("x")'), ("text", "+")]
    assert rows[3] == [("text", "https://example.org"), ("text", "007"), ("number", -2.0)]
    assert 'topLeftCell="B2"' in xml and "frozen" in xml


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_is_a_formula_in_csv(text):
    grid = Grid(title="x", columns=("a", text), rows=((text, 1),))
    rows = list(csv.reader(io.StringIO(csv_text(grid), newline="")))
    assert rows == [["a", f"'{text}"], [f"'{text}", "1"]]


@given(st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=["Cs"]), max_size=30)))
def test_any_text_survives_csv(text):
    grid = Grid(title="x", columns=("a",), rows=((f"x{text}",),))
    (_head, (cell,)) = list(csv.reader(io.StringIO(csv_text(grid), newline="")))
    assert cell == f"x{text}"
    assert not cell.startswith(DANGEROUS)


@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
)
@example(one="", other="0" * 24 + "\U00010000" * 4)
@example(one="", other="\ufffe")
@example(one="\U00010000" * 20, other="\uffff")
def test_any_title_makes_a_sheet(one, other):
    grids = [Grid(title=title, columns=(other or "a",), rows=((one,),)) for title in (one, one, other)]
    sheets, _xml = read(xlsx_bytes(grids))
    assert len(sheets) == 3
    assert all(1 <= len(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name) for name in sheets)


def test_files_are_written_whole_and_never_over_others(tmp_path):
    target = tmp_path / "table.csv"
    write_grids([GRID], target)
    before = target.read_bytes()
    with pytest.raises(LibraryError, match="already"):
        write_grids([GRID], target)
    assert target.read_bytes() == before
    write_grids([Grid(title="x", columns=("a",), rows=())], target, replace=True)
    assert target.read_bytes() == b"a\r\n"
    assert [file.name for file in tmp_path.iterdir()] == ["table.csv"]


def test_another_ending_and_a_missing_folder_are_told(tmp_path):
    with pytest.raises(LibraryError, match=r"\.csv or \.xlsx"):
        write_grids([GRID], tmp_path / "table.pdf")
    with pytest.raises(LibraryError, match="could not be written"):
        write_grids([GRID], tmp_path / "nowhere" / "table.xlsx")
