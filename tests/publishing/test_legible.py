import attrs
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from casebook.domain.case import Case
from casebook.domain.sections.lessons import Lesson
from casebook.publishing.legible import legible, legible_case, runs_right_to_left


@given(st.text())
def test_legible_text_fits_into_xml_and_stays_so(text):
    shown = legible(text)
    assert etree.fromstring(f"<a>{shown.replace('&', '&amp;').replace('<', '&lt;')}</a>") is not None
    assert legible(shown) == shown


def test_only_what_nobody_can_read_is_taken_out():
    assert legible("a\x00b\x1bc\ud800d\uffff\te\r\nf\rg") == "abcd\te\nf\ng"
    assert legible("سلام \u200f你好 Привет नमस्ते") == "سلام \u200f你好 Привет नमस्ते"


def test_a_change_of_direction_ends_where_its_text_ends():
    assert legible("a\u202eb\u2067c") == "a\u202eb\u2067c\u202c\u2069"
    assert legible("\u202ea\u202c") == "\u202ea\u202c"


def test_the_first_letter_gives_the_direction():
    assert runs_right_to_left("12 – سلام abc") and runs_right_to_left("שלום")
    assert not runs_right_to_left("abc سلام") and not runs_right_to_left("12 …")


def test_every_typed_value_of_a_case_is_covered():
    case = Case(title="a\x00", tags=("b\x01",), lessons=(Lesson(title="c\x02", observation="d\x03"),))
    clean = legible_case(case)
    assert (clean.title, clean.tags, clean.lessons[0].title, clean.lessons[0].observation) == (
        "a",
        ("b",),
        "c",
        "d",
    )
    assert attrs.evolve(clean, title="a\x00", tags=("b\x01",), lessons=case.lessons) == case
