"""When shared records become one, no link to the others is left, nothing else changes, and it can be undone."""

import attrs
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.case import Case
from casebook.domain.fields import LINKING, Kind, field_specs
from casebook.domain.repointing import doubled, repointed
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.evidence import Evidence
from casebook.domain.sections.registry import Actor, Source
from casebook.domain.sections.relations import Relation
from casebook.domain.sections.timeline import Event
from tests.strategies import cases, dangling, everything, same_in_full


def pointed(case):
    """Every id that a link of the case names."""
    found = set()
    for record in everything(case):
        for spec in field_specs(type(record)):
            if spec.kind in LINKING:
                value = getattr(record, spec.name)
                found.update(value if spec.many else filter(None, (value,)))
    return found


def without_links(case, changed):
    """What must not change: everything but links, the records themselves, and the prose that cites."""
    kept = []
    for record in everything(case):
        if record.id not in changed:
            specs = [
                s for s in field_specs(type(record)) if s.kind not in LINKING and s.kind is not Kind.PROSE
            ]
            marks = (record.sensitivity, record.absences, record.field_sensitivities, record.extra)
            kept.append((record.id, [getattr(record, spec.name) for spec in specs], marks))
    return kept


@given(st.data())
def test_no_link_is_left_nothing_else_changes_and_it_is_undone(data):
    case = data.draw(cases(most=4))
    key = data.draw(st.sampled_from(["actor_records", "source_records"]))
    held = case.section(key)
    if not held:
        return
    old = data.draw(st.sets(st.sampled_from([record.id for record in held]), min_size=1))
    stays = data.draw(st.booleans())
    new = data.draw(st.sampled_from(held)) if stays else type(held[0])()
    # What becomes one no longer stands in itself; whoever merges sees to that.
    new = attrs.evolve(new, parent_actor=None) if isinstance(new, Actor) else new
    change = repointed(case, old, new)
    after = change.apply(case)
    gone = old - {new.id}
    assert not pointed(after) & gone
    assert not {record.id for record in after.section(key)} & gone
    assert dangling(after) == []
    assert without_links(after, {*old, new.id}) == without_links(case, {*old, new.id})
    assert same_in_full(change.inverse().apply(after), case)
    assert repointed(after, gone, new).changes == ()


def test_each_kind_of_link_goes_to_the_one_that_stays_and_lists_name_it_once():
    mission, full, state = (
        Actor(name="ECOMIL"),
        Actor(name="ECOWAS Mission in Liberia"),
        Actor(name="Liberia"),
    )
    part = Actor(name="A battalion", parent_actor=mission.id)
    case = Case(
        actor_records=(state, mission, part),
        actors=(Participant(actor=mission.id), Participant(actor=state.id)),
        relations=(Relation(actor=mission.id, counterpart=mission.id),),
        timeline=(Event(title="Landing", actors=(full.id, state.id, mission.id)),),
    )
    after = repointed(case, {mission.id}, full, "One actor").apply(case)
    assert [actor.name for actor in after.actor_records] == ["Liberia", full.name, "A battalion"]
    assert after.actors[0].actor == full.id and after.actors[1].actor == state.id
    assert (after.relations[0].actor, after.relations[0].counterpart) == (full.id, full.id)
    assert after.timeline[0].actors == (full.id, state.id)
    assert after.actor_records[2].parent_actor == full.id
    own = repointed(case, {mission.id}, full, whole=False).apply(case)
    assert own.actor_records[2] == part and own.actors == after.actors


def test_a_case_that_knows_neither_is_left_alone():
    case = Case(actor_records=(Actor(name="Liberia"),))
    assert repointed(case, {Actor().id}, Actor(name="Ghana")).changes == ()


def test_citations_follow_unless_another_source_has_the_key():
    first, second = (
        Source(title="Report", citation_key="un2018"),
        Source(title="The report", citation_key="report"),
    )
    case = Case(
        source_records=(first, second),
        context="It ended [see @report, p. 4; -@un2018]. @report. Not @reports.",
        evidence=(Evidence(source=second.id, quote="As @report says"),),
    )
    after = repointed(case, {second.id}, first).apply(case)
    assert after.context == "It ended [see @un2018, p. 4; -@un2018]. @un2018. Not @reports."
    assert after.evidence[0].source == first.id and after.evidence[0].quote == "As @un2018 says"
    twin = attrs.evolve(case, source_records=(first, second, Source(title="Other", citation_key="report")))
    assert repointed(twin, {second.id}, first).apply(twin).context == case.context


def test_entries_about_the_same_actor_are_told_not_removed():
    one, other = Actor(name="ECOMIL"), Actor(name="ECOWAS Mission in Liberia")
    case = Case(
        actor_records=(one, other),
        actors=(Participant(actor=one.id), Participant(actor=other.id)),
        relations=(Relation(actor=one.id), Relation(actor=one.id)),
    )
    assert doubled(case, one.id) == ()
    after = repointed(case, {other.id}, one).apply(case)
    assert doubled(after, one.id) == tuple(entry.id for entry in case.actors)
