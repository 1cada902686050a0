import attrs
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from casebook.domain.records import Sensitivity
from casebook.domain.redaction import redact
from casebook.ui.publish.withheld_panel import Reckoning, WithheldPanel


@pytest.fixture
def panel(workbench, qtbot):
    made = WithheldPanel(workbench)
    qtbot.addWidget(made)
    made.show()
    return made


def words(panel):
    return panel.findChild(QLabel, "withheld").text()


def test_it_says_when_nothing_is_withheld(panel, liberia):
    panel.show_reckonings([Reckoning(liberia, redact(liberia, Sensitivity.INTERNAL)[1])])
    assert words(panel).startswith("Nothing") and panel.property("state") == "ok"
    assert not panel.findChild(QPushButton, "withheld-each").isVisible()


def test_it_counts_and_shows_each_on_request(panel, liberia, qtbot):
    case = liberia.replacing(attrs.evolve(liberia.lessons[0], sensitivity=Sensitivity.PARTNER))
    panel.show_reckonings([Reckoning(case, redact(case, Sensitivity.PUBLIC)[1])])
    assert "Lessons: 1" in words(panel) and panel.property("state") == "warning"
    with qtbot.waitSignal(panel.details_wanted):
        qtbot.mouseClick(panel.findChild(QPushButton, "withheld-each"), Qt.MouseButton.LeftButton)


def test_a_refusal_stands_first(panel, liberia):
    panel.show_reckonings([Reckoning(liberia, None, "This case is marked internal.")])
    assert words(panel) == "This case is marked internal." and panel.property("state") == "danger"


def test_several_cases_are_told_apart_and_none_asks_for_one(panel, liberia):
    case = liberia.replacing(attrs.evolve(liberia.lessons[0], sensitivity=Sensitivity.PARTNER))
    one = Reckoning(case, redact(case, Sensitivity.PUBLIC)[1])
    panel.show_reckonings([one, one])
    assert words(panel).count(liberia.ref_code) == 2
    panel.show_reckonings([])
    assert "Choose a case" in words(panel)
    panel.show_waiting()
    assert words(panel).startswith("Looking")
