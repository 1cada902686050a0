"""collections and tags: told, and made."""

import json

from casebook.services.tags import keep_colours
from casebook.storage.library import Library


def test_collections_are_made_and_listed_with_their_cases(sample):
    assert sample("collections").out == "No collections.\n"
    sample("collections", "--new", "Africa")
    assert sample("collections", "--new", "West", "--in", "africa").out == "0  Africa\n0    West\n"
    sample("set", "LR-2003-001", "--to-collection", "West", "--do")
    told = json.loads(sample("collections", "--json").out)
    assert [(one["name"], one["cases"]) for one in told] == [("Africa", 1), ("West", 1)]
    assert told[1]["in"] == told[0]["id"]


def test_names_that_are_not_there_or_twice_are_said(sample):
    assert "no collection “Asia”" in sample("collections", "--new", "x", "--in", "Asia").err
    for _time in range(2):
        sample("collections", "--new", "Twice")
    assert "More than one" in sample("set", "LR-2003-001", "--to-collection", "twice").err
    assert sample("collections", "--in", "Twice").status == 2


def test_tags_are_listed_with_counts_and_colours(sample, sample_library):
    sample("set", "LR-2003-001", "IQ-2003-001", "--add-tag", "Training course", "--do")
    with Library.open(sample_library) as library:
        keep_colours(library, {"Training course": "teal"})
    told = {one["tag"]: one for one in json.loads(sample("tags", "--json").out)}
    assert told["Training course"] == {"tag": "Training course", "cases": 2, "colour": "teal"}
    assert "2  teal  Training course" in sample("tags").out


def test_without_any_it_says_so(run, tmp_path):
    Library.create(tmp_path / "a.casebook").close()
    assert run("tags", "--library", tmp_path / "a.casebook").out == "No tags.\n"
