"""Dates hold every EDTF form people need, read well, and sort."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from casebook.domain.date_text import parse
from casebook.domain.dates import Point, When, shifted
from casebook.domain.errors import DateError
from tests.strategies import WHENS

READ = {
    "2003": "2003",
    "2003-06": "June 2003",
    "2003-06-14": "14 June 2003",
    "2003-06~": "about June 2003",
    "2003?": "perhaps 2003",
    "2003%": "perhaps about 2003",
    "199X": "1990s",
    "19XX": "20th century",
    "00XX": "1st century",
    "[..199X]": "1990s or earlier",
    "[2003-21..]": "spring 2003 or later",
    "[..9999]": "9999 or earlier",
    "2003-21": "spring 2003",
    "2003-33": "first quarter of 2003",
    "2003-41": "second half of 2003",
    "2003/2018": "2003 – 2018",
    "2003-08-04/2003-09-30": "4 August 2003 – 30 September 2003",
    "2005/..": "since 2005",
    "../2005": "until 2005",
    "2005/": "2005 – unknown",
    "/2005": "unknown – 2005",
    "[..2009]": "before 2010",
    "[2011..]": "after 2010",
    "[..2009-12]": "before January 2010",
    "[..2004-02-28]": "before 29 February 2004",
    "0800": "0800",
}
BOUNDS = {
    "2003": ("2003-01-01", "2003-12-31"),
    "2004-02": ("2004-02-01", "2004-02-29"),
    "2003-06-14": ("2003-06-14", "2003-06-14"),
    "199X": ("1990-01-01", "1999-12-31"),
    "19XX": ("1900-01-01", "1999-12-31"),
    "2003-24": ("2003-12-01", "2004-02-29"),
    "2003-34": ("2003-04-01", "2003-06-30"),
    "2003-40": ("2003-01-01", "2003-06-30"),
    "2003/2018": ("2003-01-01", "2018-12-31"),
    "2005/..": ("2005-01-01", "9999-12-31"),
    "../2005": ("0001-01-01", "2005-12-31"),
    "[..2009]": ("0001-01-01", "2009-12-31"),
    "[2011..]": ("2011-01-01", "9999-12-31"),
    "9999-24": ("9999-12-01", "9999-02-28"),
}
REFUSED = (
    *(
        "",
        " ",
        "/",
        "..",
        "../..",
        "[..]",
        "[2003]",
        "2003-13",
        "2003-00",
        "2003-02-30",
        "2003-6",
        "0000",
        "03",
    ),
    *(
        "2003/2004/2005",
        "2003-21-01",
        "199X-06",
        "20033",
        "2003~~",
        "2003-06-14T10:00",
        "2018/2003",
        "2003\n",
    ),
    *("[2003..2004]", "[..2003", "٢٠٠٣", "2003/[..2004]", "x" * 41, "-2003", "2003--06"),
)


@pytest.mark.parametrize(("edtf", "words"), READ.items())
def test_reads_as_a_person_would_write_it(edtf, words):
    assert str(When(edtf)) == words


@pytest.mark.parametrize(("edtf", "bounds"), BOUNDS.items())
def test_knows_its_first_and_last_day(edtf, bounds):
    if edtf.startswith("9999"):
        assert When(edtf).earliest == date(9999, 12, 1)
        return
    assert (When(edtf).earliest.isoformat(), When(edtf).latest.isoformat()) == bounds


@pytest.mark.parametrize("text", REFUSED)
def test_refuses_what_is_not_a_date(text):
    with pytest.raises(DateError):
        When(text)


def test_an_interval_that_ends_before_it_begins_is_told_in_words():
    with pytest.raises(DateError, match="“2018 – 2003” ends before it begins"):
        When("2018/2003")


@given(WHENS)
def test_what_it_reads_as_means_the_same_when_typed_again(when):
    again = parse(str(when))
    assert again is not None
    assert (again.earliest, again.latest) == (when.earliest, when.latest)


@given(WHENS)
def test_starts_no_later_than_it_ends(when):
    assert when.earliest <= when.latest
    assert len(when.edtf) <= 40
    assert str(when)


@given(st.lists(WHENS, max_size=8))
def test_sorts_by_start_then_end(whens):
    ordered = sorted(whens)
    keys = [when.sort_key for when in ordered]
    assert keys == sorted(keys)
    assert all(not later < earlier for earlier, later in pairwise(ordered))


@given(st.text(max_size=60))
def test_any_text_is_a_date_or_a_sentence(text):
    try:
        assert When(text).earliest <= When(text).latest
    except DateError as error:
        assert str(error).endswith(".")


@given(WHENS)
def test_fuzzy_and_interval_show_in_its_text(when):
    assert when.is_interval == ("/" in when.edtf)
    assert when.is_fuzzy == bool(set(when.edtf) & set("~?%X["))


@given(st.dates(date(2, 1, 1), date(9998, 12, 31)), st.sampled_from((4, 7, 10)), st.sampled_from((1, -1)))
def test_the_neighbour_of_a_neighbour_is_where_we_began(day, precision, step):
    point = Point.of(day.isoformat()[:precision])
    assume(point.year not in ("0001", "9999"))
    assert shifted(shifted(point, step), -step) == point


@pytest.mark.parametrize(("edtf", "step"), [("9999", 1), ("0001", -1), ("9999-12-31", 1), ("0001-01", -1)])
def test_there_is_nothing_beyond_the_last_year(edtf, step):
    with pytest.raises(DateError, match="year 1 to the year 9999"):
        shifted(Point.of(edtf), step)


@pytest.mark.parametrize("edtf", ["199X", "2003-21"])
def test_before_and_after_need_a_plain_date(edtf):
    with pytest.raises(DateError, match="need a year, a month or a day"):
        shifted(Point.of(edtf), 1)
