"""What would come of a list is said row by row before anything is written."""

import attrs
import pytest

from casebook.domain.case import CASE, new_case
from casebook.domain.dates import When
from casebook.domain.records import Sensitivity
from casebook.domain.sections.outcomes import Outcome
from casebook.domain.sections.registry import Actor
from casebook.domain.wording import Wording
from casebook.services.lists.mapping import ColumnChoice, ListMapping
from casebook.services.lists.names import Names
from casebook.services.lists.planning import Intake, plan
from casebook.services.lists.records import Records
from casebook.services.lists.targets import targets_of
from casebook.services.lists.values import Understanding
from tests.services.lists.conftest import list_file
from tests.strategies import VOCABULARIES

ECOWAS = Actor(name="Economic Community of West African States", short_name="ECOWAS")
OUTCOME = Outcome(statement="Fighters disarmed")
CASE_HERE = new_case(title="Liberia", outcomes=(OUTCOME,))
UNTOLD, GOING_ON = (lambda _done, _of: None), (lambda: False)


def mapped(*targets, into="", lenient=()):
    choices = tuple(ColumnChoice(target=key, lenient=key in lenient) for key in targets)
    return ListMapping(into=into, choices=choices)


def planned(listed, mapping, **options):
    records = Records(CASE, {"actor_records": (ECOWAS,)}, {}, CASE_HERE, Wording(vocabularies=VOCABULARIES))
    intake = Intake(
        listed=listed,
        mapping=mapping,
        targets=targets_of(CASE, mapping.into),
        declaration=CASE,
        **options,
    )
    return plan(intake, Understanding(Names(VOCABULARIES), records), UNTOLD, GOING_ON)


PROJECTS = mapped("title", "countries", "period", "actors:", "context")


def test_rows_become_cases(projects):
    done = planned(projects, PROJECTS, given={"authors": ("Ama",)})
    first, second = done.records()
    assert (first.title, first.countries, first.period) == ("Training of police", ("LR",), When("2003/2018"))
    assert (first.context, first.status, first.authors) == ("It went well.", "draft", ("Ama",))
    names = [case_actor.name for case_actor in first.actor_records]
    assert names == [ECOWAS.name, "United Nations"]
    assert [one.actor for one in first.actors] == [actor.id for actor in first.actor_records]
    assert second.actor_records == (ECOWAS,) and done.count == 2


def test_refusals_name_the_column_and_the_text(projects):
    done = planned(projects, PROJECTS)
    assert [(one.at, one.number) for one in done.refused] == [(2, 4), (3, 5)]
    assert done.refused[0].reasons == ("Country: “Libria” is not a country by any name known here.",)
    assert "Title: nothing is given" in done.refused[1].reasons[0]
    assert done.troubled == {1: 1}


def test_actors_that_only_refused_rows_name_are_not_made(projects):
    assert [actor.name for actor in planned(projects, PROJECTS).fresh["actor_records"]] == ["United Nations"]


def test_unknown_words_may_be_left_out(projects):
    done = planned(projects, mapped("title", "countries", "period", "", "", lenient=("countries",)))
    assert done.count == 3 and done.records()[2].countries == () and done.left_out == {"Country": 1}


def test_a_reference_comes_in_once():
    listed = list_file(("Ref", "Title"), ("LR-1", "A"), ("lr-1", "B"), ("X-9", "C"), (None, "D"), (None, "E"))
    done = planned(listed, mapped("ref_code", "title"), references=frozenset({"x-9"}))
    assert [case.title for case in done.records()] == ["A", "D", "E"]
    assert "“X-9” is in the library or the list already" in done.refused[1].reasons[0]


@pytest.mark.parametrize(
    ("start", "end", "period"),
    [
        (2003, 2005, "2003/2005"),
        (2003, None, "2003"),
        (2003, 2003, "2003"),
        (None, 2005, "../2005"),
        ("06/2003", "about 2005", "2003-06/2005~"),
    ],
)
def test_two_columns_make_a_period(start, end, period):
    listed = list_file(("T", "From", "To"), ("A", start, end))
    (case,) = planned(listed, mapped("title", "period:start", "period:end")).records()
    assert case.period == When(period)


def test_a_period_that_ends_before_it_begins_is_refused():
    listed = list_file(("T", "From", "To"), ("A", 2005, 2003), ("B", "2001–2002", "2003"))
    done = planned(listed, mapped("title", "period:start", "period:end"))
    assert done.count == 0 and "“2005” to “2003” is no span" in done.refused[0].reasons[0]


def test_levels_and_names_of_entries():
    listed = list_file(("T", "Who may see", "Where"), ("A", "Training", "Tubmanburg; Gbarnga"))
    (case,) = planned(listed, mapped("title", "sensitivity", "places:")).records()
    assert case.sensitivity is Sensitivity.TRAINING
    assert [place.name for place in case.places] == ["Tubmanburg", "Gbarnga"]


def test_rows_become_entries_of_a_section():
    listed = list_file(("Date", "What", "Who"), ("18 August 2003", "Peace", "ECOWAS; New"), (None, None, "x"))
    done = planned(listed, mapped("date", "title", "actors", into="timeline"))
    (event,) = done.records()
    assert (event.date, event.title, event.actors[0]) == (When("2003-08-18"), "Peace", ECOWAS.id)
    assert {record.name for record in done.used} == {ECOWAS.name, "New"} and len(done.refused) == 1


def test_entries_that_stand_in_others_find_them():
    listed = list_file(("Of", "Name"), ("Fighters disarmed", "Weapons"), ("Nowhere", "x"), (None, "y"))
    done = planned(listed, mapped("parent", "name", into="indicators"))
    assert [(one.parent, one.name) for one in done.records()] == [(OUTCOME.id, "Weapons")]
    assert "“Nowhere” is not in the case" in done.refused[0].reasons[0]
    assert "Outcome: nothing is given" in done.refused[1].reasons[0]


def test_it_says_how_far_it_is_and_can_be_stopped(projects):
    long = attrs.evolve(projects, rows=projects.rows * 500, numbers=tuple(range(2000)))
    told = []
    intake = Intake(listed=long, mapping=PROJECTS, targets=targets_of(CASE), declaration=CASE)
    held = Understanding(Names(VOCABULARIES), Records(CASE, {}, {}))
    done = plan(intake, held, lambda at, of: told.append((at, of)), lambda: len(told) > 2)
    assert told[:2] == [(0, 2000), (500, 2000)] and done.count + len(done.refused) < 2000
