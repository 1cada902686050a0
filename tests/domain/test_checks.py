"""The checks find each weakness a case can have, point at it, and find nothing in a sound one."""

from time import process_time

import attrs
import pytest
from hypothesis import given

from casebook.domain.case import CASE, Case
from casebook.domain.checks import completeness, find_problems
from casebook.domain.dates import When
from casebook.domain.findings import RULES
from casebook.domain.records import Absence
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.evidence import Evidence
from casebook.domain.sections.lessons import Lesson
from casebook.domain.sections.outcomes import Indicator, Measurement, Outcome
from casebook.domain.sections.outcomes import Testimony as Statement
from casebook.domain.sections.registry import Actor, Source
from casebook.domain.sections.timeline import Event
from casebook.domain.wording import Wording
from tests.builders import build_case
from tests.strategies import VOCABULARIES, cases, everything

OUTCOME = Outcome(statement="Weapons were handed in", domain="disarmament", direction="positive")
SOURCE = Source(title="Report", type="report", citation_key="report", reliability="b")
OTHER = Source(title="Article", type="article-journal", citation_key="article", reliability="d")


def problems(case, rule, **options):
    return [found for found in find_problems(case, **options) if found.rule == rule]


def only(case, rule, **options):
    (found,) = problems(case, rule, **options)
    return found


def test_an_empty_case_lacks_what_is_required():
    found = [finding for finding in find_problems(Case()) if finding.rule != "section-empty"]
    assert {finding.field for finding in found} == {"title", "brief", "period", "countries"}
    assert {finding.rule for finding in found} == {"required-missing"}
    assert all(finding.section == "overview" for finding in found)


def test_a_section_that_matters_is_filled_or_said_to_be_empty():
    def empty(case):
        return {finding.section for finding in find_problems(case) if finding.rule == "section-empty"}

    essential = {spec.key for spec in Case().declaration.top_sections if spec.essential}
    assert empty(Case()) == essential
    said = Case(absences={"lessons": Absence.NONE_FOUND}, challenges=(Challenge(title="Radios"),))
    assert empty(said) == essential - {"lessons", "challenges"}


def test_advice_does_not_bind_and_what_is_missing_does():
    found = find_problems(Case(title="One two three four five six seven eight nine ten eleven"))
    binding = {finding.rule: finding.binding for finding in found}
    assert binding["too-many-words"] is False
    assert binding["required-missing"] is True
    assert binding["section-empty"] is True


def test_an_outcome_without_evidence():
    case = Case(outcomes=(OUTCOME,))
    found = only(case, "outcome-without-evidence")
    assert (found.section, found.record_id) == ("outcomes", OUTCOME.id)
    assert found.message == "No source stands behind the outcome “Weapons were handed in”."


@pytest.mark.parametrize("claim", ["outcome", "indicator", "measurement", "testimony"])
def test_evidence_for_any_part_of_an_outcome_counts(claim):
    indicator = Indicator(name="Weapons", parent=OUTCOME.id)
    parts = {
        "outcome": OUTCOME,
        "indicator": indicator,
        "measurement": Measurement(value=3.0, parent=indicator.id),
        "testimony": Statement(text="Safer", parent=OUTCOME.id),
    }
    case = Case(
        outcomes=(OUTCOME,),
        indicators=(indicator,),
        measurements=(parts["measurement"],),
        testimonies=(parts["testimony"],),
        source_records=(SOURCE,),
        evidence=(Evidence(claim=parts[claim].id, source=SOURCE.id),),
    )
    assert problems(case, "outcome-without-evidence") == []


@pytest.mark.parametrize("values", [{"stance": "contradicts"}, {"source": None}])
def test_evidence_that_contradicts_or_names_no_source_does_not_count(values):
    evidence = attrs.evolve(Evidence(claim=OUTCOME.id, source=SOURCE.id), **values)
    case = Case(outcomes=(OUTCOME,), evidence=(evidence,), source_records=(SOURCE,))
    assert problems(case, "outcome-without-evidence")


