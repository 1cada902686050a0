"""Asking without a window."""

import pytest

from casebook.domain.case import new_case
from casebook.domain.errors import NotFoundError
from casebook.domain.sections.challenges import Challenge
from casebook.services.searching import found_by, understood_in
from casebook.storage.library import Library

CASES = [
    new_case(
        title="Quartz road", ref_code="LR-1", countries=("LR",), challenges=(Challenge(title="Mandate gap"),)
    ),
    new_case(title="Other", ref_code="SL-1", context="The quartz was sold.", status="published"),
    new_case(title="Third"),
]


@pytest.fixture
def shelf(tmp_path):
    with Library.create(tmp_path / "lib.casebook", author="Ama") as library:
        library.cases.add_all(CASES)
        yield library


def test_the_first_cases_are_told_best_first_with_the_place(shelf):
    answer = found_by(shelf, understood_in(shelf, "quartz"), 1)
    assert answer.count == 2
    assert [one["place"] for one in answer.plain()] == ["«Quartz» road"]
    whole = found_by(shelf, understood_in(shelf, "quartz"), 9)
    assert [(one.ref_code, one.section) for one in whole.cases] == [("LR-1", ""), ("SL-1", "context")]
    assert whole.cases[1].place == "context: The «quartz» was sold."
    (gap,) = found_by(shelf, understood_in(shelf, "mandate"), 9).cases
    assert gap.place == "challenges: «Mandate» gap"


def test_without_words_there_is_no_place(shelf):
    answer = found_by(shelf, understood_in(shelf, "status:published"), 9)
    assert [(one.title, one.place) for one in answer.cases] == [("Other", "")]


def test_counts_by_the_name_of_a_panel_or_a_field(shelf):
    answer = found_by(shelf, understood_in(shelf, ""), 0)
    assert answer.counts("status") == {"draft": 2, "published": 1}
    assert answer.counts("country") == answer.counts("countries") == {"LR": 1}
    assert answer.counts("has")["challenges"] == 1
    assert answer.cases == ()
    for name in ("nothing", "changed", "challenges"):
        with pytest.raises(NotFoundError, match=name):
            answer.counts(name)
