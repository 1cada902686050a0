"""The bar above the list: it asks what is typed, shows what is asked, and keeps it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton

from casebook.domain.wanted import AmongCases
from casebook.services.panels import Tick
from casebook.ui.library.case_lists import LISTS
from casebook.ui.library.search_bar import SearchBar


@pytest.fixture
def bar(crowded, asking, qtbot):
    made = SearchBar(crowded, asking)
    qtbot.addWidget(made)
    made.resize(900, 120)
    made.show()
    asking.changed.connect(made.show_question)
    asking.changed.connect(lambda: made.show_count(7))
    return made


def chips(bar):
    found = [bar.findChild(QToolButton, f"chip-{at}") for at in range(4)]
    return [chip.text().removesuffix("✕").strip() for chip in found if chip is not None]


def test_what_is_typed_is_asked_after_a_rest_and_at_once_with_enter(bar, asking, qtbot):
    with qtbot.waitSignal(asking.changed):
        qtbot.keyClicks(bar.field, "peace")
    assert asking.text == "peace"
    qtbot.keyClicks(bar.field, "keeping")
    with qtbot.waitSignal(bar.left):
        qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert asking.text == "peacekeeping"


def test_escape_clears_everything_that_is_asked(bar, asking, qtbot):
    asking.tick(Tick("status", "draft"), on=True)
    qtbot.keyClicks(bar.field, "peace")
    with qtbot.waitSignal(bar.left):
        qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not asking.narrows
    assert bar.field.text() == ""
    assert chips(bar) == []


def test_each_tick_is_a_chip_that_can_be_taken_away(bar, asking, qtbot):
    asking.tick(Tick("status", "draft"), on=True)
    asking.tick(Tick("region", "western-africa"), on=True)
    asking.narrow("drawn", "Map and years", AmongCases(frozenset({"one"})))
    assert chips(bar) == ["Status: Draft", "Region: Western Africa", "Map and years"]
    first = bar.findChild(QToolButton, "chip-0")
    assert first.accessibleName() == "Remove Status: Draft"
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert asking.ticks == (Tick("region", "western-africa"),)
    qtbot.mouseClick(bar.findChild(QToolButton, "chip-1"), Qt.MouseButton.LeftButton)
    assert not asking.narrowed
    assert chips(bar) == ["Region: Western Africa"]


def test_a_malformed_query_says_how_it_was_read(bar, asking, qtbot):
    notes = bar.findChild(QLabel, "search-notes")
    assert not notes.isVisible()
    with qtbot.waitSignal(asking.changed):
        qtbot.keyClicks(bar.field, '"peace talks')
    assert "never closed" in notes.text()
    assert notes.isVisible()


def test_what_is_kept_is_all_that_is_asked(bar, asking, qtbot):
    asking.look_at(next(entry for entry in LISTS if entry.key == "unsourced"))
    asking.tick(Tick("status", "draft"), on=True)
    with qtbot.waitSignal(asking.changed):
        qtbot.keyClicks(bar.field, "peace")
    with qtbot.waitSignal(bar.kept) as kept:
        qtbot.mouseClick(bar.findChild(QPushButton, "save-search"), Qt.MouseButton.LeftButton)
    search = kept.args[0]
    assert search.name == "peace · Status: Draft · Unsourced claims"
    assert search.text == "is:unsourced peace"
    assert search.ticks == (Tick("status", "draft"),)
