"""Entries bundled and parted as a person decided."""

from casebook.domain.alignment_entries import joined, parted
from casebook.domain.comparison import Decisions


def test_confirmed_pairs_chain():
    bundles = joined("abcd", Decisions(same={("a", "b"), ("c", "b")}))
    assert sorted(map(sorted, bundles)) == [["a", "b", "c"], ["d"]]


def test_a_chain_never_joins_what_was_rejected():
    bundles = joined("abc", Decisions(same={("a", "b"), ("b", "c")}, apart={("a", "c")}))
    assert sorted(map(sorted, bundles)) == [["a", "b"], ["c"]]


def test_pairs_of_other_sections_are_passed_over():
    assert joined("ab", Decisions(same={("a", "x")})) == [["a"], ["b"]]


def test_parting_keeps_the_oldest_where_it_was():
    assert parted([["c"], ["a"], ["b"]], Decisions(apart={("a", "c")})) == [["a", "b"], ["c"]]
    assert parted([["b"], ["a"]], Decisions()) == [["b", "a"]]
