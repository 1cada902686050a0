"""A library remembers where columns went."""

import pytest

from casebook.domain.case import CASE
from casebook.services.lists import mapping as module
from casebook.services.lists.mapping import ColumnChoice, ListMapping, keep_mapping, kept_mapping
from casebook.services.lists.targets import targets_of

COLUMNS = ("Project", "Land")
MAPPING = ListMapping(choices=(ColumnChoice(target="title"), ColumnChoice(target="countries", lenient=True)))
TARGETS = targets_of(CASE)


def test_the_same_headings_bring_it_back(library):
    keep_mapping(library, COLUMNS, MAPPING)
    assert kept_mapping(library, ("project", "LAND "), "", TARGETS) == MAPPING
    assert kept_mapping(library, ("Project", "Land", "Notes"), "", TARGETS) is None
    assert kept_mapping(library, COLUMNS, "timeline", TARGETS) is None


def test_the_latest_choice_counts_and_stands_once(library):
    keep_mapping(library, COLUMNS, MAPPING)
    later = MAPPING.with_choice(1, ColumnChoice())
    keep_mapping(library, COLUMNS, later)
    assert kept_mapping(library, COLUMNS, "", TARGETS) == later
    assert len(library.shelf.all(module.KIND)) == 1


def test_what_no_longer_fits_is_not_taken(library):
    keep_mapping(library, COLUMNS, MAPPING)
    assert kept_mapping(library, COLUMNS, "", TARGETS[:1]) is None
    (kept,) = library.shelf.all(module.KIND)
    library.shelf.put(module.KIND, "x", {**kept.body, "choices": "damaged"}, kept.id)
    assert kept_mapping(library, COLUMNS, "", TARGETS) is None


def test_it_does_not_remember_without_end(library, monkeypatch):
    monkeypatch.setattr(module, "MOST_KEPT", 3)
    for number in range(8):
        keep_mapping(library, (f"Column {number}", "Land"), MAPPING)
    assert len(library.shelf.all(module.KIND)) <= 4
    assert kept_mapping(library, ("Column 7", "Land"), "", TARGETS) == MAPPING


@pytest.mark.parametrize("target", ["title", ""])
def test_a_field_is_given_by_one_column(target):
    after = MAPPING.with_choice(1, ColumnChoice(target=target))
    assert [one.target for one in after.choices] == (["", "title"] if target else ["title", ""])
