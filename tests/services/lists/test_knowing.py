"""What a library knows is what lists are understood by."""

from casebook.domain.case import new_case
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.places import Place
from casebook.domain.sections.registry import Actor, Source
from casebook.domain.wording import Wording
from casebook.services.lists.knowing import knowledge_of
from tests.strategies import VOCABULARIES


def test_records_and_references_of_the_library_are_known(library):
    who, report = Actor(name="ECOWAS"), Source(title="Report", citation_key="un2018")
    case = new_case(
        title="Liberia",
        ref_code="LR-2003-001",
        actor_records=(who,),
        source_records=(report,),
        actors=(Participant(actor=who.id),),
    )
    library.cases.save(None, case)
    records = knowledge_of(library, VOCABULARIES).understanding.records
    assert records.find("actor_records", "ecowas") == who.id
    assert records.find("source_records", "UN2018") == report.id
    assert records.find("case", "lr-2003-001") == case.id
    assert knowledge_of(library, VOCABULARIES).references == {"LR-2003-001"}


def test_the_case_that_takes_entries_in_is_known_too(library):
    place = Place(name="Tubmanburg")
    case = new_case(title="Liberia", places=(place,))
    known = knowledge_of(library, VOCABULARIES, case, Wording(vocabularies=VOCABULARIES))
    assert known.understanding.records.find("places", "tubmanburg") == place.id
