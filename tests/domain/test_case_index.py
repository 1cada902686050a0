"""The index of a case finds what a search through all of it would find."""

from hypothesis import given

from casebook.domain.case import Case
from casebook.domain.case_index import LONGEST, CaseIndex
from casebook.domain.changes import found
from casebook.domain.entry_changes import descendants
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.outcomes import Indicator, Measurement, Outcome
from casebook.domain.wording import Wording
from tests.strategies import cases, everything

WORDS = Wording(vocabularies={})


@given(cases(most=3))
def test_agrees_with_looking_through_the_case(case):
    index = CaseIndex(case, WORDS)
    for record in everything(case):
        assert index.records[record.id] is found(case, record.id)
        assert index.keys[record.id] == case.section_key(record.id)
        assert set(index.within(record.id)) == {record.id} | descendants(case, record.id)
        with_source = [e for e in case.evidence_for(record.id) if e.source and e.stance != "contradicts"]
        assert list(index.backing(record.id)) == with_source


@given(cases())
def test_walks_every_field_once_in_the_order_of_the_outline(case):
    walked = [(record.id, spec.name) for record, spec, _ in CaseIndex(case, WORDS).walk()]
    assert len(walked) == len(set(walked))
    fields = len(case.declaration.header)
    assert walked[:fields] == [(case.id, spec.name) for spec in case.declaration.header]
    assert {record_id for record_id, _ in walked} == {record.id for record in everything(case)}


def test_names_are_cut_and_numbers_say_of_what():
    outcome = Outcome(statement="Peace")
    indicator = Indicator(name="Weapons", parent=outcome.id)
    measurement = Measurement(value=28000.0, parent=indicator.id)
    challenge = Challenge(title="x" * 200)
    case = Case(
        outcomes=(outcome,), indicators=(indicator,), measurements=(measurement,), challenges=(challenge,)
    )
    index = CaseIndex(case, WORDS)
    assert index.name(measurement) == "Weapons: 28,000"
    assert index.name(indicator) == "Weapons"
    assert len(index.name(challenge)) == LONGEST
