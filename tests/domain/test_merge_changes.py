"""Laws of making two cases one, and what becomes of links, levels and what has no room."""

from collections import Counter
from random import Random

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.domain.case import Case
from casebook.domain.changes import InsertEntry
from casebook.domain.dates import When
from casebook.domain.fields import LINKING, field_specs
from casebook.domain.merge_changes import MergeWords, merged, note_field
from casebook.domain.merge_plan import LEVEL, merge_plan
from casebook.domain.merge_rows import Choice
from casebook.domain.records import Absence, Sensitivity
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.evidence import Evidence
from casebook.domain.sections.outcomes import Indicator, Measurement, Outcome
from casebook.domain.sections.places import Place
from casebook.domain.sections.registry import Actor, Source
from casebook.domain.sections.timeline import Event
from casebook.domain.wording import Wording
from casebook.services.new_cases import renamed
from tests.strategies import (
    VOCABULARIES,
    any_change,
    cases,
    dangling,
    everything,
    ids_from,
)

WORDING = Wording(vocabularies=VOCABULARIES)
WORDS = MergeWords(label="Merged with LR-2", note="In LR-2:")
SEEDS = st.integers(0, 2**32 - 1)


def fresh(start=2**61):
    return ids_from(start).__next__


def copied(case):
    return renamed(case, fresh(2**60))


def varied(case, seed):
    """A copy that was worked on: a few changes, here and there, by somebody else."""
    rng = Random(seed)
    other = copied(case)
    for _ in range(6):
        other = any_change(rng, other).apply(other)
    return other


def merge(kept, other, choices=None, *, prefer=None):
    plan = merge_plan(kept, other, WORDING)
    chosen = plan.preferring(prefer) if prefer else choices or {}
    change = merged(plan, chosen, WORDS, fresh())
    return change, change.apply(kept)


def content(record):
    """What a record says, but for its links, which lead elsewhere in another case."""
    return repr(
        [getattr(record, spec.name) for spec in field_specs(type(record)) if spec.kind not in LINKING]
    )


@given(case=cases())
def test_merging_with_a_copy_changes_nothing(case):
    change, after = merge(case, copied(case))
    assert change.changes == () and after == case


@settings(max_examples=40)
@given(one=cases(), other=cases(), seed=SEEDS)
def test_links_lead_somewhere_and_undo_gives_the_case_back(one, other, seed):
    for kept, second in ((one, other), (one, varied(one, seed))):
        plan = merge_plan(kept, second, WORDING)
        rng = Random(seed)
        chosen = {row.key: rng.choice(row.choices) for row in plan.rows if row.choices and rng.random() < 0.7}
        for choices in ({}, chosen):
            change = merged(plan, choices, WORDS, fresh())
            after = change.apply(kept)
            assert dangling(after) == []
            assert len({record.id for record in everything(after)}) == len(list(everything(after)))
            assert change.inverse().apply(after) == kept


@settings(max_examples=40)
@given(kept=cases(), seed=SEEDS)
def test_with_everything_mine_nothing_changes(kept, seed):
    plan = merge_plan(kept, varied(kept, seed), WORDING)
    mine = {row.key: Choice.KEPT for row in plan.rows}
    assert merged(plan, mine, WORDS, fresh()).apply(kept) == kept


@settings(max_examples=40)
@given(one=cases(), two=cases(), seed=SEEDS)
def test_with_both_nothing_of_either_is_lost(one, two, seed):
    for kept, other in ((one, two), (one, varied(one, seed))):
        _change, after = merge(kept, other, prefer=Choice.BOTH)
        told = getattr(after, note_field(after).name)
        for spec in after.declaration.header:
            value, now = getattr(other, spec.name), getattr(after, spec.name)
            if spec.kind in LINKING or spec.is_empty(value):
                continue
            held = set(value) <= set(now) if spec.many else now == value
            held = held or (isinstance(value, str) and isinstance(now, str) and value.strip() in now)
            assert held or f"- {spec.label}: " in told, spec.name
        for key, section in after.declaration.sections.items():
            if section.shared:
                assert {r.id for r in other.section(key)} <= {r.id for r in after.section(key)}
                continue
            for record in other.section(key):
                assert any(covers(now, record) for now in after.section(key)), (key, record)
            mine = Counter(record.id for record in kept.section(key))
            assert mine <= Counter(record.id for record in after.section(key))


