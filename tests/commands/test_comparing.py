"""compare lays cases of a library side by side, for people and for programs."""

import json

import attrs
import pytest

from casebook.domain.comparison import RowState
from casebook.domain.records import Sensitivity
from casebook.storage.library import Library

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
