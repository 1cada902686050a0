"""What is left to fix, in words, with the section at hand first."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from casebook.domain.case import new_case
from casebook.domain.checks import find_problems
from casebook.domain.findings import Finding
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.outcomes import Indicator, Outcome
from casebook.domain.wording import Wording
from casebook.ui.write.finding_model import FindingModel, FindingRole, finding_rows
from tests.strategies import cases

PLAIN = Wording(vocabularies={})


@pytest.fixture
def case():
    first, second = Outcome(statement="One"), Outcome(statement="Two")
    return new_case(
        title="A case",
        challenges=(Challenge(title="a"), Challenge()),
        outcomes=(first, second),
        indicators=(
            Indicator(name="x", parent=second.id),
            Indicator(name="y", parent=first.id),
            Indicator(name="z", parent=second.id),
        ),
    )


def place_of(case, record_id, section):
    finding = Finding(rule="too-many-words", section=section, record_id=record_id, values={})
    finding = attrs.evolve(finding, values={"field": "f", "count": "9", "limit": "1"})
    return finding_rows(case, (finding,), PLAIN)[0]


def test_a_place_is_named_by_kind_and_number(case):
    assert place_of(case, case.challenges[1].id, "challenges").place == "Challenge 2"


def test_a_nested_entry_is_numbered_within_its_parent(case):
    row = place_of(case, case.indicators[2].id, "indicators")
    assert row.place == "Outcome 2 › Indicator 2"
    assert row.root == "outcomes"


def test_a_part_of_the_case_is_named_by_its_title(case):
    assert place_of(case, case.id, "overview").place == "Overview"


def test_a_finding_about_a_whole_section_points_at_the_section(case):
    row = place_of(case, case.id, "lessons")
    assert (row.place, row.target) == ("Lessons", (case.id, "lessons"))


def test_the_current_section_comes_first_and_the_rest_keeps_its_order(case, qtmodeltester):
    model = FindingModel()
    found = find_problems(case)
    model.show_findings(case, found, PLAIN)
    before = [model.target_at(row) for row in range(model.rowCount())]
    model.show_section("outcomes")
    after = [model.target_at(row) for row in range(model.rowCount())]
    roots = [row.root for row in finding_rows(case, found, PLAIN)]
    own = roots.count("outcomes")
    assert 0 < own < len(after)
    assert all(finding.binding for finding in found)
    assert sorted(before) == sorted(after)
    assert after[own:] == [target for target, root in zip(before, roots, strict=True) if root != "outcomes"]
    qtmodeltester.check(model)


def test_advice_comes_after_what_is_to_fix_and_says_that_it_is_advice(case):
    case = attrs.evolve(case, title="A title that has more words than anybody would like to read")
    model = FindingModel()
    found = find_problems(case)
    model.show_findings(case, found, PLAIN)
    model.show_section("overview")
    states = [model.index(row).data(FindingRole.STATE) for row in range(model.rowCount())]
    binding = [state == "warning" for state in states]
    assert set(states) == {"warning", "neutral"}
    assert binding == sorted(binding, reverse=True)
    assert 0 < model.binding == sum(binding) < len(binding)
    advice = model.index(model.binding)
    assert advice.data(FindingRole.PLACE) == "Advice · Overview"
    assert advice.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Advice · Overview: ")


def test_a_screen_reader_hears_place_message_and_mend(case):
    model = FindingModel()
    model.show_findings(case, find_problems(case), PLAIN)
    index = model.index(0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith(index.data(FindingRole.PLACE))
    assert index.data() in spoken
    assert index.data(FindingRole.MEND) in spoken


@given(st.data())
def test_every_finding_of_every_case_can_be_named_and_jumped_to(data):
    case = data.draw(cases())
    found = find_problems(case)
    rows = finding_rows(case, found, PLAIN)
    assert len(rows) == len(found)
    outline = {part.key for part in case.declaration.parts} | {
        spec.key for spec in case.declaration.sections.values() if not spec.parent
    }
    for row in rows:
        assert row.place and row.message and row.mend
        assert row.root in outline
        assert case.find(row.target[0]) is not None
