"""Dates are understood as people type them, in the ways they type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.date_text import LONGEST, parse
from casebook.domain.errors import DateError
from tests.strategies import HOSTILE, WHENS

TYPED = {
    "2003": "2003",
    "June 2003": "2003-06",
    "june  2003": "2003-06",
    "Jun 2003": "2003-06",
    "Sept. 2003": "2003-09",
    "about June 2003": "2003-06~",
    "c. 2003": "2003~",
    "ca 2003": "2003~",
    "circa 1990": "1990~",
    "~2003": "2003~",
    "perhaps 2003": "2003?",
    "perhaps about 2003": "2003%",
    "06/2003": "2003-06",
    "6/2003": "2003-06",
    "2003/06": "2003-06",
    "2003-06": "2003-06",
    "14 June 2003": "2003-06-14",
    "14th of June 2003": "2003-06-14",
    "June 14, 2003": "2003-06-14",
    "14/06/2003": "2003-06-14",
    "06/14/2003": "2003-06-14",
    "14.06.2003": "2003-06-14",
    "2003–2018": "2003/2018",
    "2003-2018": "2003/2018",
    "2003 - 2018": "2003/2018",
    "2003 to 2018": "2003/2018",
    "from 2003 to 2018": "2003/2018",
    "between 2003 and 2018": "2003/2018",
    "June 2003 – May 2004": "2003-06/2004-05",
    "June – August 2003": "2003-06/2003-08",
    "7–17 December 2003": "2003-12-07/2003-12-17",
    "4 August – 30 September 2003": "2003-08-04/2003-09-30",
    "since 2005": "2005/..",
    "from 2005": "2005/..",
    "2005–": "2005/..",
    "2005 – present": "2005/..",
    "2005 to now": "2005/..",
    "until 2005": "../2005",
    "up to 2005": "../2005",
    "before 2010": "[..2009]",
    "after 2010": "[2011..]",
    "before June 2010": "[..2010-05]",
    "the 1990s": "199X",
    "1990s": "199X",
    "the 20th century": "19XX",
    "1990s or earlier": "[..199X]",
    "2003 or later": "[2003..]",
    "٢٠٠٣": "2003",
    "since २००५": "2005/..",
    "199x": "199X",
    "100th century": "99XX",
    "spring 2003": "2003-21",
    "fall of 2003": "2003-23",
    "first quarter of 2003": "2003-33",
    "second half of 2003": "2003-41",
    "about 2003 – perhaps 2018": "2003~/2018?",
    "2003-06~": "2003-06~",
    "2003/..": "2003/..",
    "unknown – 2005": "/2005",
    "2005 – unknown": "2005/",
}
UNCLEAR = (
    "soon",
    "yesterday",
    "2003-13",
    "31 June 2003",
    "13/13/2003",
    "March",
    "03",
    "20035",
    "MMIII",
    "2003 2004",
    "0th century",
    "101st century",
)


@pytest.mark.parametrize(("typed", "edtf"), TYPED.items())
def test_understands(typed, edtf):
    assert parse(typed).edtf == edtf


@pytest.mark.parametrize("typed", UNCLEAR)
def test_says_which_forms_it_knows_when_it_does_not_understand(typed):
    with pytest.raises(DateError) as error:
        parse(typed)
    assert str(error.value).endswith(".")


@pytest.mark.parametrize("typed", ["", "   ", "\n\t"])
def test_nothing_typed_is_no_date(typed):
    assert parse(typed) is None


def test_a_day_that_could_be_two_is_asked_about():
    with pytest.raises(DateError, match="could be two days; write the month as a word"):
        parse("04/08/2003")
    assert parse("05/05/2003").edtf == "2003-05-05"


@given(WHENS)
def test_edtf_is_taken_as_it_stands(when):
    assert parse(when.edtf) == when


@given(WHENS)
def test_what_is_shown_can_be_typed(when):
    assert parse(str(when)).edtf == when.edtf


@given(st.one_of(st.text(max_size=LONGEST + 20), st.sampled_from(HOSTILE)))
def test_any_text_is_a_date_or_a_sentence(text):
    try:
        when = parse(text)
    except DateError as error:
        assert len(str(error)) < 300
    else:
        assert when is None or when.earliest <= when.latest


@pytest.mark.parametrize("text", ["9" * 100_000, "about " * 20_000, "20" + "-" * 50_000, "(" * 10_000])
def test_a_text_of_any_length_is_refused_at_once(text):
    with pytest.raises(DateError, match="not a date I know"):
        parse(text)
