"""similar says which cases are alike, and why."""

import json


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
