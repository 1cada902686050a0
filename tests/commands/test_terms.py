"""terms lists the word lists and their words, with what a library has of its own."""

import json

from casebook.domain.word_list import WordList
from casebook.services.own_terms import keep_additions, shipped_vocabularies
from casebook.storage.library import Library


def test_the_lists_there_are(run):
    ran = run("terms")
    assert ran.status == 0
    assert any(line.split()[:2] == ["challenge", "36"] for line in ran.out.splitlines())
    (era,) = [one for one in json.loads(run("terms", "--json").out) if one["list"] == "era"]
    assert (era["title"]["en"], era["terms"]) == ("Eras", 3)


def test_the_terms_of_a_list_stand_below_each_other(run):
    lines = run("terms", "challenge").out.splitlines()
    assert lines[0].startswith("divergent-national-interests ")
    assert lines[1].split() == ["mandate-gap", "Mandate", "gap"] and lines[1].startswith("  ")


def test_a_library_has_its_own_words_and_retires_others(sample, sample_library):
    words, _made = WordList(shipped=shipped_vocabularies()["challenge"]).adding("Convoys", "en")
    words = words.retiring("funding", "overload")
    with Library.open(sample_library) as library:
        keep_additions(library, "challenge", words.more)
    out = sample("terms", "challenge").out
    assert "Convoys (added here)" in out and "Funding (no longer offered; use overload)" in out
    told = {one["id"]: one for one in json.loads(sample("terms", "challenge", "--json").out)}
    assert told["convoys"]["own"] and not told["funding"]["own"]
    assert told["funding"]["deprecated_by"] == "overload"
    assert told["mandate-gap"]["broader"] == "divergent-national-interests"


def test_an_unknown_list_is_refused_in_a_sentence(run):
    ran = run("terms", "nonsense")
    assert (ran.status, ran.out) == (1, "") and "nonsense" in ran.err
