"""The list of what is to fix: chosen by mouse and keys, as high as its cards, fast when long."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from casebook.domain.case import new_case
from casebook.domain.checks import find_problems
from casebook.domain.sections.challenges import Challenge
from casebook.domain.wording import Wording
from casebook.ui.write.finding_list import FindingList

PLAIN = Wording(vocabularies={})


@pytest.fixture
def holder(look, qtbot):
    made = QScrollArea()
    qtbot.addWidget(made)
    made.setWidgetResizable(True)
    made.resize(280, 600)
    made.setWidget(FindingList(made))
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


@pytest.fixture
def view(holder):
    return holder.widget()


def fill(view, entries):
    case = new_case(title="A case", challenges=tuple(Challenge() for _ in range(entries)))
    view.findings.show_findings(case, find_problems(case), PLAIN)
    QApplication.processEvents()


def test_a_click_chooses(view, qtbot):
    fill(view, 3)
    spot = view.visualRect(view.model().index(1)).center()
    with qtbot.waitSignal(view.chosen) as chosen:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert tuple(chosen.args) == view.findings.target_at(1)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_choose_the_row_they_stand_on(view, qtbot, key):
    fill(view, 3)
    view.setFocus()
    assert view.currentIndex().row() == 0
    qtbot.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.chosen) as chosen:
        qtbot.keyClick(view, key)
    assert tuple(chosen.args) == view.findings.target_at(1)


def test_keys_in_an_empty_list_choose_nothing(view, qtbot):
    view.setFocus()
    with qtbot.assertNotEmitted(view.chosen):
        qtbot.keyClick(view, Qt.Key.Key_Return)


@pytest.mark.parametrize("width", [200, 280, 500])
def test_it_is_as_high_as_its_cards_at_any_width(view, holder, width):
    holder.resize(width, 600)
    fill(view, 4)
    last = view.visualRect(view.findings.index(view.findings.rowCount() - 1))
    assert 0 <= view.viewport().height() - last.bottom() < 12


def test_three_hundred_findings_are_shown_within_a_tenth_of_a_second(view, holder):
    taken = []
    for entries in (150, 151, 152):
        case = new_case(title="Much to do", challenges=tuple(Challenge() for _ in range(entries)))
        findings = find_problems(case)
        assert len(findings) > 300
        began = time.perf_counter()
        view.findings.show_findings(case, findings, PLAIN)
        QApplication.processEvents()
        holder.grab()
        taken.append(time.perf_counter() - began)
    assert min(taken) < 0.1
