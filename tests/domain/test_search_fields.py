"""The names before a colon: every facet and section answers, every short name leads somewhere."""

from casebook.domain.case import CASE
from casebook.domain.facets import facets_of
from casebook.domain.query import read_query
from casebook.domain.search_fields import SHORT, Looks, offered, search_fields

FIELDS = search_fields(CASE)


def test_every_facet_answers_to_its_key_and_every_section_to_its_own():
    assert {facet.key for facet in facets_of(CASE)} <= FIELDS.keys()
    assert all(key in FIELDS or section.shared for key, section in CASE.sections.items())
    assert {field.section for field in FIELDS.values() if field.looks is Looks.RECORD} == {
        section.key for section in CASE.shared_sections
    }


def test_every_short_name_leads_to_a_facet_there_is():
    keys = {facet.key for facet in facets_of(CASE)}
    assert [name for name, (key, _example) in SHORT.items() if key not in keys] == []
    assert all(FIELDS[name].facet == key for name, (key, _example) in SHORT.items())


def test_every_name_can_be_typed():
    for name in FIELDS:
        reading = read_query(f"{name}:x", FIELDS)
        assert (reading.node.field, reading.notes) == (name, ())


def test_what_is_offered_has_an_example_and_a_title():
    assert len(offered(CASE)) > 30
    assert all(field.title and field.example for field in offered(CASE))
    assert {"actor", "status", "country", "year", "has", "missing", "grade"} <= {
        f.name for f in offered(CASE)
    }
