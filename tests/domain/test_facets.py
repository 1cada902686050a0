"""Facets are read off the declaration."""

from casebook.domain.case import CASE
from casebook.domain.facets import CHOICES, facets_of
from casebook.domain.fields import Kind


def test_every_choice_of_the_declaration_is_a_facet_but_words_of_shared_records():
    there = {facet.key for facet in facets_of(CASE)}
    expected = {spec.name for spec in CASE.header if spec.kind in CHOICES}
    for key, section in CASE.sections.items():
        expected |= {
            f"{key}.{spec.name}"
            for spec in section.fields
            if spec.kind in CHOICES and not (section.shared and spec.kind is Kind.CHIPS)
        }
    assert there == expected
    assert {"status", "countries", "frameworks.framework", "actor_records.type"} <= there
    assert "actor_records.aliases" not in there
