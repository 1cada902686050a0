"""Who gets the room in Write, in a wide and in a narrow window."""

import pytest
from PySide6.QtWidgets import QWidget

from casebook.ui.write.pane_room import BESIDE_NEEDS, ENTRIES_NEED, PaneRoom


@pytest.fixture
def panes(look, qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    made = {name: QWidget(holder) for name in ("outline", "entries", "aside", "finding")}
    holder.show()
    yield made
    holder.close()


def seen(panes):
    return {name for name, pane in panes.items() if pane.isVisible()}


def test_the_guidance_gives_way_to_the_page_and_the_outline_to_a_search(panes):
    unit = panes["aside"].fontMetrics().averageCharWidth()
    room = PaneRoom(**panes)
    shown = []
    room.aside_shown.connect(shown.append)
    room.show_entries(True)
    room.fit(BESIDE_NEEDS * unit)
    assert seen(panes) == {"outline", "entries", "aside"}
    room.show_finding(True)
    assert seen(panes) == {"outline", "entries", "finding"}
    room.fit(BESIDE_NEEDS * unit - 1)
    assert seen(panes) == {"entries", "finding"}
    room.fit(ENTRIES_NEED * unit - 1)
    assert seen(panes) == {"finding"}
    room.show_entries(True)
    assert seen(panes) == {"finding"}
    room.show_finding(False)
    assert seen(panes) == {"outline", "entries"}
    room.fit(BESIDE_NEEDS * unit)
    assert seen(panes) == {"outline", "entries", "aside"}
    assert (shown[0], shown[-1], False in shown) == (True, True, True)


def test_asking_for_the_guidance_ends_a_search_and_needs_no_room(panes):
    room = PaneRoom(**panes)
    room.fit(10)
    room.show_finding(True)
    room.show_aside(True)
    assert seen(panes) == {"outline", "aside"}
    room.show_aside(False)
    assert seen(panes) == {"outline"}
