import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton

from casebook.services.configuring import Choice
from casebook.services.tallying import Reader
from casebook.ui.compare.set_picker import SetPicker


@pytest.fixture
def picker(sample_bench, qtbot):
    made = SetPicker(sample_bench)
    qtbot.addWidget(made)
    made.show()
    return made


def offer(picker, bench, field):
    box = picker.findChild(QComboBox, "set-field")
    box.setCurrentIndex(box.findData(field))
    picker.offer_terms(Reader(library=bench.library).tally(picker.ground))


def test_terms_stand_with_the_number_of_their_cases(picker, sample_bench, qtbot):
    offer(picker, sample_bench, "challenges.category")
    terms = picker.findChild(QComboBox, "set-term")
    assert terms.itemText(0) == "Abuse or misconduct (5)"
    assert not picker.findChild(QComboBox, "set-value").isVisible()
    with qtbot.waitSignal(picker.condition) as wish:
        qtbot.mouseClick(picker.findChild(QPushButton, "add-condition"), Qt.MouseButton.LeftButton)
    assert wish.args[0].field == "challenges.category"
    assert wish.args[1] == "Abuse or misconduct"


def test_where_entries_have_a_direction_it_can_be_asked_for(picker, sample_bench, qtbot):
    offer(picker, sample_bench, "outcomes.domain")
    value = picker.findChild(QComboBox, "set-value")
    assert value.isVisible()
    value.setCurrentIndex(value.findData("positive"))
    term = picker.findChild(QComboBox, "set-term")
    term.setCurrentIndex(term.findData("justice"))
    with qtbot.waitSignal(picker.outcome) as wish:
        qtbot.mouseClick(picker.findChild(QPushButton, "make-outcome"), Qt.MouseButton.LeftButton)
    assert wish.args == [
        Choice(field="outcomes.domain", term="justice", sign="positive"),
        "Justice: Positive",
    ]


def test_without_terms_nothing_can_be_added(picker):
    picker.offer_terms(None)
    assert not picker.findChild(QPushButton, "add-condition").isEnabled()


def test_another_field_asks_for_its_terms(picker, qtbot):
    with qtbot.waitSignal(picker.terms_wanted):
        qtbot.keyClick(picker.findChild(QComboBox, "set-field"), Qt.Key.Key_Down)
