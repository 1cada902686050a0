"""import-list says what would come of a list, and does it when told to."""

import csv
import json

import pytest

from casebook.storage.library import Library
from casebook.storage.listing import ListQuery

PROJECTS = """Project;Country;Years;Partners;Notes
Police training;Liberia;2003–2018;ECOWAS, United Nations;
Joint patrols;Ivory Coast;since 2005;ECOWAS;Agreed at a summit
Weapons collection;Libria;2006;United Nations;
"""


@pytest.fixture
def projects(tmp_path, monkeypatch):
    (tmp_path / "projects.csv").write_text(PROJECTS, encoding="utf-8")
    return tmp_path / "projects.csv"


@pytest.fixture
def empty(run, tmp_path):
    run("new", tmp_path / "a.casebook")
    return tmp_path / "a.casebook"


def test_without_do_nothing_is_written(run, projects, empty):
    ran = run("import-list", projects, "--library", empty)
    assert ran.status == 0
    assert ran.out.startswith("2 of 3 rows can come in, 1 refused.\n")
    assert "Row 4: Country: “Libria”" in ran.out and "Notes     →  context" in ran.out
    assert run("list", "--library", empty).out == "No cases.\n"


def test_rows_become_cases_and_refused_ones_a_file(run, projects, empty, tmp_path):
    ran = run(
        *("import-list", projects, "--library", empty, "--map", "Notes=brief", "--map", "Partners="),
        *("--refused", tmp_path / "left.csv", "--do"),
    )
    assert ran.status == 0 and ran.out.startswith("2 of 3 rows imported, 1 refused.\n")
    with Library.open(empty, read_only=True) as library:
        rows = library.cases.page(ListQuery(sort="title", descending=False))
    assert [(row.title, row.brief, row.ref_code) for row in rows] == [
        ("Joint patrols", "Agreed at a summit", "CI-2005-001"),
        ("Police training", "", "LR-2003-001"),
    ]
    with (tmp_path / "left.csv").open(encoding="utf-8", newline="") as file:
        head, left = csv.reader(file)
    assert left[0] == "Weapons collection" and "“Libria”" in left[-1] and len(head) == 6


def test_where_columns_went_is_remembered_and_unknown_words_can_be_left_out(run, projects, empty):
    run("import-list", projects, "--library", empty, "--map", "Notes=brief", "--lenient", "--do")
    told = json.loads(run("import-list", projects, "--library", empty, "--json").out)
    assert told["columns"]["Notes"] == "brief" and told["come_in"] == 3 and told["refused"] == []


def test_rows_become_entries_of_a_case(run, sample_library, tmp_path):
    (tmp_path / "events.csv").write_text("Date,Event\n18 August 2003,Peace signed\nsoon,Elections\n")
    ran = run(
        *("import-list", tmp_path / "events.csv", "--library", sample_library),
        *("--into", "lr-2003-001", "timeline", "--do", "--json"),
    )
    assert json.loads(ran.out)["refused"][0]["row"] == 3
    with Library.open(sample_library, read_only=True) as library:
        case = library.cases.load(library.cases.resolve("LR-2003-001"))
    assert case.timeline[-1].title == "Peace signed" and case.timeline[-1].stamp.created_at


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        (("--map", "Nowhere=title"), "no column “Nowhere”; there are Project, Country"),
        (("--map", "Project=colour"), "no field “colour”"),
        (("--into", "LR-2003-001", "attachments"), "takes no list into “attachments”"),
        (("--into", "XX-1", "timeline"), "No case is called “XX-1”"),
        (("--sheet", "One"), "has no sheets"),
        (("--map", "Project="), "None of the rows can come in"),
    ],
)
def test_what_does_not_fit_is_refused_in_one_sentence(run, projects, sample_library, more, reason):
    ran = run("import-list", projects, "--library", sample_library, *more)
    assert ran.status == 1 and reason in ran.err and len(ran.err.splitlines()) == 1


def test_many_refusals_are_cut_short(run, empty, tmp_path):
    rows = "".join(f"Case {n};Nowhere {n}\n" for n in range(30)) + "Good;Mali\n"
    (tmp_path / "x.csv").write_text("Title;Country\n" + rows)
    out = run("import-list", tmp_path / "x.csv", "--library", empty, "--map", "Country=countries").out
    assert "… and 10 more; --refused FILE writes them all." in out
