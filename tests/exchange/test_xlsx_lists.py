"""Workbooks are read as values; hostile ones are refused."""

import io
import zipfile
from datetime import date, datetime

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.domain.errors import FormatError
from casebook.domain.grid import Grid
from casebook.exchange.grid_files import xlsx_bytes
from casebook.exchange.xlsx_lists import LARGEST_INSIDE, read_xlsx


def workbook(fill):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        fill(book)
    return out.getvalue()


def projects(book):
    sheet = book.add_worksheet("Projects")
    sheet.write_row(0, 0, ["Title", "Start", "Signed", "People", "Share", "Sum"])
    sheet.write_row(1, 0, ["Training", 2003])
    sheet.write_datetime(
        1, 2, datetime.fromisoformat("2003-08-18"), book.add_format({"num_format": "dd/mm/yyyy"})
    )
    sheet.write_datetime(
        2, 2, datetime.fromisoformat("2003-08-18T14:30"), book.add_format({"num_format": "dd/mm hh:mm"})
    )
    sheet.write_number(1, 3, 1234.5)
    sheet.write_boolean(1, 4, True)
    sheet.write_formula(1, 5, "=1+1", None, 2)
    other = book.add_worksheet("Other")
    other.write_row(3, 0, ["Only", "here"])
    other.write_row(4, 0, ["a", "b"])
    book.add_worksheet("Secret").hide()


def test_cells_keep_what_they_are():
    listed = read_xlsx("list.xlsx", workbook(projects))
    assert listed.rows[0] == ("Training", 2003, date(2003, 8, 18), 1234.5, True, 2)
    assert listed.rows[1][2] == datetime.fromisoformat("2003-08-18T14:30")
    assert (listed.sheet, listed.sheets) == ("Projects", ("Projects", "Other"))


def test_another_sheet_is_chosen_by_name():
    listed = read_xlsx("list.xlsx", workbook(projects), "Other")
    assert listed.columns == ("Only", "here") and listed.numbers == (5,)
    with pytest.raises(FormatError, match="no sheet called “Secret”"):
        read_xlsx("list.xlsx", workbook(projects), "Secret")


def test_a_cell_at_the_far_end_takes_no_memory_and_is_told():
    def far(book):
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["a", "b"])
        sheet.write_row(1, 0, ["1", "2"])
        sheet.write(5, 16_383, "far")

    listed = read_xlsx("x.xlsx", workbook(far))
    assert listed.rows == (("1", "2"),) and "right of column 200" in listed.note


def rezipped(data, **parts):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.get(name, old.read(name)))
    return out.getvalue()


def test_a_bomb_is_not_opened():
    bomb = io.BytesIO()
    with (
        zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed,
        packed.open("xl/worksheets/sheet1.xml", "w") as part,
    ):
        for _ in range(LARGEST_INSIDE // (8 << 20) + 1):
            part.write(b"\0" * (8 << 20))
    with pytest.raises(FormatError, match="unpacks to more"):
        read_xlsx("bomb.xlsx", bomb.getvalue())


def test_entities_are_not_expanded_into_anything():
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    hostile = (
        f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">{lol}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><t>&f;&l9;</t></is></c></row></sheetData></worksheet>'
    )
    data = rezipped(workbook(lambda book: book.add_worksheet()), **{"xl/worksheets/sheet1.xml": hostile})
    try:
        listed = read_xlsx("x.xlsx", data)
    except FormatError:
        return
    assert "root" not in str(listed.rows) and len(str(listed.rows)) < 10_000


@pytest.mark.parametrize("data", [b"PK\x03\x04 nothing", b"PK", workbook(projects)[:900]])
def test_what_is_damaged_is_refused_in_words(data):
    with pytest.raises(FormatError, match=r"x\.xlsx.*damaged"):
        read_xlsx("x.xlsx", data)


@settings(max_examples=25)
@given(st.integers(0, 5000), st.binary(min_size=1, max_size=4))
def test_bytes_changed_anywhere_are_read_or_refused(at, patch):
    data = bytearray(WHOLE)
    data[at % len(data) : at % len(data) + len(patch)] = patch
    try:
        listed = read_xlsx("x.xlsx", bytes(data))
    except FormatError:
        return
    assert listed.columns


def test_what_is_written_reads_back():
    grid = Grid(
        title="List",
        columns=("Title", "Number", "Day"),
        rows=(("=1+1", 3, date(2003, 8, 18)), ("plain", 0.5, date(1899, 1, 2))),
    )
    listed = read_xlsx("x.xlsx", xlsx_bytes([grid]))
    assert listed.rows == (("=1+1", 3, date(2003, 8, 18)), ("plain", 0.5, "1899-01-02"))


WHOLE = workbook(projects)
