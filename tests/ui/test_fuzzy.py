from hypothesis import given
from hypothesis import strategies as st

from casebook.ui.fuzzy import fit


def test_letters_in_order_fit_others_do_not():
    assert fit("nc", "New case") > 0
    assert fit("cn", "New case") == 0
    assert fit("", "New case") == 1


def test_beginnings_of_words_count_most():
    assert fit("nc", "New case") > fit("nc", "Announce it") > 0
    assert fit("lib", "Library") > fit("lib", "Calibrate")


def test_letter_case_and_blanks_do_not_matter():
    assert fit("N C", "new case") == fit("nc", "New Case")


@given(st.text(min_size=1, max_size=40))
def test_a_text_fits_itself(text):
    assert fit(text, text) > 0 or all(sign.isspace() for sign in text) or text.casefold() != text


@given(st.text(max_size=10), st.text(max_size=30))
def test_points_are_never_negative(typed, text):
    assert fit(typed, text) >= 0