def covers(now, record):
    """Whether an entry says all that another says."""
    for spec in field_specs(type(record)):
        value, held = getattr(record, spec.name), getattr(now, spec.name)
        if spec.kind in LINKING or spec.is_empty(value):
            continue
        if isinstance(value, str) and isinstance(held, str):
            if value.strip() not in held:
                return False
        elif spec.many:
            if not set(value) <= set(held):
                return False
        elif value != held:
            return False
    return True


@given(kept=cases(), other=cases())
def test_the_merged_case_is_at_least_as_secret_unless_somebody_decides(kept, other):
    _change, after = merge(kept, other)
    assert after.sensitivity >= max(kept.sensitivity, other.sensitivity)


def test_what_is_empty_is_filled_and_what_is_there_stays():
    kept = Case(title="Liberia", brief="A brief.", absences={"context": Absence.NONE_FOUND})
    other = Case(title="Liberia 2", brief="Another.", context="What came before.", era="cold-war")
    _change, after = merge(kept, other)
    assert (after.title, after.brief, after.era) == ("Liberia", "A brief.", "cold-war")
    assert after.context == "What came before." and after.absences == {}


def test_theirs_and_both():
    kept, other = Case(context="One.", tags=("a",)), Case(context="Two.", tags=("a", "b"))
    plan = merge_plan(kept, other, WORDING)
    theirs = merged(plan, {"field/context": Choice.OTHER, "field/tags": Choice.OTHER}, WORDS).apply(kept)
    assert theirs.context == "Two." and theirs.tags == ("a", "b")
    both = merged(plan, {"field/context": Choice.BOTH, "field/tags": Choice.BOTH}, WORDS).apply(kept)
    assert both.context == "One.\n\nTwo." and both.tags == ("a", "b")


def test_what_a_field_has_no_room_for_stands_at_the_end_of_the_last_text():
    kept = Case(title="Liberia", period=When("2003"), analysis="It held.")
    other = Case(title="Monrovia", period=When("2005"), field_sensitivities={"period": Sensitivity.PARTNER})
    _change, after = merge(kept, other, prefer=Choice.BOTH)
    assert after.analysis == "It held.\n\nIn LR-2:\n\n- Title: Monrovia\n- Period: 2005"
    assert after.field_sensitivities["analysis"] is Sensitivity.PARTNER


def test_evidence_and_measurements_come_with_what_they_belong_to():
    source = Source(title="Report", citation_key="un2004")
    mine = Outcome(statement="Fighters disarmed", domain="disarmament")
    same = Outcome(statement="Fighters disarmed.", domain="disarmament")
    new = Outcome(statement="Courts reopened", domain="justice")
    weapons = Indicator(name="Weapons handed in", parent=same.id)
    count = Measurement(value=28000, parent=weapons.id)
    kept = Case(outcomes=(mine,))
    other = Case(
        outcomes=(same, new),
        indicators=(weapons,),
        measurements=(count,),
        evidence=tuple(Evidence(claim=claim.id, source=source.id) for claim in (same, new, count)),
        source_records=(source,),
    )
    _change, after = merge(kept, other)
    assert [one.statement for one in after.outcomes] == ["Fighters disarmed", "Courts reopened"]
    (indicator,), (measurement,) = after.indicators, after.measurements
    assert indicator.parent == mine.id and measurement.parent == indicator.id
    assert {one.claim for one in after.evidence} == {mine.id, after.outcomes[1].id, measurement.id}
    assert after.source_records == (source,)
    new_ids = {record.id for record in everything(after)} - {source.id}
    assert not new_ids & {record.id for record in everything(other)}


