"""What a template is given: by the order and the style asked for, and what the person should read about it."""

import attrs
import pytest

from casebook.domain.case import Case
from casebook.domain.errors import NotFoundError
from casebook.domain.receipt import Receipt
from casebook.domain.records import Sensitivity
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.registry import Source
from casebook.publishing.given import give
from casebook.publishing.look import Look
from casebook.publishing.order import Order, never
from casebook.publishing.templates import find_template

NICHOLS = Source(title="On Liberia", authors=("Nichols, Ryan",), citation_key="nichols")
CASE = Case(
    title="A case",
    context="So it was [@nichols]; others differ [@nobody].",
    challenges=(Challenge(title="Rain", response="As [@nobody] says."),),
    source_records=(NICHOLS,),
)


@pytest.fixture
def given(materials, tmp_path):
    def make(*cases, template="full-report", **choices):
        receipts = [(case, Receipt(audience=Sensitivity.INTERNAL)) for case in cases]
        order = Order(folder=tmp_path, template=template, **choices)
        wanted = (order, find_template(template, materials.template_folders))
        return give(receipts, wanted, materials, (tmp_path, {}, never))

    return make


def test_one_case_is_given_by_its_declaration(given):
    names = given(CASE).names
    assert names["report"].title == "A case" and names["case"].title == "A case"
    assert [section.key for section in names["sections"] if section.entries] == ["challenges"]
    assert "comparison" not in names


def test_the_order_says_what_is_printed_and_what_stands_first(given):
    names = given(CASE, sections=("challenges",), left_out=("narrative",)).names
    assert names["contents"][0].key == "challenges"
    assert not names["included"]("narrative") and names["included"]("overview")


def test_a_key_without_a_source_is_told_once_with_its_places(given):
    (notice,) = given(CASE).notices
    assert "“nobody”" in notice and "Context" in notice and "Rain" in notice and "nichols" not in notice


def test_the_style_is_that_of_the_order_before_that_of_the_house(given):
    house = Look(citation_style="chicago-notes-bibliography")
    assert given(CASE, look=house).sources.process is not None
    assert given(CASE, look=house, citation_style="apa").sources.process is None
    with pytest.raises(NotFoundError):
        given(CASE, citation_style="poetic")


def test_a_style_of_the_house_that_is_elsewhere_is_told(given):
    told = given(CASE, look=Look(citation_style="journal-of-dust"))
    assert any("journal-of-dust" in notice for notice in told.notices)
    assert "Nichols" in str(next(iter(told.sources.sources.values())))


def test_many_cases_are_chapters_and_can_be_compared(given):
    other = attrs.evolve(CASE, id="other", title="Another case")
    made = given(CASE, other, template="comparison-paper")
    assert [chapter["report"].title for chapter in made.names["cases"]] == ["A case", "Another case"]
    assert [block.title for block in made.names["comparison"]().blocks][:2] == ["Overview", "Narrative"]
    assert len(made.sources.sources) == 1
