import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from casebook.publishing.charts.lettering import ELLIPSIS, LONGEST, cut, lines, width

WORDS = st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), max_size=80)


def test_widths_are_those_of_the_font():
    # Noto Sans has 0.57 em for a digit, 0.94 for m, 0.26 for i.
    assert width("0", 100) == 57 and width("mi", 10) == 12
    assert width("安", 11) == 11 and width("e\u0301", 10) == width("e", 10)


def test_what_fits_stays_and_what_does_not_ends_in_an_ellipsis():
    assert cut("  Mosul \n falls ", 100, 11) == "Mosul falls"
    assert cut("Security Council lets the force", 60, 11) == "Security C…"
    assert cut("e\u0301" * 9, 30, 11).count("e") == cut("e\u0301" * 9, 30, 11).count("\u0301")


@given(WORDS, st.floats(20, 300))
def test_nothing_is_wider_than_its_room(text, room):
    for line in (cut(text, room, 11), *lines(text, room, 11, 3)):
        assert width(line, 11) <= room + 1e-6 or len(line) == 1


@given(WORDS)
def test_lines_hold_the_words_in_order(text):
    broken = lines(text, 120, 11, 2)
    assert len(broken) <= 2
    kept = "".join("".join(broken).removesuffix(ELLIPSIS).split())
    assert "".join(text.split()).startswith(kept) or ELLIPSIS in text


def test_chinese_breaks_where_it_must():
    words = "安全理事会授权部队在喀布尔以外地区行动"
    assert lines(words, 110, 11, 2) == (words[:10], words[10:])


def test_a_mark_is_never_parted_from_its_letter():
    text = "e\u0301" * 30
    assert not any(unicodedata.combining(line[0]) for line in lines(text, 40, 11, 4) if line)


def test_an_endless_text_costs_no_time():
    assert len(cut("x" * 5_000_000, 10_000_000, 11)) == LONGEST
