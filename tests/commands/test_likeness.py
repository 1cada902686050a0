"""similar and duplicates say which cases are alike, and why."""

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
