"""Names in a list point to the records that are there; what is missing is made once."""

import attrs
import pytest

from casebook.domain.case import ANOTHER_CASE, CASE, new_case
from casebook.domain.errors import CasebookError
from casebook.domain.fields import EVERY_RECORD
from casebook.domain.sections.places import Place
from casebook.domain.sections.registry import Actor, Source
from casebook.domain.wording import Wording
from casebook.services.lists.records import Records, UnknownNameError
from tests.strategies import VOCABULARIES

ECOWAS = Actor(name="Economic Community of West African States", short_name="ECOWAS", aliases=("CEDEAO",))
ARMY, OTHER = Actor(name="Army of Mali", short_name="Army"), Actor(name="Army of Chad", short_name="Army")
GONE = Actor(name="Gone", trashed=True)
REPORT = Source(title="Final report", citation_key="un2018")
PLACE = Place(name="Tubmanburg")
CASE_HERE = new_case(title="Liberia", places=(PLACE,))


@pytest.fixture
def records():
    shared = {"actor_records": (ECOWAS, ARMY, OTHER, GONE), "source_records": (REPORT,)}
    return Records(CASE, shared, {"LR-2003-001": "id-1"}, CASE_HERE, Wording(vocabularies=VOCABULARIES))


@pytest.mark.parametrize("name", ["ecowas", "CEDEAO", "Economic community of West-African states"])
def test_an_actor_is_known_by_all_its_names(records, name):
    assert records.find("actor_records", name) == ECOWAS.id and not records.is_new(ECOWAS.id)


def test_sources_places_cases_and_anything(records):
    assert (
        records.find("source_records", "UN2018")
        == records.find("source_records", "final report")
        == REPORT.id
    )
    assert records.find("places", "tubmanburg") == records.find(EVERY_RECORD, "Tubmanburg") == PLACE.id
    assert records.find(ANOTHER_CASE, "lr-2003-001") == "id-1"


def test_what_is_missing_is_made_once(records):
    one, two = records.find("actor_records", "New Force"), records.find("actor_records", "new force")
    assert one == two and records.is_new(one)
    assert records.shared_record(one).name == "New Force"
    assert records.section_of(records.shared_record(one)) == "actor_records"
    assert records.is_new(records.find("actor_records", "Gone")), (
        "what lies in the Trash is not taken from it"
    )


def test_two_of_one_name_are_not_guessed_between(records):
    with pytest.raises(CasebookError, match="several"):
        records.find("actor_records", "army")
    assert records.find("actor_records", "Army of Chad") == OTHER.id


@pytest.mark.parametrize("to", ["places", ANOTHER_CASE, EVERY_RECORD])
def test_what_cannot_be_made_from_a_name_is_refused(records, to):
    with pytest.raises(UnknownNameError):
        records.find(to, "Nowhere")


def test_a_text_is_no_name(records):
    with pytest.raises(CasebookError, match="too long"):
        records.find("actor_records", "x" * 500)


def test_an_official_name_is_stronger_than_another_record_s_short_name():
    plain = Actor(name="United Nations")
    short = attrs.evolve(Actor(name="United Nations Mission"), short_name="United Nations")
    held = Records(CASE, {"actor_records": (short, plain)}, {})
    assert held.find("actor_records", "united nations") == plain.id
