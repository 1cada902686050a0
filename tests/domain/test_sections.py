"""Every section: its class is declared well, starts empty, and holds any value its fields allow."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.case import CASE, Case
from casebook.domain.fields import Kind, field_specs
from casebook.domain.plain import plain, record_of
from tests.strategies import VOCABULARIES, records, values

SECTIONS = list(CASE.sections.values())
KEYS = [section.key for section in SECTIONS]


@pytest.mark.parametrize("section", SECTIONS, ids=KEYS)
def test_an_entry_starts_with_nothing_recorded(section):
    entry = section.entry_type()
    assert all(spec.is_empty(getattr(entry, spec.name)) for spec in section.fields)
    assert (entry.absences, entry.field_sensitivities, entry.extra) == ({}, {}, {})


@pytest.mark.parametrize("section", SECTIONS, ids=KEYS)
def test_its_class_is_frozen_and_says_what_it_is(section):
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        section.entry_type().sensitivity = 1
    assert section.entry_type.__doc__
    assert section.entry_type.__section__ is section


@pytest.mark.parametrize("section", SECTIONS, ids=KEYS)
def test_its_fields_are_declared_well(section):
    assert section.fields
    assert sum(spec.summary for spec in section.fields) <= 1
    labels = [spec.label for spec in section.fields]
    assert len(labels) == len(set(labels))
    for spec in section.fields:
        assert spec.label.strip() == spec.label
        assert spec.label
        assert not spec.vocabulary or spec.vocabulary in VOCABULARIES
        assert spec.kind is not Kind.SCALE or len(spec.words) == spec.high - spec.low + 1


@given(st.data())
@pytest.mark.parametrize("section", SECTIONS, ids=KEYS)
def test_any_entry_is_kept_whole(section, data):
    entry = data.draw(records(section.entry_type))
    case = Case().with_section(section.key, (entry,))
    assert case.find(entry.id) is entry
    assert record_of(section.entry_type, plain(entry)) == entry


@given(st.data())
def test_every_field_holds_what_its_kind_allows(data):
    _, record_type = data.draw(st.sampled_from(list(CASE.record_types())))
    spec = data.draw(st.sampled_from(field_specs(record_type)))
    value = data.draw(values(spec, {spec.to: ("01910000-0000-7000-8000-000000000001",)}))
    assert not spec.is_empty(value)
    assert getattr(record_type(**{spec.name: value}), spec.name) == value
