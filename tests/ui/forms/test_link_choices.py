"""Records to link to."""

import pytest

from casebook.domain.fields import FieldSpec, Kind
from casebook.ui.forms.link_choices import LinkChoices
from tests.ui.forms.desk import ECOWAS, UNMIL


@pytest.fixture
def actors(context):
    return LinkChoices(FieldSpec(kind=Kind.LINK, label="Actor", to="actor_records"), context)


def test_those_of_the_case_come_before_those_of_the_library(actors):
    assert [row.value for row in actors.find("")] == [UNMIL.id, ECOWAS.id, "actor-au"]


def test_a_record_is_never_offered_to_itself(actors):
    actors.set_record(UNMIL)
    assert UNMIL.id not in [row.value for row in actors.find("")]


def test_the_short_form_is_shown_and_the_full_name_offered(actors):
    row = actors.find("unmil")[0]
    assert (row.label, row.words) == ("United Nations Mission in Liberia", "UNMIL")
    assert actors.opens(UNMIL.id)


def test_making_is_offered_once_and_not_for_a_name_that_is_there(actors):
    assert [row.creates for row in actors.find("united nations mission in liberia")] == [False]
    assert [row.creates for row in actors.find("Somebody")] == [True]


def test_a_record_that_is_nowhere_is_said_to_be(actors):
    assert actors.of("gone").words == "A record that is not in this case"


def test_children_and_cases_are_not_made_by_a_link(context):
    for to in ("measurements", "case", "*"):
        choices = LinkChoices(FieldSpec(kind=Kind.LINK, label="To", to=to), context)
        assert not any(row.creates for row in choices.find("zzz"))
