"""Where a shared record is used: in which cases, by which entries, how often."""

import pytest

from casebook.domain.case import new_case
from casebook.domain.records import TermRef
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.evidence import Evidence
from casebook.domain.sections.registry import Actor, Source
from casebook.domain.sections.relations import Relation
from casebook.domain.sections.timeline import Event
from casebook.storage.record_query import UseCount
from casebook.storage.shared_records import RecordChange

ONE, OTHER, LONE = Actor(name="ECOWAS"), Actor(name="United Nations"), Actor(name="Nobody")
PART = Actor(name="A mission", parent_actor=ONE.id)
REPORT = Source(title="Report")


@pytest.fixture
def cases(library):
    first = new_case(
        title="B case",
        ref_code="LR-2003-001",
        actor_records=(ONE, OTHER, PART),
        actors=(Participant(actor=ONE.id, role=TermRef("lead")), Participant(actor=OTHER.id)),
        relations=(Relation(actor=ONE.id, counterpart=ONE.id), Relation(actor=OTHER.id, counterpart=ONE.id)),
        timeline=(Event(title="Landing", actors=(OTHER.id, ONE.id)),),
    )
    second = new_case(title="A case", actor_records=(ONE,), source_records=(REPORT,))
    third = new_case(
        title="C case", source_records=(REPORT,), evidence=(Evidence(source=REPORT.id, claim=ONE.id),)
    )
    for case in (first, second, third):
        library.cases.save(None, case)
    library.records.save([RecordChange(before=None, after=LONE)])
    return first, second, third


def test_cases_are_named_by_title_with_the_entries_that_point_there(library, cases):
    first, second, _third = cases
    library.cases.trash(second.id)
    uses = library.records.uses("actor_records", ONE.id)
    assert [(use.title, use.ref_code, use.trashed) for use in uses] == [
        ("A case", "", True),
        ("B case", "LR-2003-001", False),
    ]
    assert uses[0].places == ()
    places = {place.section: (place.entry_id, place.times, place.role) for place in uses[1].places}
    assert places == {
        "actors": (first.actors[0].id, 1, "lead"),
        "relations": (first.relations[0].id, 3, ""),
        "timeline": (first.timeline[0].id, 1, ""),
    }
    assert library.records.uses("actor_records", LONE.id) == []


def test_links_are_counted_from_cases_other_records_and_claims(library, cases):
    assert library.records.use_count("actor_records", [ONE.id]) == UseCount(2, 7)
    assert library.records.use_count("source_records", [REPORT.id]) == UseCount(2, 1)
    assert library.records.use_count("actor_records", [ONE.id, OTHER.id, LONE.id]) == UseCount(2, 10)
    assert library.records.use_count("actor_records", []) == UseCount(0, 0)


def test_a_case_that_only_points_to_a_record_holds_it_too(library, cases):
    first, second, third = cases
    assert library.records.holders("actor_records", [ONE.id]) == [first.id, second.id, third.id]
    assert library.records.holders("actor_records", [OTHER.id, LONE.id]) == [first.id]
    assert library.records.linking("actor_records", [ONE.id, LONE.id]) == [PART]
    assert library.records.used("actor_records", [ONE.id, LONE.id, PART.id]) == {ONE.id, PART.id}
