"""list, show and check answer people and programs, and change nothing."""

import json

from casebook.domain.case import Case
from casebook.exchange.case_json import case_text
from casebook.exchange.case_reading import read_bytes
from casebook.services.case_notes import CaseNote, add_note, settle
from casebook.storage.library import Library


def test_list_shows_a_line_for_each_case(sample):
    ran = sample("list", "--sort", "title")
    lines = ran.out.splitlines()
    assert ran.status == 0
    assert len(lines) == 6
    assert lines[0].startswith("AF-2001-001  20 December 2001 – 30 August 2021")
    assert lines[2].endswith("Liberia: from West African vanguard to United Nations mission, 2003–2018")
    assert "published" in lines[2]


def test_list_as_json_has_every_column(sample):
    rows = json.loads(sample("list", "--json", "--sort", "reference").out)
    assert [row["ref_code"] for row in rows][:2] == ["AF-2001-001", "IQ-2003-001"]
    assert rows[1]["countries"] == ["IQ"]
    assert 0 < rows[1]["completeness"] <= 100


def test_list_narrows_by_words_and_looks_into_the_trash(sample, sample_library):
    assert len(sample("list", "--text", "vanguard").out.splitlines()) == 1
    assert sample("list", "--trash").out == "No cases.\n"
    with Library.open(sample_library) as library:
        library.cases.trash(library.cases.resolve("IQ-2003-001"))
    assert "IQ-2003-001" in sample("list", "--trash").out
    assert "IQ-2003-001" not in sample("list").out


def test_list_reads_all_pages(run, tmp_path, monkeypatch):
    monkeypatch.setattr("casebook.commands.looking.PAGE", 3)
    with Library.create(tmp_path / "a.casebook") as library:
        library.cases.add_all([Case(title=f"Case {number}") for number in range(8)])
    assert len(run("list", "--library", tmp_path / "a.casebook").out.splitlines()) == 8


def test_show_prints_the_case_as_it_would_be_imported(sample, sample_library):
    ran = sample("show", "lr-2003-001")
    with Library.open(sample_library, read_only=True) as library:
        case = library.cases.load(library.cases.resolve("LR-2003-001"))
    assert ran.status == 0
    assert ran.out == case_text(case)
    assert read_bytes(ran.out.encode()) == (case,)
    assert sample("show", case.id).out == ran.out


def test_show_of_a_case_nobody_knows_is_refused(sample):
    ran = sample("show", "XX-1")
    assert (ran.status, ran.out, ran.err) == (1, "", "No case is called “XX-1”.\n")


def test_check_says_what_is_lacking_and_how_to_mend_it(sample):
    ran = sample("check", "LR-2003-001")
    assert ran.status == 0
    assert "LR-2003-001  lessons: The lesson “" in ran.out
    assert "lacks its recommendation. Write the missing part" in ran.out
    *lines, last = ran.out.splitlines()
    advice = sum(": Advice. " in line for line in lines)
    assert 0 < advice < len(lines)
    assert last == f"{len(lines) - advice} to fix before review, {advice} advice."


def test_check_of_all_as_json_points_at_record_and_field(sample):
    found = json.loads(sample("check", "--json").out)
    assert len({finding["case"] for finding in found}) > 3
    assert {"case", "rule", "binding", "section", "record_id", "field", "message", "mend"} == set(found[0])


def test_check_is_strict_when_asked(run, sample, tmp_path):
    assert sample("check", "LR-2003-001", "--strict").status == 1
    Library.create(tmp_path / "empty.casebook").close()
    ran = run("check", "--strict", "--library", tmp_path / "empty.casebook")
    assert (ran.status, ran.out) == (0, "Nothing found.\n")


def test_looking_is_possible_while_a_window_has_the_library_open(sample, sample_library):
    with Library.open(sample_library, author="Ama Mensah"):
        assert sample("list").status == 0
        assert sample("show", "LR-2003-001").status == 0


def test_notes_tells_what_reviewers_ask(sample, sample_library):
    assert sample("notes").out == "No notes.\n"
    with Library.open(sample_library, author="Ama Mensah") as library:
        iraq, liberia = (library.cases.resolve(code) for code in ("IQ-2003-001", "LR-2003-001"))
        add_note(library, CaseNote(case_id=iraq, text="Which year?", about="Period"))
        settle(library, add_note(library, CaseNote(case_id=liberia, text="Who led?")))
    lines = sample("notes").out.splitlines()
    assert lines[0].split() == ["IQ-2003-001", "open", "Ama", "Mensah", "Period:", "Which", "year?"]
    assert lines[1].startswith("LR-2003-001  done")
    (asked,) = json.loads(sample("notes", "IQ-2003-001", "--json").out)
    assert (asked["case"], asked["text"], asked["done"]) == ("IQ-2003-001", "Which year?", False)


def test_list_is_written_as_a_table_and_never_over_a_file(run, sample_library, tmp_path):
    ran = run("list", "--library", sample_library, "--sort", "title", "--to", tmp_path / "out.csv")
    assert ran.out == f"6 cases are listed in {tmp_path / 'out.csv'}.\n"
    lines = (tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("Reference,Title,Brief,Countries") and lines[1].startswith("AF-2001-001,")
    again = run("list", "--library", sample_library, "--to", tmp_path / "out.csv")
    assert again.status == 1 and "already" in again.err