def test_an_indicator_without_baseline():
    indicator = Indicator(name="Weapons", unit="weapons", parent=OUTCOME.id)
    found = only(Case(outcomes=(OUTCOME,), indicators=(indicator,)), "indicator-without-baseline")
    assert (found.section, found.record_id, found.field) == ("indicators", indicator.id, "baseline")
    for mended in (
        attrs.evolve(indicator, baseline=0.0),
        attrs.evolve(indicator, absences={"baseline": Absence.NONE_FOUND}),
    ):
        assert problems(Case(outcomes=(OUTCOME,), indicators=(mended,)), "indicator-without-baseline") == []


@pytest.mark.parametrize(
    ("measured", "wrong"), [("2004", True), ("2005", False), ("2005-06", False), ("2004/2006", False)]
)
def test_an_indicator_measured_before_its_baseline(measured, wrong):
    indicator = Indicator(name="Weapons", baseline=1.0, baseline_date=When("2005"), parent=OUTCOME.id)
    measurement = Measurement(value=3.0, date=When(measured), parent=indicator.id)
    case = Case(outcomes=(OUTCOME,), indicators=(indicator,), measurements=(measurement,))
    found = problems(case, "measured-before-baseline")
    assert bool(found) is wrong
    if wrong:
        assert (found[0].record_id, found[0].field) == (measurement.id, "date")
        assert found[0].message == "“Weapons” was measured (2004) before its baseline (2005)."


def test_a_lesson_that_lacks_parts():
    lesson = Lesson(title="Pay first", kind="improve", observation="Seen", conclusion="So")
    found = only(Case(lessons=(lesson,)), "lesson-incomplete")
    assert (found.record_id, found.field) == (lesson.id, "discussion")
    assert found.message == "The lesson “Pay first” lacks its discussion and recommendation."
    whole = attrs.evolve(lesson, discussion="Why", absences={"recommendation": Absence.NOT_APPLICABLE})
    assert problems(Case(lessons=(whole,)), "lesson-incomplete") == []


def cited(*sources, **values):
    evidence = tuple(Evidence(claim=OUTCOME.id, source=source.id) for source in sources)
    return Case(outcomes=(OUTCOME,), evidence=evidence, source_records=sources, **values)


def test_only_one_kind_of_source():
    found = only(cited(SOURCE, attrs.evolve(SOURCE, id="x")), "one-kind-of-source")
    assert (found.section, found.field) == ("evidence", "")
    assert "(report)" in found.message
    words = Wording(vocabularies=VOCABULARIES)
    assert "(Report)" in only(cited(SOURCE), "one-kind-of-source", wording=words).message
    assert problems(cited(SOURCE, OTHER), "one-kind-of-source") == []
    unused = attrs.evolve(cited(SOURCE), source_records=(SOURCE, OTHER))
    assert problems(unused, "one-kind-of-source")


def test_only_positive_outcomes_and_lessons():
    assert only(Case(outcomes=(OUTCOME, OUTCOME)), "only-positive-outcomes").section == "outcomes"
    mixed = Case(outcomes=(OUTCOME, attrs.evolve(OUTCOME, id="x", direction="negative")))
    assert problems(mixed, "only-positive-outcomes") == []
    sustain = Lesson(title="A", kind="sustain")
    assert only(Case(lessons=(sustain,)), "only-positive-lessons").section == "lessons"
    avoid = Lesson(title="B", kind="avoid")
    assert problems(Case(lessons=(sustain, avoid)), "only-positive-lessons") == []
    assert problems(Case(), "only-positive-outcomes") == []


def test_an_actor_with_no_role():
    actor = Actor(name="ECOWAS")
    part = Participant(actor=actor.id)
    found = only(Case(actors=(part,), actor_records=(actor,)), "actor-without-role")
    assert (found.section, found.record_id, found.field) == ("actors", part.id, "role")
    assert found.message == "“ECOWAS” has no role in this case."
    assert problems(Case(actors=(part,)), "required-missing")[-1].field != "role"
    assert problems(Case(actors=(attrs.evolve(part, role="lead"),)), "actor-without-role") == []


