"""Where a change can be seen."""

import pytest

from casebook.domain.case import Case
from casebook.domain.changes import Aspect, Batch, InsertEntry, MoveEntry, setting
from casebook.domain.entry_changes import adding, duplicating, removing
from casebook.domain.records import Absence, RecordId
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.evidence import Evidence
from casebook.domain.sections.outcomes import Indicator, Measurement, Outcome
from casebook.domain.sections.registry import Actor, Source
from casebook.ui.write.change_place import place_of

OUTCOME = Outcome(id=RecordId("o"))
INDICATOR = Indicator(id=RecordId("i"), parent=OUTCOME.id)
MEASURE = Measurement(id=RecordId("m"), parent=INDICATOR.id)
ACTOR = Actor(id=RecordId("a"), name="UN")
SOURCE = Source(id=RecordId("s"), title="Report")
CASE = Case(
    id=RecordId("case"),
    challenges=(Challenge(id=RecordId("c1")), Challenge(id=RecordId("c2"))),
    outcomes=(OUTCOME,),
    indicators=(INDICATOR,),
    measurements=(MEASURE,),
    evidence=(Evidence(id=RecordId("e"), claim=MEASURE.id, source=SOURCE.id),),
    source_records=(SOURCE,),
    actors=(Participant(id=RecordId("p")),),
)


def there_and_back(change, shown=""):
    """The places after a change was made and after it was undone."""
    after = change.apply(CASE)
    return place_of(after, change, shown), place_of(change.inverse().apply(after), change.inverse(), shown)


def test_a_field_is_shown_where_it_stands():
    assert there_and_back(setting(CASE, "c1", "title", "x")) == (("c1", "title"), ("c1", "title"))
    assert there_and_back(setting(CASE, "case", "title", "x"))[1] == ("case", "title")


def test_a_section_marked_as_empty_is_shown_as_a_section():
    change = setting(CASE, "case", "lessons", Absence.NONE_FOUND, Aspect.ABSENCE)
    assert there_and_back(change)[0] == ("case", "lessons")


def test_an_entry_that_came_is_shown_and_one_that_went_by_its_section():
    change = adding(CASE, "challenges", Challenge(id=RecordId("new")))
    assert there_and_back(change) == (("new", ""), ("case", "challenges"))


def test_a_child_that_went_is_shown_by_its_parent():
    assert there_and_back(removing(CASE, "m")) == (("i", ""), ("m", ""))


def test_an_entry_that_went_with_all_in_it_is_shown_once_it_is_back():
    assert there_and_back(removing(CASE, "o")) == (("case", "outcomes"), ("o", ""))


def test_a_copy_is_shown():
    ids = iter(("o2", "i2", "m2"))
    change, copy_id = duplicating(CASE, "o", lambda: next(ids))
    assert there_and_back(change) == ((copy_id, ""), ("case", "outcomes"))


def test_a_move_is_shown_at_its_end():
    assert there_and_back(MoveEntry(section="challenges", start=0, end=1)) == (("c1", ""), ("c1", ""))


def test_a_record_made_on_the_way_is_shown_by_the_field_that_names_it():
    steps = (adding(CASE, "actor_records", ACTOR), setting(CASE, "p", "actor", ACTOR.id))
    assert there_and_back(Batch(changes=steps)) == (("p", "actor"), ("p", "actor"))


def test_a_link_to_a_new_source_is_shown_at_the_claim():
    other = Source(id=RecordId("s2"), title="Log")
    link = Evidence(id=RecordId("e2"), claim=RecordId("c1"), source=other.id)
    steps = (adding(CASE, "source_records", other), InsertEntry(section="evidence", index=1, entry=link))
    assert there_and_back(Batch(changes=steps)) == (("c1", ""), ("c1", ""))


def test_a_source_that_went_is_shown_among_the_sources():
    assert there_and_back(removing(CASE, "s")) == (("case", "source_records"), ("s", ""))


@pytest.mark.parametrize("shown", ["evidence", ""])
def test_a_link_removed_in_the_list_of_links_is_shown_there(shown):
    made, undone = there_and_back(removing(CASE, "e"), shown)
    assert (made, undone) == ((("case", "evidence"), ("e", "")) if shown else (("m", ""), ("m", "")))


def test_an_empty_batch_is_shown_nowhere_in_particular():
    assert place_of(CASE, Batch(changes=())) == ("case", "")
