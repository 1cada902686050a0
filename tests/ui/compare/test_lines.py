import pytest
from hypothesis import given

from casebook.domain.alignment import align
from casebook.domain.comparison import RowKind
from casebook.domain.wording import Wording
from casebook.ui.compare.lines import LineKind, Reading, lines_of
from tests.made_up import OddCase
from tests.strategies import SEEDS, VOCABULARIES, any_case
from tests.ui.compare.reviewer import CULTURE, SHARED, small_cases

WORDS = Wording(vocabularies=VOCABULARIES)


def all_keys(made):
    return frozenset(row.key for row in made.rows)


@pytest.fixture(scope="module")
def made():
    return align(small_cases(), WORDS)


@given(SEEDS)
def test_when_all_is_open_every_row_stands_there_once(seed):
    from random import Random

    rng = Random(seed)
    made = align([any_case(rng, OddCase, 3) for _ in range(3)], WORDS)
    reading = Reading(all_open=True, rows=all_keys(made))
    lines = lines_of(made, all_keys(made), reading)
    rows = [line.key for line in lines if line.kind is LineKind.ROW]
    assert len(rows) == len(set(rows))
    told = {row.key for row in made.rows if row.kind is not RowKind.SECTION or "." in row.key}
    assert told <= set(rows)
    places = [(line.kind, line.key) for line in lines]
    assert len(places) == len(set(places))


def test_closed_sections_are_one_line_each(made):
    lines = lines_of(made, all_keys(made), Reading())
    assert [line.kind for line in lines if line.key == "challenges"] == [LineKind.SECTION]
    assert not any(line.key == SHARED for line in lines)
    places = next(line for line in lines if line.key == "places")
    assert not places.can_open


def test_what_a_row_stands_in_comes_along(made):
    indicator = made.of_section("indicators")[0].key
    lines = lines_of(made, {indicator}, Reading(all_open=True))
    assert [line.key for line in lines] == ["outcomes", "outcomes/term:local-security-capacity", indicator]
    assert [line.depth for line in lines] == [0, 1, 2]


def test_deeper_rows_and_details_wait_until_their_row_is_opened(made):
    indicator = made.of_section("indicators")[0].key
    shut = lines_of(made, all_keys(made), Reading(all_open=True))
    assert not any(
        line.row is not None and line.row.section == "measurements" and line.depth for line in shut
    )
    opened = lines_of(made, all_keys(made), Reading(all_open=True, rows=frozenset({indicator})))
    assert any(line.label == "Measurements" and line.depth == 3 for line in opened)
    assert any(line.kind is LineKind.DETAIL and line.label == "Unit" for line in opened)


def test_a_candidate_is_asked_about_once(made):
    lines = lines_of(made, all_keys(made), Reading(all_open=True))
    assert len([line for line in lines if line.kind is LineKind.SIMILAR]) == 1


def test_opening_and_choosing_leave_the_rest_as_it_is(made):
    reading = Reading(all_open=True).choosing(SHARED, "case", "one").choosing(SHARED, "other", "two")
    assert reading.chosen == {SHARED: {"case": "one", "other": "two"}}
    line = next(line for line in lines_of(made, all_keys(made), reading) if line.key == CULTURE)
    assert line.differs
    assert reading.toggled(line).rows == {CULTURE}
    assert reading.toggled(line).toggled(line) == reading
