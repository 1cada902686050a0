from casebook.domain.case import Case
from casebook.domain.merge_coming import Coming
from casebook.domain.merge_plan import merge_plan
from casebook.domain.merge_rows import Choice
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.evidence import Evidence
from casebook.domain.sections.outcomes import Indicator, Measurement, Outcome
from casebook.domain.sections.registry import Source
from casebook.domain.wording import Wording
from tests.strategies import VOCABULARIES, ids_from

WORDING = Wording(vocabularies=VOCABULARIES)
REPORT = Source(title="Report")
MINE, TWIN = Challenge(title="Gap"), Challenge(title="Gap", severity=3)
OUTCOME = Outcome(statement="Courts reopened")
INDICATOR = Indicator(name="Judges", parent=OUTCOME.id)
COUNT = Measurement(value=12, parent=INDICATOR.id)
PROOF = Evidence(claim=COUNT.id, source=REPORT.id)
OTHER = Case(
    challenges=(TWIN,),
    outcomes=(OUTCOME,),
    indicators=(INDICATOR,),
    measurements=(COUNT,),
    evidence=(PROOF,),
    source_records=(REPORT,),
)


def coming(choices):
    plan = merge_plan(Case(challenges=(MINE,)), OTHER, WORDING)
    return Coming(plan, choices, ids_from(2**60).__next__)


def test_entries_are_one_with_theirs_or_come_under_ids_of_their_own():
    made = coming({})
    assert made.merged == {TWIN.id} and made.ids[TWIN.id] == MINE.id
    assert set(made.fresh) == {OUTCOME.id, INDICATOR.id, COUNT.id, PROOF.id}
    assert made.shared == [REPORT.id] and made.ids[REPORT.id] == REPORT.id
    renewed = made.renewed(PROOF)
    assert renewed.claim == made.fresh[COUNT.id] and renewed.id == made.fresh[PROOF.id]
    assert made.renewed(COUNT).parent == made.fresh[INDICATOR.id]


def test_what_rests_on_something_left_out_is_left_out():
    made = coming({f"other/{INDICATOR.id}": Choice.KEPT})
    assert set(made.fresh) == {OUTCOME.id}
    assert COUNT.id not in made.ids and PROOF.id not in made.ids


def test_a_pair_may_come_over_as_a_second_entry():
    made = coming({f"pair/{TWIN.id}": Choice.BOTH})
    assert made.merged == set() and made.fresh[TWIN.id] != MINE.id
    assert made.theirs(TWIN.id) == TWIN
