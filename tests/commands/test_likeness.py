"""similar, duplicates and merge: which cases are alike and why, and two made one."""

import json

from casebook.services.new_cases import copy_case
from casebook.storage.library import Library


def test_similar_lists_the_most_alike_first_with_reasons(sample):
    ran = sample("similar", "lr-2003-001", "--limit", "2")
    lines = ran.out.splitlines()
    assert ran.status == 0 and len(lines) == 2
    assert "SL-1999-001" in lines[0] and "ECOWAS" in lines[0]


def test_similar_as_json(sample):
    found = json.loads(sample("similar", "LR-2003-001", "--json").out)
    assert [one["score"] for one in found] == sorted((one["score"] for one in found), reverse=True)
    assert found[0]["ref_code"] == "SL-1999-001" and found[0]["reasons"]


def test_similar_to_a_case_that_is_not_there(sample):
    ran = sample("similar", "XX-1")
    assert ran.status == 1 and "XX-1" in ran.err


def test_no_duplicates_are_told(sample):
    assert sample("duplicates").out == "No two cases look like the same one.\n"
    assert json.loads(sample("duplicates", "--json").out) == []


def test_duplicates_are_listed_with_their_reasons(sample, sample_library):
    with Library.open(sample_library) as library:
        copy_case(library, library.cases.resolve("LR-2003-001"), "Liberia: West African vanguard, UN mission")
    ran = sample("duplicates")
    assert "LR-2003-001  LR-2003-002" in ran.out and "Liberia" in ran.out
    (pair,) = json.loads(sample("duplicates", "--json").out)
    assert pair["ref_codes"] == ["LR-2003-001", "LR-2003-002"] and not pair["apart"]


def test_a_merge_is_shown_first_and_done_when_asked(sample):
    shown = sample("merge", "LR-2003-001", "sl-1999-001")
    assert "Nothing was changed" in shown.out and "narrative" in shown.out
    assert "SL-1999-001" in sample("list").out
    done = sample("merge", "LR-2003-001", "SL-1999-001", "--prefer", "both", "--do")
    assert done.out == "LR-2003-001 has taken in SL-1999-001, which is in the Trash.\n"
    assert "SL-1999-001" not in sample("list").out and "SL-1999-001" in sample("list", "--trash").out
    told = json.loads(sample("show", "LR-2003-001").out)["case"]["analysis"]
    assert "Also recorded in SL-1999-001:" in told and "- Title: Sierra Leone" in told


def test_the_plan_of_a_merge_as_json(sample):
    rows = json.loads(sample("merge", "LR-2003-001", "SL-1999-001", "--prefer", "other", "--json").out)
    title = next(row for row in rows if row["key"] == "field/title")
    assert title["choice"] == "other" and title["state"] == "differing"
    assert title["other"].startswith("Sierra Leone")


def test_a_case_is_not_merged_with_itself(sample):
    ran = sample("merge", "LR-2003-001", "LR-2003-001", "--do")
    assert ran.status == 1 and "itself" in ran.err
