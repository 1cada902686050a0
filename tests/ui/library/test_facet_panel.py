import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QToolButton

from casebook.services.panels import BY_KEY, Counted
from casebook.ui.library.facet_panel import FEW, FacetPanel
from casebook.ui.widgets.line_delegate import NOTE_ROLE

VALUES = [
    Counted(value=f"v{at}", label=f"Value {at}", path=f"Above › Value {at}", number=20 - at)
    for at in range(8)
]


@pytest.fixture
def panel(look, qtbot):
    made = FacetPanel(BY_KEY["framework"])
    qtbot.addWidget(made)
    made.resize(220, 400)
    made.show()
    return made


def values(panel):
    return panel.findChild(QListWidget, "facet-framework")


def lines(panel):
    view = values(panel)
    return [(view.item(at).text(), view.item(at).data(NOTE_ROLE)) for at in range(view.count())]


def more(panel):
    return panel.findChild(QToolButton, "facet-more-framework")


def test_the_first_values_stand_there_with_their_counts_and_the_rest_on_demand(panel, qtbot):
    panel.show_values(VALUES, frozenset())
    assert lines(panel) == [(f"Value {at}", str(20 - at)) for at in range(FEW)]
    assert more(panel).text() == "3 more…"
    qtbot.mouseClick(more(panel), Qt.MouseButton.LeftButton)
    assert len(lines(panel)) == 8
    qtbot.mouseClick(more(panel), Qt.MouseButton.LeftButton)
    assert len(lines(panel)) == FEW


def test_a_click_ticks_and_takes_the_tick_back(panel, qtbot):
    panel.show_values(VALUES, frozenset())
    view = values(panel)
    at = view.visualItemRect(view.item(1)).center()
    with qtbot.waitSignal(panel.ticked) as ticked:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert ticked.args == ["v1", True]
    panel.show_values(VALUES, frozenset({"v1"}))
    assert lines(panel)[1][0] == "✓ Value 1"
    with qtbot.waitSignal(panel.ticked) as ticked:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert ticked.args == ["v1", False]


def test_it_is_walked_and_ticked_by_key_and_keeps_its_place(panel, qtbot):
    panel.show_values(VALUES, frozenset())
    view = values(panel)
    view.setFocus()
    view.setCurrentRow(0)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.ticked) as ticked:
        qtbot.keyClick(view, Qt.Key.Key_Space)
    assert ticked.args == ["v1", True]
    panel.show_values(VALUES, frozenset({"v1"}))
    assert view.currentItem().data(Qt.ItemDataRole.UserRole) == "v1"


def test_a_ticked_value_is_seen_however_rare_and_though_the_panel_is_closed(panel, qtbot):
    panel.show_values(VALUES, frozenset())
    qtbot.mouseClick(panel.findChild(QToolButton, "facet-head-framework"), Qt.MouseButton.LeftButton)
    assert not values(panel).isVisible()
    panel.show_values(VALUES, frozenset({"v7"}))
    assert ("✓ Value 7", "13") in lines(panel)
    assert values(panel).isVisible()


def test_screen_readers_hear_the_count_and_whether_it_is_chosen(panel):
    panel.show_values(VALUES, frozenset({"v0"}))
    said = [values(panel).item(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in (0, 1)]
    assert said == ["Value 0: 20, chosen", "Value 1: 19, not chosen"]
    assert values(panel).item(0).toolTip() == "Above › Value 0"


def test_a_panel_without_values_is_not_there(panel):
    panel.show_values(VALUES, frozenset())
    assert panel.isVisible()
    panel.show_values([], frozenset())
    assert not panel.isVisible()
