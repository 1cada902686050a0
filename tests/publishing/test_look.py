import json

import attrs
import pytest
from cattrs import Converter
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.errors import FormatError
from casebook.publishing.charts.shades import READABLE, contrast
from casebook.publishing.look import (
    LONGEST_NAME,
    PAPER_COLOUR,
    Lettering,
    Look,
    Paper,
    look_of,
    plain_look,
    readable,
)

BRANDED = Look(
    organisation="Peace Centre",
    accent="#1E7A3C",
    paper=Paper.LETTER,
    lettering=Lettering.OWN,
    family="Liberation Serif",
    cover=True,
    citation_style="apa",
    footer="Accra",
)


@pytest.mark.parametrize("look", [Look(), BRANDED])
def test_a_look_goes_through_json_unchanged(look):
    assert look_of(json.loads(json.dumps(plain_look(look)))) == look
    made = Converter()
    assert made.structure(json.loads(json.dumps(made.unstructure(look))), Look) == look


def test_only_what_is_unusual_is_kept():
    assert plain_look(Look()) == {}
    assert plain_look(Look(paper=Paper.LETTER)) == {"paper": "letter"}


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)


@given(st.dictionaries(st.sampled_from([spec.name for spec in attrs.fields(Look)] + ["x"]), json_values))
def test_whatever_is_damaged_has_its_usual_value(body):
    look = look_of(body)
    assert look_of(plain_look(look)) == look
    assert look.shade == "" or contrast(look.shade, PAPER_COLOUR) >= READABLE


def test_hostile_parts_are_taken_as_words_or_not_at_all():
    look = Look(
        organisation=" A\nB\u202e\x00 " + "x" * 300,
        accent="red; }",
        family='Arial"; } body { background: url(http://x)',
        logo="<svg>",
        word_styles="../../etc",
    )
    assert look.organisation.startswith("A B") and "\n" not in look.organisation
    assert "\x00" not in look.organisation and len(look.organisation) <= LONGEST_NAME
    assert (look.accent, look.family, look.logo, look.word_styles) == ("", "", "", "")


def test_a_font_of_ones_own_counts_only_when_it_is_chosen():
    assert Look(family="Georgia").own_family == "" and BRANDED.own_family == "Liberation Serif"


def test_a_light_colour_is_darkened_and_said_so():
    assert readable("1e7a3c") == ("#1E7A3C", "")
    colour, said = readable("#FFE600")
    assert contrast(colour, PAPER_COLOUR) >= READABLE and colour in said.format(colour)
    assert Look(accent="#FFE600").shade == colour
    with pytest.raises(FormatError, match="“teal” is not a colour"):
        readable("teal")
