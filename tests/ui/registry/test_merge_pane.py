"""Which record stays, whose values count, what it is called beside."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QRadioButton

from casebook.domain.case import CASE
from casebook.domain.sections.registry import Actor
from casebook.storage.record_query import UseCount
from casebook.ui.registry.merge_pane import MergePane

SECTION = CASE.sections["actor_records"]
ONE = Actor(name="ECOMIL", country="LR")
OTHER = Actor(name="ECOWAS Mission in Liberia", short_name="ECOMIL", country="GH")


@pytest.fixture
def pane(workbench, qtbot):
    made = MergePane(workbench)
    qtbot.addWidget(made)
    made.show_records(SECTION, (ONE, OTHER), {ONE.id: 1, OTHER.id: 4})
    made.resize(400, 600)
    made.show()
    return made


def test_the_one_most_used_stays_and_its_values_come_first(pane):
    assert pane.merge.keep == OTHER.id and pane.merge.others == (ONE.id,)
    assert pane.findChild(QComboBox, "value:country").currentText() == "Ghana"
    texts = [label.text() for label in pane.findChildren(QLabel)]
    assert "Liberia · used in 1 case" in texts and "ECOMIL · Ghana · used in 4 cases" in texts
    assert pane.findChild(QComboBox, "value:short_name") is None


def test_another_stays_by_a_click_on_its_name_or_button(pane, qtbot):
    name = next(label for label in pane.findChildren(QLabel) if label.text() == "ECOMIL")
    qtbot.mouseClick(name, Qt.MouseButton.LeftButton)
    assert pane.merge.keep == ONE.id
    assert pane.findChild(QComboBox, "value:country").currentText() == "Liberia"
    assert "ECOWAS Mission in Liberia" in pane.findChild(QLabel, "merge-names").text()
    pane.findChild(QRadioButton, "stays:1").click()
    assert pane.merge.keep == OTHER.id


def test_values_of_others_are_chosen_field_by_field(pane, qtbot):
    box = pane.findChild(QComboBox, "value:country")
    box.setCurrentIndex(box.findText("Liberia"))
    with qtbot.waitSignal(pane.merge_wanted) as wish:
        qtbot.mouseClick(pane.findChild(QPushButton, "merge-do"), Qt.MouseButton.LeftButton)
    assert wish.args[0].chosen["country"] == ONE.id and wish.args[0].chosen["name"] == OTHER.id


def test_they_may_not_be_the_same_or_left_as_they_are(pane, qtbot):
    with qtbot.waitSignal(pane.apart_wanted, check_params_cb=lambda ids: ids == (ONE.id, OTHER.id)):
        qtbot.mouseClick(pane.findChild(QPushButton, "merge-apart"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(pane.cancelled):
        qtbot.mouseClick(pane.findChild(QPushButton, "merge-cancel"), Qt.MouseButton.LeftButton)
    pane.say_plan(UseCount(0, 0))
    assert pane.findChild(QLabel, "merge-plan").text().endswith("become one; no case changes.")
    pane.say_plan(UseCount(14, 31))
    assert pane.findChild(QLabel, "merge-plan").text().endswith("become one: 14 cases change, 31 links.")
    pane.show_records(SECTION, (ONE,), {})
    assert pane.merge is None
