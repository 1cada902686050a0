"""compare lays cases of a library side by side, for people and for programs."""

import json

import attrs
import pytest

from casebook.domain.comparison import RowState
from casebook.domain.records import Sensitivity
from casebook.domain.synthesis import ComparedCase, Finding, Synthesis
from casebook.services.comparing import usual_wording
from casebook.services.searches import SavedSearch, keep_search
from casebook.storage.library import Library
from tests.strategies import VOCABULARIES

TWO = ("LR-2003-001", "SL-1999-001")


def test_json_has_rows_with_a_cell_for_each_case(sample):
    ran = sample("compare", *TWO, "IQ-2003-001", "--json")
    made = json.loads(ran.out)
    assert ran.status == 0
    assert [case["ref_code"] for case in made["cases"]] == [*TWO, "IQ-2003-001"]
    assert {row["state"] for row in made["rows"]} <= {state.value for state in RowState}
    assert all({"section", "field", "label", "state", "cells"} <= row.keys() for row in made["rows"])
    assert {len(row["cells"]) for row in made["rows"]} == {3}
    states = {row["label"]: row["state"] for row in made["rows"] if row["section"] == "frameworks"}
    assert states["Security sector reform"] == "shared"


def test_only_differences_leaves_out_what_is_the_same(sample):
    rows = json.loads(sample("compare", *TWO, "--only-differences", "--json").out)["rows"]
    assert {row["state"] for row in rows} == {"unique", "differing"}
    assert json.loads(sample("compare", TWO[0], TWO[0], "--only-differences", "--json").out)["rows"] == []
    assert sample("compare", TWO[0], TWO[0], "--only-differences").out == "No rows.\n"


def test_the_table_can_be_read(sample):
    lines = sample("compare", *TWO).out.splitlines()
    head = next(line for line in lines if "Frameworks used" in line)
    assert head.split("  ")[-1].strip() == "SL-1999-001"
    shared = next(line for line in lines if "Protection of Civilians" in line)
    assert shared.startswith("shared")
    assert shared.count("A1 Protection of Civilians") == 2
    assert any("Part of case" in line and "not applicable" in line for line in lines)
    assert max(map(len, lines)) < 160


def test_an_audience_sees_no_more_than_it_may(sample, sample_library):
    whole = json.loads(sample("compare", *TWO, "--json").out)
    public = json.loads(sample("compare", *TWO, "--audience", "public", "--json").out)
    notes = {row["key"]: row["cells"][0] for row in whole["rows"]}["overview/consent_notes"]
    hidden = {row["key"]: row["cells"][0] for row in public["rows"]}["overview/consent_notes"]
    assert notes["text"]
    assert (hidden["text"], hidden["absence"]) == ("", "withheld")
    with Library.open(sample_library) as library:
        case = library.cases.load(library.cases.resolve(TWO[0]))
        library.cases.save(case, attrs.evolve(case, sensitivity=Sensitivity.INTERNAL))
    refused = sample("compare", *TWO, "--audience", "public")
    assert (refused.status, refused.out) == (1, "")
    assert "above the audience" in refused.err


@pytest.mark.parametrize(("names", "status"), [(("LR-2003-001",), 2), ((), 2), (("LR-2003-001", "XX-1"), 1)])
def test_too_few_or_unknown_cases_are_refused(sample, names, status):
    ran = sample("compare", *names)
    assert (ran.status, ran.out) == (status, "")


@pytest.mark.parametrize("ending", ["html", "xlsx"])
def test_a_file_is_written_once_and_never_over_another(sample, tmp_path, ending):
    target = tmp_path / f"two.{ending}"
    ran = sample("compare", *TWO, "--to", str(target))
    assert (ran.status, ran.out) == (0, f"{target}\n") and target.stat().st_size > 5_000
    again = sample("compare", *TWO, "--to", str(target))
    assert again.status == 1 and "is there already" in again.err
    assert sample("compare", *TWO, "--format", ending).status == 2


def test_a_file_is_for_the_public_unless_it_is_said(sample, sample_library, tmp_path):
    with Library.open(sample_library) as library:
        case = library.cases.load(library.cases.resolve(TWO[0]))
        library.cases.save(case, attrs.evolve(case, sensitivity=Sensitivity.PARTNER), None)
    refused = sample("compare", *TWO, "--to", str(tmp_path / "a.xlsx"))
    assert refused.status == 1 and not (tmp_path / "a.xlsx").exists()
    assert sample("compare", *TWO, "--audience", "partner", "--to", str(tmp_path / "a.xlsx")).status == 0


def test_a_kept_comparison_is_named_instead_of_its_cases(sample, sample_library, tmp_path):
    with Library.open(sample_library) as library:
        ids = [library.cases.resolve(name) for name in TWO]
        kept = Synthesis(
            name="Neighbours",
            cases=tuple(ComparedCase(id=case_id) for case_id in ids),
            findings={"overview/scope": Finding(text="Both national.")},
        )
        library.shelf.put("comparison", kept.name, kept.plain())
    made = json.loads(sample("compare", "--saved", "Neighbours", "--json").out)
    assert [case["ref_code"] for case in made["cases"]] == list(TWO)
    target = tmp_path / "paper.html"
    assert sample("compare", "--saved", "Neighbours", "--to", str(target)).status == 0
    assert "Both national." in target.read_text(encoding="utf-8")
    with Library.open(sample_library, read_only=True) as library:
        noted = library.exports.latest()
        assert {one.ref_code for one in noted} == set(TWO) and noted[0].template == "comparison-paper"
    assert "no comparison called “Nobody”" in sample("compare", "--saved", "Nobody").err
    assert sample("compare", *TWO, "--saved", "Neighbours").status == 2


def test_the_cases_of_a_saved_search(sample, sample_library):
    with Library.open(sample_library) as library:
        search = keep_search(library, SavedSearch(name="Peacekeeping", text="peacekeep"))
        found = library.cases.ids(search.asked_by("anybody", library, usual_wording(VOCABULARIES)))
    made = json.loads(sample("compare", "--search", "peacekeeping", "--json").out)
    assert [case["id"] for case in made["cases"]] == found
    assert len(found) > 1
    refused = sample("compare", "--search", "no such", "--json")
    assert refused.status == 1
    assert "no such" in refused.err
    assert sample("compare", TWO[0], "--search", "peacekeeping").status == 2
