"""The words around a match, and where they stand."""

import pytest

from casebook.domain.case import new_case
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.attachments import Attachment
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.registry import Actor
from casebook.domain.wanted import Every, HasWords, Without
from casebook.storage.listing import ListQuery

ECOWAS = Actor(
    name="Economic Community of West African States", short_name="ECOWAS", aliases=("CEDEAO", "Comunidade")
)
CASE = new_case(
    title="Évian talks",
    context="A truce held. " * 40 + "The Straße am cafe\u0301 was **closed**.",
    challenges=(Challenge(title="Mandate gap", description="Talks about orders stayed unclear."),),
    actor_records=(ECOWAS,),
    actors=(Participant(actor=ECOWAS.id),),
    attachments=(Attachment(caption="Barracks", digest="0" * 64, file_name="gate_photo-7.jpg"),),
)


@pytest.fixture
def shelf(library):
    library.cases.save(None, CASE)
    return library


def shown(library, *words, section="", whole=False):
    query = ListQuery(wanted=Every(tuple(HasWords((word,), whole=whole, section=section) for word in words)))
    found = library.lookup.snippets(list(library.lookup.listed(query)), query)
    return [(one.section, one.field, [part for part, match in one.parts if match]) for one in found.values()]


def test_a_passage_says_where_it_stands(shelf):
    assert shown(shelf, "evian") == [("", "", ["Évian"])]
    assert shown(shelf, "cafe") == [("", "context", ["cafe\u0301"])]
    assert shown(shelf, "unclear") == [("challenges", "", ["unclear"])]
    assert shown(shelf, "mandate", "gap") == [("challenges", "", ["Mandate", "gap"])]
    assert shown(shelf, "gate") == [("attachments", "", ["gate"])]


def test_a_shared_record_speaks_for_the_cases_that_hold_it(shelf):
    assert shown(shelf, "cedeao") == [("actor_records", "", ["CEDEAO"])]
    assert shown(shelf, "econ") == [("actor_records", "", ["Economic"])]


def test_words_asked_for_in_a_section_are_shown_there(shelf):
    assert shown(shelf, "talks") == [("", "", ["talks"])]
    assert shown(shelf, "talks", section="challenges") == [("challenges", "", ["Talks"])]


def test_without_words_there_is_nothing_to_show(shelf):
    number = list(shelf.lookup.listed(ListQuery()))
    assert shelf.lookup.snippets(number, ListQuery()) == {}
    assert shelf.lookup.snippets(number, ListQuery(wanted=Without(HasWords(("absent",))))) == {}
    assert shelf.lookup.snippets([], ListQuery(wanted=HasWords(("evian",)))) == {}
