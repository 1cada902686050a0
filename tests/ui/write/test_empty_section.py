"""What an empty section says and offers."""

import attrs
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from casebook.domain.case import CASE, new_case
from casebook.domain.records import Absence
from casebook.storage.library import Library
from casebook.ui.write.empty_section import EmptySection


@pytest.fixture
def empty(workbench, qtbot):
    made = EmptySection(workbench)
    qtbot.addWidget(made)
    made.resize(280, 500)
    with qtbot.waitExposed(made):
        made.show()
    return made


def offered(empty):
    return [button.objectName() for button in empty.findChildren(QPushButton) if button.isVisible()]


def test_it_says_what_belongs_here_and_offers_the_next_step(empty, qtbot):
    empty.show_section(new_case(), CASE.sections["lessons"])
    assert empty.add.text() == "Add a lesson"
    assert any(CASE.sections["lessons"].guidance == label.text() for label in empty.findChildren(QLabel))
    assert offered(empty) == ["grow", "absence-none-found", "absence-not-applicable"]
    with qtbot.waitSignal(empty.add_wanted):
        qtbot.mouseClick(empty.add, Qt.MouseButton.LeftButton)


def test_each_reason_for_nothing_can_be_given_and_taken_back(empty, qtbot):
    case = new_case()
    empty.show_section(case, CASE.sections["lessons"])
    with qtbot.waitSignal(empty.absence_chosen) as chosen:
        empty.findChild(QPushButton, "absence-none-found").click()
    assert chosen.args == [Absence.NONE_FOUND]
    empty.show_section(attrs.evolve(case, absences={"lessons": Absence.NONE_FOUND}), CASE.sections["lessons"])
    assert "absence-not-recorded" in offered(empty)
    assert "absence-none-found" not in offered(empty)
    with qtbot.waitSignal(empty.absence_chosen) as chosen:
        empty.findChild(QPushButton, "absence-not-recorded").click()
    assert chosen.args == [None]


def test_shared_records_are_never_said_to_be_absent(empty):
    empty.show_section(new_case(), CASE.sections["actor_records"])
    assert offered(empty) == ["grow"]


def test_in_a_library_open_for_reading_nothing_is_offered(empty, workbench, library_file):
    workbench.set_library(Library.open(library_file, read_only=True))
    empty.show_section(new_case(), CASE.sections["lessons"])
    assert not empty.add.isEnabled()
    assert offered(empty) == ["grow"]
