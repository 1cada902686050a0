"""Counting in a thread of its own: the latest question is answered, and the file is let go."""

import pytest

from casebook.domain.errors import LibraryError
from casebook.domain.wanted import HasWords
from casebook.services.panels import PANELS, Panels
from casebook.storage.listing import ListQuery
from casebook.ui.library.facet_counter import FacetCounter, Question


@pytest.fixture
def counter(crowded):
    made = FacetCounter(crowded.library.opening_apart())
    made.start()
    yield made
    made.stop()


def question(crowded, *words):
    wanted = HasWords(words) if words else ListQuery().wanted
    return Question(query=ListQuery(wanted=wanted), ticks=(), panels=Panels(crowded.wording))


def test_every_panel_is_counted(crowded, counter, qtbot):
    seen = {}
    counter.counted.connect(lambda key, values: seen.setdefault(key, values))
    with qtbot.waitSignal(counter.finished_counting, timeout=10_000):
        counter.ask(question(crowded))
    assert list(seen) == [panel.key for panel in PANELS]
    total = crowded.library.cases.count(ListQuery())
    assert sum(one.number for one in seen["complete"]) == total


def test_of_many_questions_the_last_is_answered(crowded, counter, qtbot):
    seen = {}
    counter.counted.connect(lambda key, values: seen.__setitem__(key, values))
    for word in ("m", "mi", "mis", "miss"):
        counter.ask(question(crowded, word))
    with qtbot.waitSignal(counter.finished_counting, timeout=10_000):
        counter.ask(question(crowded, "quartzite"))
    qtbot.waitUntil(lambda: all(not seen.get(panel.key) for panel in PANELS), timeout=10_000)


def test_a_library_that_cannot_be_opened_counts_nothing(crowded, qtbot):
    def opening():
        raise LibraryError("It is gone.")

    counter = FacetCounter(opening)
    with qtbot.waitSignal(counter.finished, timeout=10_000), qtbot.assertNotEmitted(counter.counted):
        counter.start()
        counter.ask(question(crowded))
    counter.stop()
    assert counter.isFinished()
