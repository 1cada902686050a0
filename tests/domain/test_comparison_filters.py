"""Fewer rows, by what a reader asks for."""

import pytest

from casebook.domain import comparison_filters as filters
from casebook.domain.alignment import align
from casebook.domain.case import Case
from casebook.domain.comparison import RowState
from casebook.domain.wording import Wording
from tests.publishing.sample import sample_case
from tests.strategies import VOCABULARIES


@pytest.fixture(scope="module")
def two():
    return align([sample_case("liberia"), sample_case("sierra-leone")], Wording(vocabularies=VOCABULARIES))


def states(made):
    return {row.state for row in made.rows}


def test_by_state(two):
    assert states(filters.only_differences(two)) == {RowState.UNIQUE, RowState.DIFFERING}
    assert states(filters.only_shared(two)) == {RowState.SHARED}
    empty = align([Case(), Case()], two.wording)
    assert RowState.MISSING in states(empty)
    assert states(filters.hide_empty(empty)) == set()


def test_filters_add_up(two):
    shared = filters.only_shared(filters.in_sections(two, {"frameworks", "actors"}))
    assert len(shared.rows) == 5 + 2
    assert filters.only_differences(filters.only_shared(two)).rows == ()


def test_by_text(two):
    labels = [row.label for row in filters.holding(two, "FUNDING").of_section("challenges")]
    assert labels == ["Funding"]
    assert [r.label for r in filters.holding(two, "hostage collapse").of_section("challenges")] == [
        "Spoilers and splinter groups"
    ]
    assert filters.holding(two, "  ") is two


def test_by_grade(two):
    weak = {row.label for row in filters.only_weak(two).of_section("indicators")}
    assert weak == {"Guns collected", "Cost of the disarmament programme", "Size of the army"}
    assert {row.label for row in filters.graded(two, {"E"}).of_section("indicators")} == {"Size of the army"}
    assert "Women of Liberia Mass Action for Peace" in {
        row.label for row in filters.graded(two, {""}).of_section("actors")
    }
