"""search and reindex from a shell."""

import json

import pytest

from casebook.storage.database import connected
from casebook.storage.library import Library


def test_search_finds_places(sample):
    ran = sample("search", "monrovia", "police", "--limit", 5)
    assert ran.status == 0
    assert all(line.startswith("LR-2003-001  ") for line in ran.out.splitlines())
    answer = json.loads(sample("search", "--json", "mosul").out)
    assert answer["read"] == []
    assert answer["count"] == len(answer["cases"])
    first = answer["cases"][0]
    assert first.keys() == {"id", "ref_code", "title", "section", "place"}
    assert first["ref_code"] == "IQ-2003-001"
    assert "«Mosul»" in first["place"]


def test_conditions_and_words_go_together(sample):
    def found(*query):
        return [case["ref_code"] for case in json.loads(sample("search", "--json", *query).out)["cases"]]

    assert found("status:published") == ["LR-2003-001"]
    assert found("country:LR", "police") == ["LR-2003-001"]
    assert found("police", "NOT", "country:LR", "status:published") == []
    assert set(found("year:2015..2020")) >= {"LR-2003-001", "AF-2001-001"}


def test_more_than_are_shown_are_said(sample):
    lines = sample("search", "the", "--limit", 2).out.splitlines()
    assert len(lines) == 3
    assert lines[2].endswith("found; the first 2 are shown.")


def test_how_it_was_read_is_said(sample):
    ran = sample("search", "colour:red")
    assert ran.out.splitlines() == ["“colour:” is no field; it was read as words.", "Nothing found."]
    assert json.loads(sample("search", "--json", "(mosul").out)["read"] == [
        "A bracket was never closed; it was read to the end."
    ]


@pytest.mark.parametrize(
    "query", ["zyzzyva", '"', "NEAR(", "* OR", "'; DROP TABLE cases; --", "\udcff", "status:"]
)
def test_search_for_anything_at_all_is_no_error(sample, query):
    ran = sample("search", "--", query)
    assert (ran.status, ran.err) == (0, "")


def test_a_facet_is_counted(sample):
    ran = sample("search", "police", "--facet", "status")
    assert sum(int(line.split()[-1]) for line in ran.out.splitlines()) == 6
    counts = json.loads(sample("search", "--json", "country:LR", "--facet", "status").out)
    assert counts == {"published": 1}
    unknown = sample("search", "police", "--facet", "colour")
    assert (unknown.status, unknown.out, unknown.err) == (1, "", "There is no facet called “colour”.\n")


def test_reindex_mends_the_index(sample, sample_library):
    before = sample("search", "--json", "mosul").out
    driver = connected(sample_library)
    driver.execute("INSERT INTO word_index (word_index) VALUES ('delete-all')")
    driver.close()
    assert json.loads(sample("search", "--json", "mosul").out)["count"] == 0
    ran = sample("reindex")
    assert ran.status == 0
    assert ran.out.splitlines()[-1] == "The search index was made anew."
    assert sample("search", "--json", "mosul").out == before


def test_reindex_needs_the_library_to_itself(sample, sample_library):
    with Library.open(sample_library, author="Ama"):
        ran = sample("reindex")
        assert ran.status == 1
        assert "Ama" in ran.err
