"""The middle of the Library: the list follows the question, and so does the map."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from casebook.ui.library.found_area import FoundArea
from casebook.ui.library.map_pane import MapPane


@pytest.fixture
def area(crowded, asking, qtbot):
    made = FoundArea(crowded, asking, QWidget())
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    asking.changed.connect(lambda: made.show_question(()))
    made.show_question(())
    return made


def test_words_show_where_they_stand_and_make_room_for_it(area, asking, qtbot):
    plain = area.table.rowHeight(0)
    asking.ask("ceasefire")
    assert area.model.rowCount() > 0
    assert area.table.rowHeight(0) > plain
    found = area.model.snippet(0)
    assert any(match and "ceasefire" in words.lower() for words, match in found.parts)
    asking.ask("")
    assert area.table.rowHeight(0) == plain


def test_the_order_a_person_chose_stays_while_words_change(area, asking):
    asking.ask("ceasefire")
    area.model.sort(1)
    asking.ask("ceasefire line")
    assert area.model.query.sort == "title"
    asking.ask("")
    assert area.model.query.sort == "updated_at"


def test_the_map_follows_and_its_drawing_is_a_chip(area, asking, qtbot):
    qtbot.mouseClick(area.findChild(QToolButton, "show-map"), Qt.MouseButton.LeftButton)
    pane = area.findChild(MapPane)
    with qtbot.waitSignal(pane.places.shown, timeout=10_000):
        pass
    every = area.model.rowCount()
    pane.places.strip.choose(1990, 1995)
    qtbot.waitUntil(lambda: 0 < area.model.rowCount() < every, timeout=10_000)
    assert all(row.period[:4] <= "1995" for row in map(area.model.case, range(area.model.rowCount())))
    chip = area.findChild(QToolButton, "chip-0")
    assert chip.text().startswith("Map and years")
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: area.model.rowCount() == every, timeout=10_000)


def test_hiding_the_map_takes_its_drawing_away(area, asking, qtbot):
    button = area.findChild(QToolButton, "show-map")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    pane = area.findChild(MapPane)
    with qtbot.waitSignal(pane.places.shown, timeout=10_000):
        pass
    pane.places.strip.choose(1990, 1995)
    qtbot.waitUntil(lambda: asking.narrows, timeout=10_000)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not pane.isVisible()
    qtbot.waitUntil(lambda: not asking.narrows, timeout=10_000)


def test_nothing_found_says_what_to_do(area, asking):
    asking.ask("quartzite")
    assert area.findChild(QLabel, "found").text() == "0 found"
    assert not area.table.isVisible()