def test_what_is_left_out_takes_along_what_rests_on_it():
    source = Source(title="Report")
    outcome = Outcome(statement="Courts reopened")
    other = Case(
        outcomes=(outcome,),
        indicators=(Indicator(name="Judges", parent=outcome.id),),
        evidence=(Evidence(claim=outcome.id, source=source.id),),
        source_records=(source,),
    )
    left_out = {f"other/{outcome.id}": Choice.KEPT, f"other/{source.id}": Choice.KEPT}
    change, after = merge(Case(), other, left_out)
    assert change.changes == () and after.outcomes == ()


def test_a_pair_may_stay_two_entries_with_their_own_evidence():
    source = Source(title="Report")
    mine, theirs = Challenge(title="Mandate gap"), Challenge(title="Mandate gap", severity=4)
    kept = Case(challenges=(mine,), source_records=(source,))
    other = Case(
        challenges=(theirs,),
        evidence=(Evidence(claim=theirs.id, source=source.id),),
        source_records=(source,),
    )
    _change, after = merge(kept, other, {f"pair/{theirs.id}": Choice.BOTH})
    assert [one.severity for one in after.challenges] == [None, 4]
    assert after.evidence[0].claim == after.challenges[1].id
    _change, one = merge(kept, other)
    assert [entry.severity for entry in one.challenges] == [4]
    assert one.evidence[0].claim == mine.id


def test_a_shared_record_that_something_needs_comes_though_it_was_not_chosen():
    union = Actor(name="African Union")
    ecowas = Actor(name="ECOWAS", parent_actor=union.id)
    part = Participant(actor=ecowas.id, role="lead")
    cited = Source(title="Report", citation_key="un2004")
    other = Case(
        actors=(part,),
        context="As told [@un2004].",
        actor_records=(ecowas, union),
        source_records=(cited,),
    )
    none_chosen = {f"other/{one.id}": Choice.KEPT for one in (ecowas, union, cited)}
    _change, after = merge(Case(), other, none_chosen)
    assert {one.id for one in after.actor_records} == {ecowas.id, union.id}
    assert after.source_records == (cited,)


def test_secrets_stay_secret_in_an_entry_that_takes_something_over():
    kept = Case(places=(Place(name="Ganta"),))
    theirs = Place(
        name="Ganta",
        admin_area="Nimba",
        sensitivity=Sensitivity.PARTNER,
        field_sensitivities={"admin_area": Sensitivity.INTERNAL},
    )
    _change, after = merge(kept, Case(places=(theirs,)))
    (place,) = after.places
    assert place.admin_area == "Nimba" and place.sensitivity is Sensitivity.PARTNER
    assert place.field_sensitivities == {"admin_area": Sensitivity.INTERNAL}


def test_the_level_of_the_case_can_be_decided():
    kept, other = Case(sensitivity=Sensitivity.PUBLIC), Case(sensitivity=Sensitivity.INTERNAL)
    assert merge(kept, other)[1].sensitivity is Sensitivity.INTERNAL
    assert merge(kept, other, {LEVEL: Choice.KEPT})[1].sensitivity is Sensitivity.PUBLIC


def test_no_case_becomes_a_part_of_itself():
    kept = Case(title="Part")
    other = Case(title="Whole", parent_case=kept.id)
    assert merge(kept, other)[1].parent_case is None
    assert (
        merge(attrs.evolve(kept, parent_case=other.id), attrs.evolve(other, parent_case=None))[1].parent_case
        is None
    )


def test_links_between_entries_that_come_over_lead_to_one_another():
    place = Place(name="Accra")
    event = Event(title="Peace agreement signed", place=place.id, date=When("2003-08-18"))
    change, after = merge(Case(), Case(places=(place,), timeline=(event,)))
    assert after.timeline[0].place == after.places[0].id != place.id
    assert all(isinstance(step, InsertEntry) for step in change.changes)


def test_the_label_names_the_step():
    change, _after = merge(Case(), Case(title="Gao"))
    assert change.label == "Merged with LR-2"
