"""Records of a document hang together, or the document is refused with the path of the loose one."""

import attrs
import pytest
from hypothesis import given

from casebook.domain.case import Case
from casebook.domain.errors import FormatError
from casebook.domain.records import RecordId
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.evidence import Evidence
from casebook.domain.sections.outcomes import Indicator, Outcome
from casebook.domain.sections.registry import Actor
from casebook.domain.sections.timeline import Event
from casebook.exchange.integrity import check_integrity
from tests.strategies import cases

OUTCOME, CHALLENGE, ACTOR = Outcome(statement="A"), Challenge(title="B"), Actor(name="C")
STRAY = RecordId("01910000-0000-7000-8000-00000000dead")
LOOSE = [
    (Case(challenges=(CHALLENGE, CHALLENGE)), "case/challenges/1/id"),
    (Case(id=CHALLENGE.id, challenges=(CHALLENGE,)), "case/challenges/0/id"),
    (Case(indicators=(Indicator(name="I", parent=STRAY),)), "case/indicators/0/parent"),
    (Case(indicators=(Indicator(name="I"),)), "case/indicators/0/parent"),
    (
        Case(challenges=(CHALLENGE,), indicators=(Indicator(name="I", parent=CHALLENGE.id),)),
        "case/indicators/0/parent",
    ),
    (Case(outcomes=(OUTCOME, Outcome(parent=OUTCOME.id))), "case/outcomes/1/parent"),
    (Case(actors=(Participant(actor=STRAY),)), "case/actors/0/actor"),
    (Case(outcomes=(OUTCOME,), actors=(Participant(actor=OUTCOME.id),)), "case/actors/0/actor"),
    (Case(actor_records=(ACTOR,), timeline=(Event(actors=(ACTOR.id, STRAY)),)), "case/timeline/0/actors/1"),
    (Case(evidence=(Evidence(claim=STRAY),)), "case/evidence/0/claim"),
    (Case(actor_records=(attrs.evolve(ACTOR, parent_actor=STRAY),)), "actor_records/0/parent_actor"),
]


@pytest.mark.parametrize(("case", "path"), LOOSE)
def test_refuses_what_hangs_loose(case, path):
    with pytest.raises(FormatError) as error:
        check_integrity(case)
    assert error.value.path == path
    assert str(error.value).startswith(path + ": ")


@given(cases(most=3))
def test_a_whole_case_hangs_together(case):
    assert check_integrity(case) is None


def test_another_case_may_be_anywhere():
    assert check_integrity(Case(parent_case=STRAY)) is None


def test_evidence_may_be_for_any_record_and_for_the_case_itself():
    case = Case(challenges=(CHALLENGE,))
    claims = tuple(Evidence(claim=claim) for claim in (case.id, CHALLENGE.id))
    assert check_integrity(attrs.evolve(case, evidence=claims)) is None
