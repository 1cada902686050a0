"""Words, as the index and a query cut them: alike."""

from unicodedata import ucd_3_2_0

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.folding import parted
from casebook.storage.database import connected
from casebook.storage.tables import WORDS
from casebook.storage.words import LONGEST_QUERY, MOST_WORDS, beginning, cut, side_by_side, words_in
from tests.strategies import HOSTILE


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Co-operation l’Afrique x_y, 3.5!", ("co", "operation", "l", "afrique", "x", "y", "3", "5")),
        ("E\u0301vian ÉVIAN", ("evian", "evian")),
        ("维持和平PKO", ("维", "持", "和", "平", "pko")),
        ("साझेदारी की", ("साझेदारी", "की")),
        ("الشراكة", ("ال", "شراكه")),
        ("الشَّراكَةُ", ("ال", "شراكه")),
        ("\u0301 ? \x00 \ud800", ()),
        ("", ()),
    ],
)
def test_a_text_is_cut(text, words):
    assert cut(text) == words


def test_a_query_is_cut_short():
    assert words_in("a b a") == ("a", "b")
    assert len(words_in(" ".join(f"w{number}" for number in range(99)))) == MOST_WORDS
    assert all(len(word) < LONGEST_QUERY + 1 for word in words_in("w" * 999))
    assert beginning("pol") == '"pol"*'
    assert side_by_side(("joint", "cell"), whole=True) == '"joint cell"'


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    driver = connected(tmp_path_factory.mktemp("words") / "words.db", mode="rwc")
    driver.execute(WORDS)
    yield driver
    driver.close()


# SQLite's tokenizer knows the letters of Unicode 6.1, so none of a script that came later, such as Adlam.
KNOWN = st.characters(exclude_categories=("Cs", "Cn"), exclude_characters="\x00").filter(
    lambda one: ucd_3_2_0.category(one) != "Cn"
)


@given(st.sampled_from(HOSTILE) | st.text(KNOWN, max_size=20))
def test_every_word_of_a_text_is_found_by_the_index(index, text):
    index.execute("DELETE FROM word_index WHERE rowid = 1")
    index.execute("INSERT INTO word_index (rowid, words) SELECT 1, folded(?)", (parted(text),))
    for word in cut(text):
        for asked in (beginning(word), f'"{word}"'):
            found = index.execute("SELECT rowid FROM word_index WHERE word_index MATCH ?", (asked,))
            assert found.fetchall() == [(1,)]
