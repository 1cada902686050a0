"""The declaration language: each constructor declares its kind, its empty value and its options."""

import attrs
import pytest

from casebook.domain import fields
from casebook.domain.fields import Kind, field_spec, field_specs
from casebook.domain.records import Record
from casebook.domain.sections.challenges import Challenge

MADE = {
    Kind.LINE: (fields.line("L"), ""),
    Kind.PROSE: (fields.prose("L"), ""),
    Kind.TERM: (fields.term("L", "era"), None),
    Kind.TERMS: (fields.terms("L", "era"), ()),
    Kind.SCALE: (fields.scale("L", 1, 2, words=("a", "b")), None),
    Kind.WHOLE: (fields.whole("L"), None),
    Kind.NUMBER: (fields.number("L"), None),
    Kind.FLAG: (fields.flag("L"), None),
    Kind.WHEN: (fields.when("L"), None),
    Kind.LINK: (fields.link("L", "places"), None),
    Kind.LINKS: (fields.links("L", "places"), ()),
    Kind.CHIPS: (fields.chips("L"), ()),
    Kind.COUNTRY: (fields.country("L"), None),
    Kind.COUNTRIES: (fields.countries("L"), ()),
    Kind.LANGUAGE: (fields.language("L"), None),
    Kind.URL: (fields.url("L"), ""),
    Kind.FILE: (fields.file("L"), ""),
}


def test_every_kind_has_its_constructor():
    assert set(MADE) == set(Kind)


@pytest.mark.parametrize("kind", Kind)
def test_a_constructor_declares_its_kind_and_starts_empty(kind):
    (made, empty) = MADE[kind]
    record = attrs.make_class("Made", {"value": made}, bases=(Record,), kw_only=True, frozen=True)
    (spec,) = field_specs(record)
    assert (spec.kind, spec.name, spec.label) == (kind, "value", "L")
    assert record().value == empty == spec.empty
    assert spec.is_empty(empty)
    assert spec.many is isinstance(empty, tuple)


@pytest.mark.parametrize("value", [0, 0.0, False, "x", ("x",)])
def test_zero_and_no_are_values(value):
    assert not field_spec(Challenge, "title").is_empty(value)


@pytest.mark.parametrize("value", [None, "", "  ", "\n", ()])
def test_nothing_is_empty(value):
    assert field_spec(Challenge, "title").is_empty(value)


def test_a_scale_needs_a_word_for_each_step():
    with pytest.raises(ValueError, match="from 1 to 5 needs 5 words"):
        fields.scale("Severity", 1, 5, words=("low", "high"))


def test_fields_come_in_the_order_they_were_written():
    names = [spec.name for spec in field_specs(Challenge)]
    assert names == ["title", "category", "severity", "description", "response", "affected", "resolved"]
    assert field_specs(Challenge) is field_specs(Challenge)


def test_a_field_nobody_declared_is_not_found():
    with pytest.raises(KeyError, match="Challenge has no field 'colour'"):
        field_spec(Challenge, "colour")
