import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.ui.compare.plain_prose import LONGEST, plain_prose


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("**Vanguard**, then *re-hatting*.", "Vanguard, then re-hatting."),
        ("## Lift\n\n- one\n* two", "Lift\n\n• one\n• two"),
        ("> said [so](https://example.org) [@malan2003]", "said so [@malan2003]"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        ("", ""),
    ],
)
def test_the_signs_go_and_the_words_stay(text, words):
    assert plain_prose(text) == words


@given(st.text(max_size=300))
def test_any_text_can_be_read(text):
    assert len(plain_prose(text)) <= len(text) + 2


def test_a_very_long_text_is_cut():
    assert plain_prose("a " * LONGEST).endswith(" …")
    assert len(plain_prose("*" * 100_000)) <= LONGEST + 2
