import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QToolButton

from casebook.services.configuring import Choice
from casebook.ui.compare.set_panel import MOST, SetPanel

FUNDING = Choice(field="challenges.category", term="funding")
JUSTICE = Choice(field="outcomes.domain", term="justice")


@pytest.fixture
def panel(sample_bench, qtbot):
    made = SetPanel(sample_bench)
    qtbot.addWidget(made)
    made.show()
    return made


def test_conditions_and_an_outcome_make_the_sets(panel, qtbot):
    assert panel.sets is None
    panel.add_condition(FUNDING, "Funding")
    assert panel.sets is None
    with qtbot.waitSignal(panel.changed):
        panel.set_outcome(JUSTICE, "Justice")
    assert (panel.sets.conditions, panel.sets.outcome, panel.sets.fuzzy) == ((FUNDING,), JUSTICE, False)


def test_what_becomes_the_outcome_is_no_condition_any_more(panel):
    panel.add_condition(FUNDING, "Funding")
    panel.add_condition(JUSTICE, "Justice")
    panel.set_outcome(FUNDING, "Funding")
    assert panel.sets.conditions == (JUSTICE,)
    panel.add_condition(FUNDING, "Funding")
    assert panel.sets is None


def test_a_cross_takes_a_set_out(panel, qtbot):
    panel.add_condition(FUNDING, "Funding")
    panel.set_outcome(JUSTICE, "Justice")
    qtbot.mouseClick(panel.findChild(QToolButton, "drop-condition-0"), Qt.MouseButton.LeftButton)
    assert panel.sets is None


def test_calibration_and_cutoff_are_told(panel, qtbot):
    panel.add_condition(FUNDING, "Funding")
    panel.set_outcome(JUSTICE, "Justice")
    with qtbot.waitSignal(panel.changed):
        panel.findChild(QCheckBox, "fuzzy").click()
    assert panel.sets.fuzzy
    with qtbot.waitSignal(panel.changed):
        qtbot.keyClick(panel.findChild(QComboBox, "cutoff"), Qt.Key.Key_Up)
    assert panel.cutoff == 0.75


def test_there_are_no_more_conditions_than_can_be_read(panel):
    for number in range(MOST + 3):
        panel.add_condition(Choice(field="tags", term=str(number)), str(number))
    panel.set_outcome(JUSTICE, "Justice")
    assert len(panel.sets.conditions) == MOST
    panel.clear()
    assert panel.sets is None
