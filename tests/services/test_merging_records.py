"""Several shared records become one in every case, and come apart again."""

import attrs
import pytest

from casebook.domain.case import new_case
from casebook.domain.errors import NotFoundError
from casebook.domain.plain import plain
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.evidence import Evidence
from casebook.domain.sections.registry import Actor, Source
from casebook.domain.sections.timeline import Event
from casebook.services.merging_records import Merge, merge_words, plan_merge, title_of
from casebook.services.registry import RegistrySweep, changing
from casebook.storage.library import Library
from casebook.storage.listing import ListQuery
from casebook.storage.record_query import RecordQuery, Show

FULL = Actor(name="ECOWAS Mission in Liberia", short_name="ECOMIL")
SHORT = Actor(name="ECOMIL", country="LR")
PART = Actor(name="Nigerian battalion", parent_actor=SHORT.id)
ONE, TWO = Source(title="Report", citation_key="un2018"), Source(title="The report", citation_key="report")
SAME_ACTOR = Merge(section="actor_records", keep=FULL.id, others=(SHORT.id,))


@pytest.fixture
def library(tmp_path):
    with Library.create(tmp_path / "lib.casebook", author="Ama") as held:
        both = new_case(
            title="Both",
            actor_records=(FULL, SHORT, PART),
            actors=(Participant(actor=FULL.id), Participant(actor=SHORT.id), Participant(actor=PART.id)),
        )
        other = new_case(
            title="Only the short",
            actor_records=(SHORT, PART),
            actors=(Participant(actor=SHORT.id),),
            timeline=(Event(title="Landing", actors=(PART.id, SHORT.id)),),
            source_records=(TWO,),
            evidence=(Evidence(source=TWO.id),),
            context="So it was [@report, p. 4].",
        )
        third = new_case(title="Neither", source_records=(ONE,), evidence=(Evidence(source=ONE.id),))
        for case in (both, other, third):
            held.cases.save(None, case)
        held.cases.trash(both.id)
        yield held


def everything(library):
    """All that the library says, stamps aside."""
    ids = sorted((*library.cases.ids(ListQuery()), *library.cases.ids(ListQuery(trashed=True))))
    records = [
        (plain(attrs.evolve(record, stamp=attrs.evolve(record.stamp, updated_at="", updated_by=""))))
        for key in ("actor_records", "source_records")
        for show in (Show.ALL, Show.TRASH)
        for record in library.records.get(key, library.records.ids(RecordQuery(section=key, show=show)))
    ]
    return [library.cases.load(one) for one in ids], records


def title(library, name):
    ids = (*library.cases.ids(ListQuery()), *library.cases.ids(ListQuery(trashed=True)))
    return next(case for case in map(library.cases.load, ids) if case.title == name)


def test_the_plan_says_what_changes_and_changes_nothing(library):
    before = everything(library)
    plan = plan_merge(library, SAME_ACTOR)
    assert (plan.cases, plan.links, plan.doubled) == (2, 4, ("Both",))
    assert plan.keep.country == "LR" and plan.others == (SHORT,)
    assert everything(library) == before


def test_every_link_goes_to_the_one_that_stays_and_the_other_into_the_trash(library):
    sweep = RegistrySweep(library, plan_merge(library, SAME_ACTOR).step)
    sweep.run()
    assert not sweep.refused and not sweep.left
    case = title(library, "Only the short")
    assert {actor.id for actor in case.actor_records} == {FULL.id, PART.id}
    assert case.actors[0].actor == FULL.id and case.timeline[0].actors == (PART.id, FULL.id)
    assert case.find(FULL.id).country == "LR"
    assert [part.actor for part in title(library, "Both").actors] == [FULL.id, FULL.id, PART.id]
    assert library.records.get("actor_records", [PART.id])[0].parent_actor == FULL.id
    assert library.records.ids(RecordQuery(section="actor_records", show=Show.TRASH)) == [SHORT.id]
    assert library.records.used("actor_records", [SHORT.id]) == set()
    row = library.cases.page(ListQuery(text="only"))[0]
    assert row.partners == ("ECOMIL",)
    assert library.history.of(case.id)[0].what == "“ECOMIL” became one with “ECOWAS Mission in Liberia”"
    assert library.problems() == []


def test_one_step_takes_all_of_it_back_and_makes_it_again(library):
    before = everything(library)
    sweep = RegistrySweep(library, plan_merge(library, SAME_ACTOR).step)
    sweep.run()
    merged = everything(library)
    back = RegistrySweep(library, sweep.made().inverse())
    back.run()
    assert everything(library) == before
    RegistrySweep(library, back.made().inverse()).run()
    assert everything(library) == merged


def test_citations_and_evidence_of_sources_follow(library):
    plan = plan_merge(library, Merge(section="source_records", keep=ONE.id, others=(TWO.id,)))
    assert (plan.cases, plan.links) == (1, 2)
    RegistrySweep(library, plan.step).run()
    case = title(library, "Only the short")
    assert case.context == "So it was [@un2018, p. 4]." and case.evidence[0].source == ONE.id


def test_a_case_changed_meanwhile_keeps_its_record_which_then_stays(library):
    plan = plan_merge(library, SAME_ACTOR)
    case = title(library, "Only the short")
    library.cases.save(
        case, attrs.evolve(case, timeline=(attrs.evolve(case.timeline[0], actors=(SHORT.id,)),))
    )
    sweep = RegistrySweep(library, plan.step)
    sweep.run()
    assert [refusal.case_id for refusal in sweep.refused] == [case.id]
    assert sweep.left == (SHORT,) and not library.records.get("actor_records", [SHORT.id])[0].trashed
    RegistrySweep(library, sweep.made().inverse()).run()
    assert library.records.get("actor_records", [FULL.id, PART.id]) == [FULL, PART]


def test_stopped_in_between_what_was_made_is_taken_back(library):
    before = everything(library)
    sweep = RegistrySweep(library, plan_merge(library, SAME_ACTOR).step)
    assert sweep.step()
    assert library.records.get("actor_records", [FULL.id])[0].country == "LR"
    RegistrySweep(library, sweep.made().inverse()).run()
    assert everything(library) == before


def test_a_chosen_value_counts_and_several_become_one(library):
    third = Actor(name="The mission")
    RegistrySweep(library, changing([(None, third)], "Ama")).run()
    merge = Merge(
        section="actor_records", keep=FULL.id, others=(SHORT.id, third.id, FULL.id), chosen={"name": third.id}
    )
    plan = plan_merge(library, merge, "Kofi")
    assert plan.keep.name == "The mission" and plan.keep.aliases == ("ECOWAS Mission in Liberia",)
    assert plan.keep.stamp.updated_by == "Kofi" and len(plan.others) == 2
    assert merge_words(plan.keep, plan.others) == "2 records became one with “The mission”"


def test_what_is_gone_or_alone_cannot_be_merged(library):
    for others in ((), (FULL.id,), (Actor().id,)):
        with pytest.raises(NotFoundError):
            plan_merge(library, attrs.evolve(SAME_ACTOR, others=others))


def test_long_names_are_cut():
    assert title_of(Actor(name="x" * 200)).endswith("…") and title_of(Actor()) == "Untitled"
