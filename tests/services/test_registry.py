"""Steps on shared records: made, taken back, told apart by name."""

import attrs
import pytest

from casebook.domain.case import new_case
from casebook.domain.errors import LibraryError, NotFoundError
from casebook.domain.sections.registry import Actor, Source
from casebook.services.registry import RegistryStep, RegistrySweep, changing, one_record, trashing
from casebook.storage.library import Library

UN = Actor(name="United Nations", short_name="UN", aliases=("ONU",))
TWINS = (Actor(name="The police"), Actor(name="the Police"))
REPORT = Source(title="Report", citation_key="un2018")


@pytest.fixture
def library(tmp_path):
    with Library.create(tmp_path / "lib.casebook", author="Ama") as held:
        held.cases.save(None, new_case(title="One", actor_records=(UN,), source_records=(REPORT,)))
        RegistrySweep(held, changing([(None, twin) for twin in TWINS], "Ama")).run()
        yield held


def test_a_change_is_stamped_and_taken_back(library):
    step = changing(
        [(UN, attrs.evolve(UN, country="CH")), (REPORT, REPORT)], "Kofi", lambda: "2026-05-01T10:00:00"
    )
    assert step.record_ids == {UN.id}
    RegistrySweep(library, step).run()
    held = library.records.get("actor_records", [UN.id])[0]
    assert (held.country, held.stamp.updated_by, held.stamp.created_by) == ("CH", "Kofi", "Kofi")
    RegistrySweep(library, step.inverse()).run()
    assert library.records.get("actor_records", [UN.id]) == [UN]


def test_what_was_made_is_unmade_and_what_was_deleted_is_back(library):
    step = changing([(TWINS[0], None)], "Ama")
    RegistrySweep(library, step).run()
    assert library.records.get("actor_records", [TWINS[0].id]) == []
    RegistrySweep(library, step.inverse()).run()
    assert library.records.get("actor_records", [TWINS[0].id]) == [TWINS[0]]


def test_into_the_trash_and_out(library):
    RegistrySweep(library, trashing([UN], "Ama")).run()
    (gone,) = library.records.get("actor_records", [UN.id])
    assert gone.trashed
    RegistrySweep(library, trashing([gone], "Ama", out=True)).run()
    assert library.records.get("actor_records", [UN.id]) == [UN]


def test_a_step_that_does_nothing_is_done_at_once(library):
    sweep = RegistrySweep(library, RegistryStep())
    assert not sweep.step() and (sweep.done, sweep.total, sweep.changed_cases) == (0, 0, frozenset())
    assert sweep.made() == RegistryStep()


@pytest.mark.parametrize("text", ["united  nations", "UN", "onu", ""])
def test_a_record_answers_to_each_of_its_names(library, text):
    assert one_record(library, "actor_records", text or UN.id) == UN


def test_a_source_answers_to_its_key_and_what_lies_in_the_trash_answers_too(library):
    assert one_record(library, "source_records", "UN2018") == REPORT
    RegistrySweep(library, trashing([REPORT], "Ama")).run()
    assert one_record(library, "source_records", "report").trashed


def test_no_name_and_two_of_a_name_are_refused(library):
    with pytest.raises(NotFoundError):
        one_record(library, "actor_records", "united")
    with pytest.raises(LibraryError, match="More than one"):
        one_record(library, "actor_records", "the police")
