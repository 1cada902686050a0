import pytest
from PySide6.QtCore import Qt

from casebook.storage.listing import ListQuery
from casebook.ui.library.places_and_years import PlacesAndYears
from tests.ui.library.maps import drag, pixel, round_about

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def both(qtbot, crowded):
    made = PlacesAndYears(crowded)
    qtbot.addWidget(made)
    made.resize(900, 700)
    return made


def shown(both, qtbot, case_ids=None):
    with qtbot.waitSignal(both.shown, timeout=20_000):
        both.show_found(case_ids)
        both.show()


def test_all_cases_are_shown_where_and_when_they_are(both, qtbot, crowded):
    shown(both, qtbot)
    spans = {one.case_id for one in crowded.library.places.whereabouts()}
    told = {case for disc in both.map.canvas.discs for case in disc.cluster.case_ids()}
    assert told == spans and max(both.strip.bars.counts.values()) > 10


def test_only_what_was_found_is_shown(both, qtbot, crowded):
    some = crowded.library.cases.ids(ListQuery())[:3]
    shown(both, qtbot, some)
    assert {case for disc in both.map.canvas.discs for case in disc.cluster.case_ids()} == set(some)


def test_a_search_that_comes_after_replaces_the_one_before(both, qtbot, crowded):
    ids = crowded.library.cases.ids(ListQuery())
    both.show()
    with qtbot.waitSignal(both.shown, timeout=20_000):
        both.show_found(None)
        both.show_found(ids[:2])
    qtbot.waitUntil(lambda: not crowded.tasks.running, timeout=20_000)
    assert {case for disc in both.map.canvas.discs for case in disc.cluster.case_ids()} == set(ids[:2])


def test_nothing_is_read_while_nobody_looks(both, qtbot, crowded):
    both.show_found(None)
    assert not crowded.tasks.running
    with qtbot.waitSignal(both.shown, timeout=20_000):
        both.show()


def test_drawing_and_years_narrow_together(both, qtbot, crowded):
    shown(both, qtbot)
    canvas, told = both.map.canvas, []
    both.narrowed.connect(told.append)
    largest = max(canvas.discs, key=lambda disc: disc.count)
    one = sorted(largest.cluster.case_ids())[0]
    drag(qtbot, canvas, round_about(pixel(canvas, one), 24), SHIFT)
    assert told[-1] == both.map.picked and one in told[-1]
    before = max(both.strip.bars.counts.values())
    assert before <= len(told[-1])
    year = min(both.strip.bars.counts)
    with qtbot.waitSignal(both.years_chosen):
        both.strip.choose(year, year)
    assert told[-1] < both.map.picked and told[-1]
    assert sum(disc.count for disc in canvas.discs if disc.cluster is largest.cluster) == len(told[-1])
    with qtbot.waitSignal(both.years_cleared):
        both.clear()
    assert told[-1] is None and both.map.picked is None


def test_another_library_begins_anew(both, qtbot, crowded):
    shown(both, qtbot)
    both.strip.choose(2000, 2001)
    crowded.set_library(None)
    assert both.map.canvas.discs == [] and both.strip.chosen is None
    both.show_found(None)
    assert not crowded.tasks.running
