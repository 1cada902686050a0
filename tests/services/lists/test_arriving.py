"""What was planned comes into the library step by step, and goes again."""

import attrs
import pytest

from casebook.domain.case import CASE, new_case
from casebook.domain.dates import When
from casebook.domain.errors import CasebookError, LibraryError
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.registry import Actor
from casebook.domain.sections.timeline import Event
from casebook.services.lists import arriving
from casebook.services.lists.arriving import Arrival, Numbering, entries_arriving, withdrawing
from casebook.services.lists.plan import Plan
from casebook.services.new_cases import with_reference
from casebook.services.sweeping import Sweep
from casebook.storage.listing import ListQuery


def cases(count):
    return [new_case(title=f"Case {n}", countries=("LR",), period=When("2003")) for n in range(count)]


def of(records, **values):
    """A plan that makes these records."""
    return Plan(rows=tuple(range(len(records))), make=lambda at: records[at], **values)


def finish(steps):
    while steps.step():
        pass
    return steps


def test_cases_come_in_with_stamps_and_references_of_their_own(library):
    finish(Arrival(library, of(cases(2)), Numbering()))
    arrival = finish(Arrival(library, of(cases(30)), Numbering(library.cases.references())))
    codes = [library.cases.load(one).ref_code for one in arrival.ids]
    assert codes == [f"LR-2003-{n:03d}" for n in range(3, 33)]
    assert library.cases.load(arrival.ids[0]).stamp.created_by == "Ama Mensah"
    assert arrival.how_far() == (30, 30) and library.cases.count(ListQuery()) == 32


def test_a_code_is_the_one_that_a_single_new_case_would_get(library):
    (case,) = cases(1)
    assert Numbering(library.cases.references()).numbered(case) == with_reference(library, case)
    finish(Arrival(library, of(cases(3)), Numbering()))
    assert Numbering(library.cases.references()).numbered(case) == with_reference(library, case)


def test_what_has_a_code_or_lacks_country_or_year_is_left_as_it_is():
    numbering = Numbering(["LR-2003-007", "LR-2003-" + "9" * 40, "odd"])
    for case in (new_case(ref_code="X"), new_case(countries=("LR",)), new_case(period=When("2003"))):
        assert numbering.numbered(case) == case
    assert numbering.numbered(cases(1)[0]).ref_code == "LR-2003-008"


def test_what_came_in_before_it_stopped_stays_and_can_be_taken_away(library):
    arrival = Arrival(library, of(cases(30)), Numbering())
    assert arrival.step()
    assert 0 < library.cases.count(ListQuery()) == arrival.how_far()[0] < 30
    Sweep(library, withdrawing(arrival.ids)).run()
    assert library.cases.count(ListQuery()) == 0
    assert library.cases.count(ListQuery(trashed=True)) == len(arrival.ids)


def test_a_step_that_fails_leaves_what_was_written_before(library):
    some = cases(10)
    arrival = Arrival(library, of([*some, some[0]]), Numbering())
    with pytest.raises(LibraryError):
        finish(arrival)
    assert library.cases.count(ListQuery()) == arrival.how_far()[0] > 0


def test_an_actor_many_rows_name_is_one_record(library):
    who = Actor(name="ECOWAS")
    coming = [
        attrs.evolve(case, actor_records=(who,), actors=(Participant(actor=who.id),)) for case in cases(12)
    ]
    finish(Arrival(library, of(coming), Numbering()))
    assert [actor.name for actor in library.cases.shared("actor_records")] == ["ECOWAS"]


def test_entries_come_as_one_change_that_goes_back():
    who = Actor(name="ECOWAS")
    events = tuple(Event(title=f"Event {n}", actors=(who.id,)) for n in range(5))
    case = new_case(timeline=(Event(title="there already"),))
    change = entries_arriving(case, of(events, into="timeline", used=(who,)), "Import a list")
    after = change.apply(case)
    assert after.timeline[1:] == events and after.actor_records == (who,)
    assert change.inverse().apply(after) == case and change.label == "Import a list"
    again = entries_arriving(after, of([Event(title="x")], into="timeline", used=(who,)), "")
    assert again.apply(after).actor_records == (who,)


def test_a_section_takes_so_many_and_no_more(monkeypatch):
    monkeypatch.setattr(arriving, "MOST_ENTRIES", 2)
    events = tuple(Event(title="x") for _ in range(3))
    with pytest.raises(CasebookError, match="takes in 2 entries at once; the list has 3"):
        entries_arriving(new_case(), of(events, into="timeline"), "")
    assert CASE.sections["timeline"]
