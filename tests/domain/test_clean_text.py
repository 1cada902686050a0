"""Text from outside comes in as text and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.clean_text import LONGEST, cleaned, one_line


def test_control_and_invisible_characters_go_but_scripts_keep_their_joiners():
    assert cleaned("a\x00b\x1b[31m\u200bc\u202ed\ufeff") == "ab[31mcd"
    assert cleaned("می\u200cخواهم") == "می\u200cخواهم"
    assert cleaned("one\r\ntwo\u2028three\u00a0four") == "one\ntwo\nthree\u00a0four"


def test_one_line():
    assert one_line("  two\n words\t here ", 100) == "two words here"
    assert one_line("x" * 50, 10) == "x" * 10


def test_nothing_is_endless():
    assert len(cleaned("x" * (LONGEST + 5))) == LONGEST


@given(st.text())
def test_cleaning_twice_changes_nothing(text):
    assert cleaned(cleaned(text)) == cleaned(text)
