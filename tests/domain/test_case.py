"""A case is a value: looked up by section and id, and made anew for every change."""

import attrs
import pytest
from hypothesis import given

from casebook.domain.case import CASE, Case, new_case
from casebook.domain.errors import ChangeError
from casebook.domain.records import Sensitivity
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.evidence import Evidence
from casebook.domain.sections.outcomes import Indicator, Outcome
from tests.strategies import cases, everything


def test_a_new_case_is_an_internal_draft():
    case = new_case(title="Liberia")
    assert (case.title, case.status, case.sensitivity) == ("Liberia", "draft", Sensitivity.INTERNAL)


def test_the_case_model_is_all_there():
    assert set(CASE.sections) >= {
        *(
            "places",
            "actors",
            "relations",
            "frameworks",
            "activities",
            "challenges",
            "outcomes",
            "assessment",
        ),
        *("timeline", "adaptations", "lessons", "teaching_kits", "evidence", "attachments"),
    }
    assert [spec.name for spec in CASE.part_fields("narrative")] == [
        *("context", "problem", "entry_points", "approach", "coordination", "influence", "analysis"),
    ]


@given(cases())
def test_every_record_is_found_by_its_id(case):
    for record in everything(case):
        assert case.find(record.id) is record
        key = case.section_key(record.id)
        assert record is case or record in case.section(key)


def test_what_is_not_there_is_not_found():
    case = Case()
    assert case.find("nobody") is None
    assert case.find(None) is None
    with pytest.raises(ChangeError, match="no longer in the case"):
        case.section_key("nobody")
    with pytest.raises(ChangeError, match="no section called “songs”"):
        case.section("songs")


def test_replacing_changes_one_record_and_keeps_the_order():
    first, second = Challenge(title="A"), Challenge(title="B")
    case = Case(challenges=(first, second))
    changed = case.replacing(attrs.evolve(first, title="C"))
    assert [challenge.title for challenge in changed.challenges] == ["C", "B"]
    assert [challenge.title for challenge in case.challenges] == ["A", "B"]
    assert case.replacing(attrs.evolve(case, title="Whole")).title == "Whole"
    with pytest.raises(ChangeError):
        case.replacing(Challenge())


def test_children_and_evidence_of_an_entry():
    outcome = Outcome(statement="Peace")
    indicators = (Indicator(name="A", parent=outcome.id), Indicator(name="B", parent="other"))
    evidence = (Evidence(claim=outcome.id), Evidence(claim="other"))
    case = Case(outcomes=(outcome,), indicators=indicators, evidence=evidence)
    assert case.children("indicators", outcome.id) == indicators[:1]
    assert case.evidence_for(outcome.id) == evidence[:1]
