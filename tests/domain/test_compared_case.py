"""One case looked up for comparing: names and grades are those the rest of Casebook gives."""

from hypothesis import given

from casebook.domain.case import Case
from casebook.domain.compared_case import ComparedCase
from casebook.domain.records import TermRef
from casebook.domain.sections.evidence import Evidence
from casebook.domain.sections.outcomes import Indicator, Measurement
from casebook.domain.sections.registry import Source
from casebook.domain.wording import Wording
from tests.strategies import VOCABULARIES, cases, everything

WORDS = Wording(vocabularies=VOCABULARIES)


@given(cases())
def test_titles_are_those_of_the_wording(case):
    read = ComparedCase(case, WORDS, None)
    for record in everything(case):
        if record is not case:
            assert read.title(record) == WORDS.title(record, case)


def graded(letter, stance=None):
    indicator = Indicator(name="Weapons")
    value = Measurement(parent=indicator.id, value=3.0)
    source = Source(reliability=TermRef(letter))
    item = Evidence(claim=value.id, source=source.id, stance=stance, credibility=TermRef("2"))
    case = Case(indicators=(indicator,), measurements=(value,), evidence=(item,), source_records=(source,))
    return ComparedCase(case, WORDS, None).held(indicator, True)


def test_evidence_for_a_measurement_carries_its_indicator():
    assert (graded("b").grade.code, graded("b").weak) == ("B2", False)


def test_weak_sources_and_contradictions_carry_nothing():
    assert (graded("d").grade.code, graded("d").weak) == ("D2", True)
    against = graded("a", TermRef("contradicts"))
    assert (against.grade, against.weak) == (None, True)
