"""How to write what is shown, an example, and what is to fix: one column that scrolls as a whole."""

import attrs
import pytest
from PySide6.QtWidgets import QLabel

from casebook.domain.checks import find_problems
from casebook.domain.sections.challenges import Challenge
from casebook.ui.theme import LIGHT, apply_theme
from casebook.ui.write.guidance_panel import GuidancePanel


@pytest.fixture
def panel(workbench, qtbot):
    made = GuidancePanel(workbench)
    qtbot.addWidget(made)
    made.resize(280, 500)
    with qtbot.waitExposed(made):
        made.show()
    return made


def text(panel, name):
    return panel.findChild(QLabel, name).text()


def test_every_part_and_section_has_its_guidance(panel, workbench):
    declaration = workbench.declaration
    for shown in (*declaration.parts, *declaration.sections.values()):
        panel.show_section(shown.key)
        assert text(panel, "guidance-text") == shown.guidance
        assert text(panel, "guidance-example") == shown.example
        assert panel.findChild(QLabel, "guidance-example").isVisible() == bool(shown.example)


def test_what_is_no_section_leaves_the_guidance_empty(panel):
    panel.show_section("no-such-section")
    assert not panel.findChild(QLabel, "guidance-text").isVisible()


def test_a_case_without_findings_says_so(panel, workbench):
    panel.show_findings(workbench.case, ())
    assert panel.findChild(QLabel, "nothing-to-fix").isVisible()
    assert not panel.findings.isVisible()
    panel.focus_findings()
    assert not panel.findings.hasFocus()


def test_the_heading_counts_what_is_to_fix(panel, workbench):
    case = attrs.evolve(workbench.case, challenges=(Challenge(),))
    findings = find_problems(case)
    panel.show_findings(case, findings)
    heads = [label.text() for label in panel.findChildren(QLabel) if label.text().startswith("TO FIX")]
    binding = [finding for finding in findings if finding.binding]
    assert heads[0].startswith(f"TO FIX BEFORE REVIEW · {len(binding)} ")
    assert len(heads) == 1
    assert not panel.findChild(QLabel, "nothing-to-fix").isVisible()


def test_the_heading_counts_advice_apart(panel, workbench):
    findings = find_problems(workbench.case)
    binding = sum(finding.binding for finding in findings)
    assert 0 < binding < len(findings)
    panel.show_findings(workbench.case, findings)
    (head,) = (label for label in panel.findChildren(QLabel) if label.text().startswith("TO FIX"))
    assert head.text() == f"TO FIX BEFORE REVIEW · {binding} · ADVICE · {len(findings) - binding}"
    assert head.accessibleName() == f"To fix before review · {binding} · Advice · {len(findings) - binding}"


def test_advice_alone_keeps_nothing_from_review(panel, workbench):
    advice = tuple(finding for finding in find_problems(workbench.case) if not finding.binding)
    panel.show_findings(workbench.case, advice)
    assert panel.findChild(QLabel, "nothing-to-fix").isVisible()
    assert panel.findings.isVisible()


def test_twice_the_text_size_pushes_nothing_out_of_sight(panel, workbench, look):
    apply_theme(look, LIGHT, text_percent=200)
    try:
        panel.resize(380, 500)
        panel.show_section("outcomes")
        look.processEvents()
        assert panel.widget().width() <= panel.viewport().width()
    finally:
        apply_theme(look, LIGHT)
