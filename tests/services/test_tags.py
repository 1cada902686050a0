"""Tags of a library: counted, coloured, renamed, merged and deleted everywhere."""

from collections.abc import Iterator

import pytest

from casebook.domain.case import Case
from casebook.services.bulk import plan
from casebook.services.sweeping import Sweep
from casebook.services.tags import (
    KIND,
    Tag,
    cases_with,
    colours_in,
    deleting,
    keep_colours,
    renaming,
    tags_of,
)
from casebook.storage.library import Library

CASES = (
    Case(title="Gao", tags=("border", "patrol")),
    Case(title="Ganta", tags=("Border", "border")),
    Case(title="Bangui", tags=("vetting",)),
    Case(title="Kidal", tags=("patrol",)),
)


@pytest.fixture
def library(tmp_path) -> Iterator[Library]:
    with Library.create(tmp_path / "lib.casebook", author="Ama") as held:
        held.cases.add_all(CASES)
        held.cases.trash(CASES[3].id)
        yield held


def done(library, names, wish):
    sweep = Sweep(library, plan(library, cases_with(library, names), wish).changes)
    sweep.run()
    return sweep


def tags(library):
    return [library.cases.load(case.id).tags for case in CASES]


def test_they_are_counted_without_the_trash_and_in_order(library):
    assert tags_of(library) == [
        Tag(name="Border", count=1),
        Tag(name="border", count=2),
        Tag(name="patrol", count=1),
        Tag(name="vetting", count=1),
    ]


def test_one_is_renamed_everywhere_also_in_the_trash(library):
    done(library, ["patrol"], renaming(["patrol"], "joint patrol"))
    assert tags(library) == [
        ("border", "joint patrol"),
        ("Border", "border"),
        ("vetting",),
        ("joint patrol",),
    ]


def test_several_become_one_and_undo_parts_them(library):
    sweep = done(
        library, ["Border", "border", "vetting"], renaming(["Border", "border", "vetting"], "border")
    )
    assert tags(library) == [("border", "patrol"), ("border",), ("border",), ("patrol",)]
    Sweep(library, sweep.undoing()).run()
    assert tags(library) == [case.tags for case in CASES]


def test_one_is_deleted_everywhere(library):
    done(library, ["border"], deleting(["border"]))
    assert tags(library) == [("patrol",), ("Border",), ("vetting",), ("patrol",)]


def test_colours_are_kept(library):
    keep_colours(library, {"border": "teal", "patrol": ""})
    assert colours_in(library) == {"border": "teal"}
    keep_colours(library, {})
    assert colours_in(library) == {} and library.shelf.all(KIND) == []
    keep_colours(library, {})


@pytest.mark.parametrize("body", [{}, {"colours": 7}, {"colours": {"a": 7}}, {"colours": ["a"]}])
def test_colours_that_are_damaged_are_passed_over(library, body):
    library.shelf.put(KIND, KIND, body, KIND)
    assert colours_in(library) == {}