@pytest.mark.parametrize(
    ("consent", "wrong"), [(None, True), ("none", True), ("internal", False), ("named", False)]
)
def test_a_testimony_without_consent(consent, wrong):
    testimony = Statement(text="Safer", speaker_role="Trader", consent=consent, parent=OUTCOME.id)
    found = problems(Case(outcomes=(OUTCOME,), testimonies=(testimony,)), "testimony-without-consent")
    assert bool(found) is wrong
    marked = attrs.evolve(testimony, absences={"consent": Absence.NOT_APPLICABLE})
    case = Case(outcomes=(OUTCOME,), testimonies=(marked,))
    assert problems(case, "testimony-without-consent") == []


@pytest.mark.parametrize(
    ("date", "type_", "wrong"),
    [
        ("2002", "meeting", True),
        ("2019-01", "meeting", True),
        ("2002", "context-shock", False),
        ("2003", "meeting", False),
        ("2018-12", "meeting", False),
        ("2002/2004", "meeting", False),
        ("200X", "meeting", False),
        ("[..2009]", "meeting", False),
    ],
)
def test_an_event_outside_the_period(date, type_, wrong):
    event = Event(title="Talks", date=When(date), type=type_)
    found = problems(Case(period=When("2003/2018"), timeline=(event,)), "event-outside-period")
    assert bool(found) is wrong
    assert all((one.record_id, one.field) == (event.id, "date") for one in found)


def test_without_a_period_nothing_lies_outside_it():
    assert problems(Case(timeline=(Event(title="Talks", date=When("1850")),)), "event-outside-period") == []
    open_case = Case(period=When("2003/.."), timeline=(Event(title="Talks", date=When("2999")),))
    assert problems(open_case, "event-outside-period") == []


def test_a_claim_that_rests_only_on_weak_sources():
    found = only(cited(OTHER), "weak-sources-only")
    assert (found.section, found.record_id) == ("outcomes", OUTCOME.id)
    assert problems(cited(OTHER, SOURCE), "weak-sources-only") == []
    assert problems(cited(attrs.evolve(OTHER, reliability=None)), "weak-sources-only") == []
    whole = Case(title="Liberia", source_records=(OTHER,))
    whole = attrs.evolve(whole, evidence=(Evidence(claim=whole.id, source=OTHER.id),))
    assert only(whole, "weak-sources-only").message == "“Liberia” rests only on sources graded D to F."


def test_findings_stand_in_the_order_of_the_outline():
    case = Case(outcomes=(OUTCOME,), actors=(Participant(),), lessons=(Lesson(),))
    places = ["overview", "narrative", *CASE.sections]
    order = [places.index(finding.section) for finding in find_problems(case)]
    assert order == sorted(order)
    assert len(order) > 8


@given(cases())
def test_every_finding_points_at_something_and_speaks(case):
    records = {record.id: record for record in everything(case)}
    for finding in find_problems(case, wording=Wording(vocabularies=VOCABULARIES)):
        assert finding.rule in RULES
        assert finding.section in {"overview", "narrative", *CASE.sections}
        assert not finding.field or hasattr(records[finding.record_id], finding.field)
        assert finding.message.rstrip().endswith(".")
        assert finding.mend.endswith(".")


def test_a_case_of_sixty_entries_and_twenty_thousand_words_is_checked_in_ten_milliseconds():
    words = "The mission trained UNMIL and AFL units near Monrovia before disarmament began in June " * 240
    case = attrs.evolve(build_case(1, entries=60), context=words, problem=words, approach=words)
    case = attrs.evolve(case, analysis=words, coordination=words, influence=words)

    def took():
        start = process_time()
        find_problems(case)
        completeness(case)
        return process_time() - start

    assert min(took() for _ in range(5)) < 0.010
