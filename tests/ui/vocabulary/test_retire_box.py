import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from casebook.ui.vocabulary.retire_box import RetireBox


@pytest.fixture
def box(look, qtbot):
    made = RetireBox()
    qtbot.addWidget(made)
    made.show()
    made.show_state("", [("funding", "Resources › Funding")], may_change=True)
    return made


def test_a_word_is_retired_in_favour_of_another(box, qtbot):
    retire, instead = box.findChild(QPushButton, "retire"), box.findChild(QComboBox, "instead")
    assert not retire.isEnabled() and not box.findChild(QPushButton, "offer-again").isVisible()
    instead.setCurrentIndex(1)
    with qtbot.waitSignal(box.retire_wanted) as wanted:
        qtbot.mouseClick(retire, Qt.MouseButton.LeftButton)
    assert wanted.args == ["funding"]


def test_a_retired_word_can_be_offered_again(box, qtbot):
    box.show_state("It is no longer offered.", [], may_change=True)
    assert box.findChild(QLabel, "retired").text() == "It is no longer offered."
    assert not box.findChild(QComboBox, "instead").isVisible()
    with qtbot.waitSignal(box.offer_wanted):
        qtbot.mouseClick(box.findChild(QPushButton, "offer-again"), Qt.MouseButton.LeftButton)


def test_deleting_says_why_it_cannot_be(box, qtbot):
    delete = box.findChild(QPushButton, "delete-term")
    box.show_deletable("It is used.", shown=True)
    assert not delete.isEnabled() and delete.toolTip() == delete.accessibleDescription() == "It is used."
    box.show_deletable("", shown=True)
    with qtbot.waitSignal(box.delete_wanted):
        qtbot.mouseClick(delete, Qt.MouseButton.LeftButton)
    box.show_deletable("", shown=False)
    assert not delete.isVisible()
