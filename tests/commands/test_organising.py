"""set: many cases at once, as a plan until it is to be done."""

import json

import pytest

from casebook.storage.library import Library


@pytest.fixture
def facts(sample_library):
    def read(code, field):
        with Library.open(sample_library, read_only=True) as library:
            return getattr(library.cases.load(library.cases.resolve(code)), field)

    return read


def test_without_do_it_is_only_told(sample, facts):
    ran = sample("set", "IQ-2003-001", "--status", "approved", "--add-tag", "Training")
    assert ran.status == 0
    assert "would change: IQ-2003-001  Iraq" in ran.out
    assert "1 would change, 0 so already, 0 refused.\nNothing was changed; give --do to do it.\n" in ran.out
    assert facts("IQ-2003-001", "status") == "in-review"


def test_with_do_it_is_done(sample, facts):
    ran = sample(
        *("set", "IQ-2003-001", "PH-2002-001", "--do", "--status", "archived", "--add-author", "Ama"),
        *("--sensitivity", "partner", "--language", "FR"),
    )
    assert ran.out.endswith("2 changed, 0 so already, 0 refused.\n")
    assert facts("PH-2002-001", "status") == "archived" and facts("IQ-2003-001", "language") == "fr"
    assert "Ama" in facts("IQ-2003-001", "authors")
    assert facts("IQ-2003-001", "sensitivity").key == "partner"


def test_found_by_words_told_as_json(sample):
    told = json.loads(sample("set", "--search", "vanguard", "--trash", "--json").out)
    assert [one["ref_code"] for one in told["change"]] == ["LR-2003-001"]
    assert (told["same"], told["refused"], told["done"]) == ([], [], False)


def test_into_the_trash_where_nothing_else_is_done_and_out_again(sample):
    assert "1 changed" in sample("set", "LR-2003-001", "--trash", "--do").out
    told = json.loads(sample("set", "LR-2003-001", "--language", "fr", "--json").out)
    assert told["refused"][0]["reason"] == "in the Trash; restore them first"
    assert "1 changed" in sample("set", "--search", "vanguard", "--restore", "--do").out


def test_collections_are_named(sample, sample_library):
    with Library.open(sample_library) as library:
        held = library.collections.create("West Africa")
    assert (
        "2 changed"
        in sample("set", "LR-2003-001", "SL-1999-001", "--to-collection", "west africa", "--do").out
    )
    assert "1 changed" in sample("set", "SL-1999-001", "--from-collection", "West Africa", "--do").out
    with Library.open(sample_library, read_only=True) as library:
        assert library.collections.counts() == {held.id: 1}
    assert "no collection “East”" in sample("set", "LR-2003-001", "--to-collection", "East").err


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["--status", "draft"], 2, "Name the cases"),
        (["LR-2003-001"], 2, "Say what is to change"),
        (["LR-2003-001", "--status", "nice"], 1, "no status “nice”"),
        (["LR-2003-001", "--language", "xx"], 1, "no language"),
        (["LR-2003-001", "--trash", "--restore"], 2, "not both"),
        (["XX", "--trash"], 1, "No case is called"),
    ],
)
def test_what_makes_no_sense_is_said(sample, arguments, status, words):
    ran = sample("set", *arguments)
    assert ran.status == status and words in ran.err
