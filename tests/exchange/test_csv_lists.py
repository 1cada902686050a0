"""CSV is read whoever wrote it."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.errors import FormatError
from casebook.domain.grid import Grid
from casebook.exchange.csv_lists import read_csv
from casebook.exchange.grid_files import csv_text

ROWS = [
    ["Titel", "Land", "Notiz"],
    ["Übung; mit Komma, ja", "Côte d’Ivoire", "zwei\nZeilen"],
    ["B", "Mali", ""],
]


def written(delimiter):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(ROWS)
    return out.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_any_encoding_and_any_sign_between_cells(delimiter, encoding):
    listed = read_csv("liste.csv", written(delimiter).encode(encoding))
    assert listed.columns == ("Titel", "Land", "Notiz")
    assert listed.rows[0] == ("Übung; mit Komma, ja", "Côte d’Ivoire", "zwei\nZeilen")
    assert listed.rows[1] == ("B", "Mali", None)
    assert bool(listed.note) == (encoding == "cp1252")


@pytest.mark.parametrize("first", ["sep=;\r\n", '"sep=;"\n', "SEP=;\n"])
def test_the_sign_that_excel_names_is_taken(first):
    assert read_csv("x.csv", f"{first}a,b;c\n1,2;3\n".encode()).columns == ("a,b", "c")


def test_one_column_is_a_list_too():
    assert read_csv("x.csv", b"Title\nA case\nAnother, with a comma\n").rows[0] == ("A case",)


@pytest.mark.parametrize(
    "data", [b"a,b\n1,\x00\n", b"\x89PNG\r\n\x1a\n\x00\x00", b"\x81\x8d\x8f\x90", b"", b"\n\n"]
)
def test_what_is_no_table_is_refused_in_words(data):
    with pytest.raises(FormatError, match=r"x\.csv"):
        read_csv("x.csv", data)


def test_a_quotation_that_never_ends_is_refused():
    with pytest.raises(FormatError, match="quotation mark"):
        read_csv("x.csv", b'a,b\n"' + b"x" * 300_000)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data):
    try:
        listed = read_csv("x.csv", data)
    except FormatError:
        return
    assert all(len(row) == len(listed.columns) for row in listed.rows)


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20).filter(
    lambda text: text.strip() and not text.startswith("'")
)


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=6))
def test_what_is_written_safely_reads_back_as_it_was(rows):
    grid = Grid(title="x", columns=("one", "two"), rows=tuple(rows))
    assert read_csv("x.csv", csv_text(grid).encode()).rows == tuple(rows)
