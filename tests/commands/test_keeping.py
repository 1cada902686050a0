"""new, import and backup make and keep libraries, and refuse in one sentence."""

import json

import pytest

from casebook.domain.case import Case
from casebook.exchange.case_json import case_text
from casebook.paths import resources
from casebook.storage.library import Library
from casebook.storage.listing import ListQuery


def test_new_makes_an_empty_library(run, tmp_path):
    ran = run("new", tmp_path / "field")
    assert (ran.status, ran.out) == (0, f"Made {tmp_path / 'field.casebook'}.\n")
    assert run("list", "--library", tmp_path / "field.casebook").out == "No cases.\n"


def test_new_with_sample_and_passphrase(run, tmp_path):
    (tmp_path / "secret").write_text("correct horse\n", encoding="utf-8")
    path = tmp_path / "a.casebook"
    options = ("--passphrase-file", tmp_path / "secret")
    assert run("new", path, "--sample", *options).status == 0
    assert Library.is_encrypted(path)
    assert len(run("list", "--library", path, *options).out.splitlines()) == 6
    without = run("list", "--library", path)
    assert without.status == 1
    assert len(without.err.splitlines()) == 1


@pytest.mark.parametrize("more", [[], ["--sample"]])
def test_new_leaves_a_file_that_is_there(run, tmp_path, more):
    (tmp_path / "a.casebook").write_text("mine", encoding="utf-8")
    ran = run("new", tmp_path / "a.casebook", *more)
    assert ran.status == 1
    assert "already" in ran.err
    assert (tmp_path / "a.casebook").read_text(encoding="utf-8") == "mine"


def test_import_of_a_folder_and_again(run, tmp_path):
    path = tmp_path / "a.casebook"
    run("new", path)
    folder = resources() / "sample"
    assert run("import", "--library", path, folder).out == "6 imported.\n"
    assert run("import", "--library", path, folder).out == "0 imported, 6 already there.\n"
    assert run("check", "LR-2003-001", "--library", path).status == 0


def test_import_refuses_a_bad_file_and_takes_the_good_ones(run, tmp_path):
    path = tmp_path / "a.casebook"
    run("new", path)
    (tmp_path / "good.json").write_text(case_text(Case(title="Good")), encoding="utf-8")
    (tmp_path / "bad.json").write_text('{"format": "casebook.case/1", "case": {}}', encoding="utf-8")
    ran = run("import", "--library", path, tmp_path / "good.json", tmp_path / "bad.json")
    assert ran.status == 1
    assert ran.err == "1 imported, 1 refused: bad.json: case: “id” is missing.\n"
    assert ran.out == ""
    with Library.open(path) as library:
        assert library.cases.count(ListQuery()) == 1


def test_import_as_json_lists_what_came(run, tmp_path):
    run("new", tmp_path / "a.casebook")
    case = Case(title="Good")
    (tmp_path / "good.json").write_text(case_text(case), encoding="utf-8")
    ran = run("import", "--json", "--library", tmp_path / "a.casebook", tmp_path / "good.json")
    assert json.loads(ran.out)["ids"] == [case.id]


def test_import_while_a_window_has_the_library_open_is_refused(sample, sample_library):
    with Library.open(sample_library, author="Ama Mensah"):
        ran = sample("import", resources() / "sample")
    assert ran.status == 1
    assert "Ama Mensah" in ran.err


def test_backup_is_a_library_and_never_replaces_unasked(run, sample, tmp_path):
    copy = tmp_path / "copy.casebook"
    assert sample("backup", "--to", copy).out == f"Copied to {copy}.\n"
    assert len(run("list", "--library", copy).out.splitlines()) == 6
    again = sample("backup", "--to", copy)
    assert again.status == 1
    assert "already" in again.err
    assert sample("backup", "--to", copy, "--replace").status == 0
