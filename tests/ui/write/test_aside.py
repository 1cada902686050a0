"""The pane beside the page: guidance, what is to fix, and the jump to it."""

import attrs
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from casebook.domain.checks import find_problems
from casebook.domain.sections.challenges import Challenge
from casebook.services.case_notes import CaseNote, add_note
from casebook.ui.write.aside import Aside


@pytest.fixture
def aside(workbench, qtbot):
    made = Aside(workbench)
    qtbot.addWidget(made)
    made.resize(280, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


@pytest.fixture
def found(workbench):
    """The open case with six things to fix among its challenges."""
    case = attrs.evolve(workbench.case, challenges=tuple(Challenge() for _ in range(3)))
    return case, find_problems(case)


def label(aside, name):
    return aside.findChild(QLabel, name)


def click_row(qtbot, view, row):
    index = view.model().index(row)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())


def test_guidance_and_example_come_from_the_declaration(aside, workbench):
    aside.show_section("challenges")
    spec = workbench.declaration.sections["challenges"]
    assert label(aside, "guidance-text").text() == spec.guidance
    assert label(aside, "guidance-example").text() == spec.example
    part = workbench.declaration.parts[0]
    aside.show_section(part.key)
    assert label(aside, "guidance-text").text() == part.guidance


def test_findings_of_the_section_at_hand_stand_first(aside, found):
    case, findings = found
    aside.show_findings(case, findings)
    aside.show_section("challenges")
    first = aside.guidance.findings.findings.target_at(0)[0]
    assert first == case.challenges[0].id
    assert not label(aside, "nothing-to-fix").isVisible()


def test_a_click_on_a_finding_asks_to_go_there(aside, found, workbench, qtbot):
    case, findings = found
    aside.show_findings(case, findings)
    view = aside.guidance.findings
    target = view.findings.target_at(1)
    with qtbot.waitSignal(workbench.go_to) as asked:
        click_row(qtbot, view, 1)
    assert tuple(asked.args) == target


def test_the_keyboard_reaches_a_finding_and_goes_there(aside, found, workbench, qtbot):
    case, findings = found
    aside.show_findings(case, findings)
    aside.focus_findings()
    view = aside.guidance.findings
    assert QApplication.focusWidget() is view
    qtbot.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(workbench.go_to) as asked:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert tuple(asked.args) == view.findings.target_at(1)


def test_the_finding_with_the_keyboard_is_scrolled_into_sight(aside, found, qtbot):
    case, findings = found
    aside.resize(280, 260)
    aside.show_findings(case, findings)
    aside.focus_findings()
    view, panel = aside.guidance.findings, aside.guidance
    for _ in range(view.findings.rowCount() - 1):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    row = view.visualRect(view.currentIndex())
    top = view.viewport().mapTo(panel.viewport(), row.topLeft()).y()
    assert top >= 0
    assert top + row.height() <= panel.viewport().height()


def test_focusing_findings_comes_back_from_history(aside, found):
    case, findings = found
    aside.show_findings(case, findings)
    aside.show_history()
    assert aside.history.isVisible()
    aside.focus_findings()
    assert aside.guidance.isVisible()


def test_tabs_are_switched_by_keys(aside, qtbot):
    aside.tabs.setFocus()
    qtbot.keyClick(aside.tabs, Qt.Key.Key_Right)
    assert aside.notes.isVisible()
    qtbot.keyClick(aside.tabs, Qt.Key.Key_Right)
    assert aside.history.isVisible()
    qtbot.keyClick(aside.tabs, Qt.Key.Key_Left)
    qtbot.keyClick(aside.tabs, Qt.Key.Key_Left)
    assert aside.guidance.isVisible()


def test_the_tab_says_how_many_notes_wait(aside, workbench):
    assert aside.tabs.tabText(1) == "Notes"
    add_note(workbench.library, CaseNote(case_id=workbench.case.id, text="Which year?"))
    workbench.cases_changed.emit()
    assert aside.tabs.tabText(1) == "Notes · 1"
