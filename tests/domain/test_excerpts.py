"""Excerpts: what is marked is what was found, and nothing is said that is not there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.excerpts import AROUND, ELLIPSIS, Matcher
from casebook.domain.folding import PARTED, folded, parted
from casebook.domain.wanted import HasWords
from casebook.storage.words import cut


def marked(query, text, *, whole=False):
    """What is marked of a text as a library keeps it."""
    kept = parted(text)
    spans = Matcher([HasWords(cut(query), whole=whole)]).spans(kept)
    return [kept[start:end].replace(PARTED, "") for start, end in spans]


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("pol", "Police and politics, spoliation", ["Police", "politics"]),
        ("joint cell", "The joint, cells of a joint cell", ["joint, cells", "joint cell"]),
        ("cafe", "Straße am cafe\u0301 dort", ["cafe\u0301"]),
        ("strasse", "Die Straße hier", ["Straße"]),
        ("office", "An oﬃce", ["oﬃce"]),
        ("lait", "ß e\u0301 ß e\u0301 lait", ["lait"]),
        ("evian", "in E\u0301vian today", ["E\u0301vian"]),
        ("1", "½ cup", ["½"]),
        ("维持和平", "联合国维持和平行动", ["维持和平"]),
        ("和平", "和平,维持和平", ["和平", "和平"]),
        ("กองทัพ", "พันธมิตรกองทัพไทย", ["กองทัพ"]),
        ("साझे", "हमारी साझेदारी की", ["साझेदारी"]),
        ("दारी", "साझेदारी", []),
        ("شراكة", "هذه الشراكة العسكرية", ["شراكة"]),
        ("القران", "في القُرآن كلام", ["القُرآن"]),
        ("елка", "Ёлка стоит", ["Ёлка"]),
        ("y", "x_yes y", ["yes", "y"]),
        ("a", "\x00", []),
    ],
)
def test_what_is_marked_is_the_match(query, text, found):
    assert marked(query, text) == found


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("joint cell", "joint cells", []),
        ("joint cell", "x_joint_cell_y", ["joint_cell"]),
        ("साझ", "साझे", []),
        ("साझे", "साझे में", ["साझे"]),
    ],
)
def test_a_phrase_ends_where_a_word_ends(query, text, found):
    assert marked(query, text, whole=True) == found


WORDS = (
    "Straße",
    "cafe\u0301",
    "oﬃce",
    "Évian",
    "维持和平",
    "ガイド",
    "گفتگو",
    "الشراكة",
    "साझेदारी",
    "co-op",
    "½",
    "İki",
    "x\u200by",
    "plain",
)
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map(" ".join)


@given(text=TEXTS, word=st.sampled_from(WORDS), whole=st.booleans())
def test_it_is_the_text_itself_with_the_match_in_it(text, word, whole):
    kept = parted(text)
    words = cut(word)
    parts = Matcher([HasWords(words, whole=whole)]).excerpt(kept)
    said = "".join(part for part, _match in parts).strip(ELLIPSIS)
    assert said in text.replace(PARTED, "")
    assert len(said) <= 6 * AROUND
    hits = [part for part, match in parts if match]
    assert bool(hits) == (words in [cut(kept)[at : at + len(words)] for at in range(len(kept))])
    for hit in hits:
        assert "".join(cut(hit)) == "".join(words)


@given(st.text(max_size=30), st.text(max_size=4))
def test_no_text_is_too_odd(text, query):
    kept = parted(text.replace("\x00", ""))
    matcher = Matcher([HasWords(cut(query))])
    for start, end in matcher.spans(kept):
        assert 0 <= start < end <= len(kept)
    assert (matcher.best([kept]) == 0) == bool(matcher.spans(kept))


def test_the_passage_with_most_of_the_words_is_best_the_first_of_two():
    matcher = Matcher([HasWords(("truce",)), HasWords(("coast",))])
    assert matcher.best(["no", "a truce", "a truce on the coast", "coast, truce"]) == 2
    assert matcher.best(["nothing", ""]) == -1
    assert matcher.best([]) == -1
    assert Matcher([HasWords(())]).best(["a"]) == -1


def test_a_long_text_is_cut_at_a_word_and_markdown_is_not_shown():
    text = "first " * 50 + "## **truce** held\n" + "last " * 90
    parts = Matcher([HasWords(("truce",))]).excerpt(text)
    assert parts[0] == (ELLIPSIS, False)
    assert parts[1][0].startswith("first ")
    assert ("truce", True) in parts
    assert "*" not in "".join(part for part, _match in parts)
    assert parts[-1] == (ELLIPSIS, False)
    assert folded(text)[:5] == "first"
