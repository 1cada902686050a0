"""What is said of the places found."""

from casebook.domain.case import new_case
from casebook.domain.find_in_case import occurrences
from casebook.domain.replace_in_case import replacing
from casebook.domain.text_search import Wanted
from casebook.ui.write.find_words import count_words, note_words

CASE = new_case(title="red", brief="red " * 71, context="red [@red]")
FOUND = occurrences(CASE, Wanted(text="red"))


def test_one_and_many_are_said_rightly(qapp):
    assert count_words((), 0, None) == "Nothing found."
    assert count_words(FOUND[:1], 1, None) == "1 place in 1 entry"
    assert count_words(FOUND, len(FOUND), None) == f"{len(FOUND)} places in 1 entry"
    assert count_words(FOUND, 50, None).endswith("Look for more letters, or in fewer sections.")


def test_what_is_out_of_the_ordinary_is_told(qapp):
    assert note_words(FOUND, None, False) == ""
    outcome = replacing(CASE, FOUND, "green")
    assert count_words(FOUND, len(FOUND), outcome).endswith(f"{len(FOUND) - 1} chosen")
    assert note_words(FOUND, outcome, False) == (
        "Keys, addresses and codes stay: 1. Some texts grow longer than is advised: 1."
    )
    assert note_words(FOUND[:1], replacing(CASE, FOUND[:1], ""), True) == (
        "This library is open for reading only. Cannot be replaced: 1. Each says why."
    )
