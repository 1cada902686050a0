import csv

import pytest

from casebook.domain.errors import LibraryError
from casebook.domain.truth_table import truth_table
from casebook.exchange.qca_export import export_qca
from tests.domain.test_qca import FUNDING, GRAVE, WORDING, table
from tests.exchange.test_grid_files import read


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as opened:
        return list(csv.reader(opened))


def test_csv_is_what_r_reads_with_the_codebook_beside_it(tmp_path):
    made = table([FUNDING, GRAVE])
    data, codebook = export_qca(made, None, tmp_path / "qca.csv", WORDING)
    rows = rows_of(data)
    assert rows[0] == ["case", "FUNDING", "GRAVE", "JUSTICE"]
    assert rows[1] == ["LIBERIA", "1", "0.8", "1"]
    assert all(len(row) == 4 for row in rows)
    assert all(name.isalnum() and name.isascii() for name in rows[0])
    assert codebook.name == "qca-codebook.csv"
    assert {row[0] for row in rows_of(codebook)} >= {"FUNDING", "GRAVE", "JUSTICE", "LIBERIA", "MALI"}


def test_xlsx_has_data_codebook_and_truth_table(tmp_path):
    made = table([FUNDING])
    (file,) = export_qca(made, truth_table(made), tmp_path / "qca.xlsx", WORDING)
    sheets, _xml = read(file.read_bytes())
    assert list(sheets) == ["Memberships", "Codebook", "Truth table"]
    assert sheets["Memberships"][1] == [("text", "LIBERIA"), ("number", 1.0), ("number", 1.0)]


def test_nothing_is_written_over(tmp_path):
    (tmp_path / "qca-codebook.csv").write_text("mine", encoding="utf-8")
    with pytest.raises(LibraryError, match="already"):
        export_qca(table([FUNDING]), None, tmp_path / "qca.csv", WORDING)
    assert not (tmp_path / "qca.csv").exists()
