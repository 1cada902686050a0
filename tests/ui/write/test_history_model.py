"""The change log as rows: a line for each day, changes below it, older ones added at the end."""

import pytest

from casebook.storage.history import HistoryEntry
from casebook.ui.write.history_model import HistoryModel, HistoryRole, moment


def entry(number, day=1, hour=8, who="Kofi"):
    return HistoryEntry(
        id=f"id-{number}",
        at=f"2026-03-{day:02d}T{hour:02d}:00:00+00:00",
        who=who,
        what=f"Change {number}",
        change={},
    )


@pytest.fixture
def model(look):
    return HistoryModel()


def rows(model):
    return [model.index(row).data() for row in range(model.rowCount())]


def changes(model):
    return [held.what for held in model.entries]


def test_each_day_is_named_once(model, qtmodeltester):
    model.show_latest([entry(3, day=2, hour=12), entry(2, day=2, hour=11), entry(1, day=1, hour=12)])
    first, second, third, fourth, fifth = rows(model)
    assert "March" in first and "2026" in first
    assert (second, third, fifth) == ("Change 3", "Change 2", "Change 1")
    assert first != fourth
    qtmodeltester.check(model)


def test_a_day_is_no_change(model):
    model.show_latest([entry(1)])
    assert model.entry_at(0) is None
    assert model.entry_at(1) == entry(1)
    assert model.entry_at(7) is None
    assert model.index(0).data(HistoryRole.BYLINE) is None
    assert model.index(1).data(HistoryRole.BYLINE).endswith("· Kofi")


def test_older_changes_go_on_below_without_a_second_line_for_the_same_day(model):
    model.show_latest([entry(3, hour=12)])
    model.add_older([entry(2, hour=11), entry(1, hour=10)])
    assert model.rowCount() == 4
    assert changes(model) == ["Change 3", "Change 2", "Change 1"]


def test_what_is_shown_already_is_not_shown_twice(model):
    model.show_latest([entry(3), entry(2)])
    model.add_older([entry(2), entry(1)])
    assert changes(model) == ["Change 3", "Change 2", "Change 1"]


def test_new_changes_come_on_top_and_the_older_pages_stay(model):
    model.show_latest([entry(3), entry(2)])
    model.add_older([entry(1)])
    model.show_latest([entry(4), entry(3)])
    assert changes(model) == ["Change 4", "Change 3", "Change 2", "Change 1"]


def test_a_gap_begins_anew(model):
    model.show_latest([entry(2), entry(1)])
    model.show_latest([entry(9), entry(8)])
    assert changes(model) == ["Change 9", "Change 8"]


def test_a_change_is_found_by_its_id(model):
    model.show_latest([entry(2, day=2, hour=12), entry(1, day=1, hour=12)])
    assert model.row_of("id-1") == 3
    assert model.row_of("nobody") == -1


def test_a_moment_is_told_with_day_and_time(look):
    assert moment(entry(1, hour=12)).count(":") == 1
    assert "2026" in moment(entry(1, hour=12))
