"""Countries and languages."""

import pytest

from casebook.domain.fields import FieldSpec, Kind
from casebook.ui.forms.world_choices import WorldChoices


def choices(kind):
    return WorldChoices(FieldSpec(kind=kind, label="World"), None)


def test_an_exact_code_comes_first():
    assert choices(Kind.COUNTRY).find("ci")[0].value == "CI"
    assert choices(Kind.LANGUAGE).find("en")[0].value == "en"


def test_names_that_begin_so_come_before_names_that_hold_such_a_word():
    assert [row.label for row in choices(Kind.COUNTRY).find("guinea")][:2] == ["Guinea", "Guinea-Bissau"]


def test_everything_is_there_when_nothing_is_typed():
    assert len(choices(Kind.COUNTRY).find("")) > 240
    assert len(choices(Kind.LANGUAGE).find("")) > 150


def test_an_unknown_code_reads_as_it_is_and_none_is_made():
    supply = choices(Kind.COUNTRY)
    assert supply.of("XX").words == "XX"
    assert not supply.opens("LR")
    with pytest.raises(KeyError):
        supply.create("Atlantis")
