"""What would come of a list is said in one line, the refused rows below."""

import attrs
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTableView

from casebook.domain.list_file import ListFile
from casebook.domain.sections.registry import Actor, Source
from casebook.services.lists.plan import Plan, Refused
from casebook.ui.lists.plan_panel import PlanPanel

LISTED = ListFile(name="x", columns=("A",), rows=(("a",), ("b",)), numbers=(2, 3), note="It was guessed.")
GOOD = Plan(rows=(0, 1), make=lambda at: Actor(name=str(at)))
BAD = attrs.evolve(GOOD, rows=(0,), refused=(Refused(at=1, number=3, reasons=("A: no.",)),))


@pytest.fixture
def panel(look, qtbot):
    made = PlanPanel()
    qtbot.addWidget(made)
    made.show()
    return made


def test_all_rows_can_come_in(panel):
    assert panel.findChild(QLabel, "plan").text() == "Looking through the list …"
    panel.show_plan(LISTED, GOOD)
    assert panel.findChild(QLabel, "plan").text() == "2 of 2 rows can come in; none is refused."
    assert panel.findChild(QLabel, "plan-notes").text() == "It was guessed."
    assert not panel.findChild(QTableView, "refused").isVisible()
    assert not panel.findChild(QPushButton, "save-refused").isVisible()


def test_refused_rows_are_listed_and_can_be_saved(panel, qtbot):
    panel.show_plan(LISTED, BAD)
    assert panel.findChild(QLabel, "plan").text() == "1 of 2 rows can come in, 1 refused."
    assert panel.findChild(QTableView, "refused").model().index(0, 2).data() == "A: no."
    with qtbot.waitSignal(panel.save_wanted):
        qtbot.mouseClick(panel.findChild(QPushButton, "save-refused"), Qt.MouseButton.LeftButton)


def test_what_is_made_on_the_way_is_named(panel):
    actors = tuple(Actor(name=f"Force {n}") for n in range(12))
    fresh = {"actor_records": actors, "source_records": (Source(title="Report"),)}
    panel.show_plan(LISTED, attrs.evolve(GOOD, fresh=fresh, left_out={"A": 2}))
    assert panel.findChild(QLabel, "plan-notes").text() == (
        "It was guessed. 12 new actors: Force 0; Force 1; Force 2 …. 1 new source: Report. A: 2 words left out."
    )
