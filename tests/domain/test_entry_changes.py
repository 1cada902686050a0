"""Adding, moving, copying and removing entries leaves nothing dangling and is undone exactly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.case import Case
from casebook.domain.changes import MoveEntry
from casebook.domain.entry_changes import descendants, duplicating, moving, removing
from casebook.domain.errors import ChangeError
from casebook.domain.sections.evidence import Evidence
from casebook.domain.sections.outcomes import Indicator, Measurement, Outcome
from casebook.domain.sections.places import Place
from casebook.domain.sections.registry import Actor, Source
from casebook.domain.sections.timeline import Event
from tests.strategies import cases, dangling, fresh_ids, same_in_full


@given(st.data())
def test_removing_leaves_no_link_dangling_and_is_undone(data):
    case = data.draw(cases(most=3))
    entries = [e.id for key in case.declaration.sections for e in case.section(key)]
    if not entries:
        return
    change = removing(case, data.draw(st.sampled_from(entries)))
    after = change.apply(case)
    assert dangling(case) == []
    assert dangling(after) == []
    assert same_in_full(change.inverse().apply(after), case)


@given(st.data())
def test_a_copy_has_fresh_ids_and_all_that_stands_in_it(data):
    case = data.draw(cases(most=3))
    entries = [e.id for key in case.declaration.sections for e in case.section(key)]
    if not entries:
        return
    chosen = data.draw(st.sampled_from(entries))
    change, copy = duplicating(case, chosen, fresh_ids(case).__next__)
    after = change.apply(case)
    assert len(descendants(after, copy)) == len(descendants(case, chosen))
    key = case.section_key(chosen)
    places = [entry.id for entry in after.section(key)]
    assert places[places.index(chosen) + 1] == copy
    assert dangling(after) == []


def test_entries_move_past_their_siblings_only():
    outcomes = (Outcome(statement="A"), Outcome(statement="B"))
    a1, b1, a2 = (Indicator(name=n, parent=outcomes[n[0] == "b"].id) for n in ("a1", "b1", "a2"))
    case = Case(outcomes=outcomes, indicators=(a1, b1, a2))
    down = moving(case, a1.id, 1)
    assert down == MoveEntry(section="indicators", start=0, end=2)
    assert [i.name for i in down.apply(case).children("indicators", outcomes[0].id)] == ["a2", "a1"]
    assert moving(case, b1.id, 1) is None
    assert moving(case, a1.id, -1) is None
    assert moving(case, a1.id, 0) is None
    with pytest.raises(ChangeError, match="no such place"):
        MoveEntry(section="indicators", start=0, end=3).apply(case)


def test_removing_an_outcome_takes_its_children_evidence_and_links_with_it():
    source = Source(title="Report")
    outcome = Outcome(statement="Weapons handed in")
    indicator = Indicator(name="Weapons", parent=outcome.id)
    measurement = Measurement(value=3.0, parent=indicator.id)
    evidence = (Evidence(claim=measurement.id, source=source.id), Evidence(claim="x", source="y"))
    case = Case(
        outcomes=(outcome,),
        indicators=(indicator,),
        measurements=(measurement,),
        evidence=evidence,
        source_records=(source,),
    )
    after = removing(case, outcome.id, "Remove outcome").apply(case)
    assert (after.outcomes, after.indicators, after.measurements) == ((), (), ())
    assert after.evidence == evidence[1:]
    assert after.source_records == (source,)


def test_removing_a_place_clears_links_to_it_and_keeps_the_rest():
    place, actors = Place(name="Monrovia"), (Actor(name="One"), Actor(name="Two"))
    event = Event(title="Signing", place=place.id, actors=tuple(actor.id for actor in actors))
    case = Case(places=(place,), timeline=(event,), actor_records=actors)
    assert removing(case, place.id).apply(case).timeline[0].place is None
    assert removing(case, actors[0].id).apply(case).timeline[0].actors == (actors[1].id,)
