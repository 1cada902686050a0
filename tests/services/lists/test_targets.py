"""What columns can be taken into is read off the declaration."""

import pytest

from casebook.domain.case import CASE
from casebook.domain.fields import Kind
from casebook.services.lists.targets import PARENT, SENSITIVITY, sections_for, targets_of


def keys(into=""):
    return [target.key for target in targets_of(CASE, into)]


def test_a_case_takes_its_fields_and_names_of_entries():
    assert {spec.name for spec in CASE.header} <= set(keys())
    assert {"actors:", "places:", "frameworks:", "period:start", "period:end", SENSITIVITY} <= set(keys())
    (title,) = (target for target in targets_of(CASE) if target.required)
    assert title.key == "title"


@pytest.mark.parametrize("section", sections_for(CASE), ids=lambda section: section.key)
def test_a_section_takes_all_its_fields(section):
    assert {spec.name for spec in section.fields} <= set(keys(section.key))
    assert (PARENT in keys(section.key)) == bool(section.parent)
    assert any(target.required for target in targets_of(CASE, section.key))


def test_files_do_not_come_from_lists():
    assert "attachments" not in {section.key for section in sections_for(CASE)}
    assert all(target.spec.kind is not Kind.FILE for target in targets_of(CASE))


def test_no_key_stands_twice():
    for into in ("", *(section.key for section in sections_for(CASE))):
        assert len(set(keys(into))) == len(keys(into))
