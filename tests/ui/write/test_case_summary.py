"""The case in brief."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from casebook.domain.case import Case, new_case
from casebook.domain.records import Sensitivity, TermRef
from casebook.ui.widgets.chip import Chip
from casebook.ui.write.case_summary import CaseSummary


@pytest.fixture
def summary(workbench, qtbot):
    made = CaseSummary(workbench)
    qtbot.addWidget(made)
    made.resize(250, 200)
    made.show()
    return made


def title(summary):
    return summary.findChild(QLabel, "case-title")


def test_it_says_what_the_case_is_and_how_far_it_is(summary, workbench):
    summary.show_case(workbench.case, 68, 3)
    assert title(summary).accessibleName() == workbench.case.title
    assert [chip.text() for chip in summary.findChildren(Chip)] == ["Published", "Public"]
    link = summary.findChild(QPushButton, "findings-link")
    assert link.text() == "68 % complete · 3 to fix"
    assert link.accessibleName() == link.text()


def test_an_empty_case_has_words_too(summary):
    summary.show_case(new_case(), 0, 0)
    assert title(summary).text() == "Untitled case"
    assert [chip.text() for chip in summary.findChildren(Chip)] == ["Draft", "Internal"]
    summary.show_case(Case(), 100, 0)
    assert "No status" in [chip.text() for chip in summary.findChildren(Chip)]
    assert summary.findChild(QPushButton, "findings-link").text() == "100 % complete · nothing to fix"


def test_what_is_not_counted_yet_is_left_out(summary, workbench):
    summary.show_case(workbench.case, 68, None)
    assert summary.findChild(QPushButton, "findings-link").text() == "68 % complete"


def test_a_very_long_title_leaves_room_and_can_be_read_whole(summary):
    long = "Peace operations and what became of them " * 20
    summary.show_case(Case(title=long, sensitivity=Sensitivity.PARTNER, status=TermRef("draft")), 5, 1)
    assert title(summary).text().count("\n") == 3
    assert title(summary).text().endswith("…")
    assert title(summary).toolTip() == long
    assert title(summary).accessibleName() == long
    summary.resize(900, 200)
    assert len(title(summary).text().splitlines()[0]) > 40


def test_the_line_of_findings_asks_for_them(summary, qtbot, workbench):
    summary.show_case(workbench.case, 68, 3)
    with qtbot.waitSignal(summary.findings_wanted):
        summary.findChild(QPushButton, "findings-link").click()
