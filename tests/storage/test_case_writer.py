"""Writes several cases at once, with their list rows and index."""

import attrs
import pytest

from casebook.domain.case import new_case
from casebook.domain.errors import NotFoundError
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.registry import Actor
from casebook.storage.listing import ListQuery
from tests.finding import found

AU = Actor(name="African Union", short_name="AU")


def test_cases_that_bring_the_same_new_record_bring_it_once(library):
    cases = [
        new_case(title=f"Case {number}", actor_records=(AU,), actors=(Participant(actor=AU.id),))
        for number in range(3)
    ]
    library.cases.add_all(cases)
    assert library.cases.shared("actor_records") == (AU,)
    assert len(found(library, "african")) == 3
    assert {row.partners for row in library.cases.page(ListQuery())} == {("AU",)}


def test_each_case_keeps_numbers_of_its_own_in_the_index(library):
    one, two = (new_case(title=title, context="river crossing") for title in ("One", "Two"))
    library.cases.save(None, one)
    library.cases.save(None, two)
    longer = attrs.evolve(one, analysis="river again", approach="river once more")
    library.cases.save(one, longer)
    assert set(found(library, "river")) == {one.id, two.id}
    assert found(library, "again") == {one.id: ("", "analysis")}
    assert found(library, "once") == {one.id: ("", "approach")}
    library.cases.delete(one.id)
    assert found(library, "river") == {two.id: ("", "context")}


def test_the_index_itself_stays_sound(library):
    case = new_case(title="One", context="river", actor_records=(AU,))
    library.cases.save(None, case)
    for text in ("bridge", "", "ford"):
        changed = attrs.evolve(case, context=text)
        library.cases.save(case, changed)
        case = changed
    with library._database.writing() as connection:
        checked = connection.exec_driver_sql(
            "INSERT INTO search_index (search_index) VALUES ('integrity-check')"
        )
    assert checked.rowcount != 0
    assert library.problems() == []


def test_a_case_that_is_gone_is_not_written_to(library):
    case = new_case(title="Never saved")
    with pytest.raises(NotFoundError, match="Nothing was saved"):
        library.cases.save(case, attrs.evolve(case, title="x"))
    assert found(library, "x") == {}
