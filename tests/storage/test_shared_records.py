"""Shared records of a library: listed, searched, counted, saved once for every case, trashed and deleted."""

import attrs
import pytest

from casebook.domain.case import new_case
from casebook.domain.changes import SetField
from casebook.domain.errors import LibraryError, NotFoundError, ReadOnlyError
from casebook.domain.plain import change_of
from casebook.domain.records import TermRef
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.registry import Actor, Source
from casebook.storage.library import Library
from casebook.storage.listing import ListQuery
from casebook.storage.record_query import RecordQuery, Show
from casebook.storage.shared_records import RecordChange
from tests.finding import found

ECOWAS = Actor(
    name="Economic Community of West African States",
    short_name="ECOWAS",
    aliases=("CEDEAO",),
    type=TermRef("regional-organisation"),
    pseudonym="The regional body",
)
MISSION = Actor(name="ecomil", type=TermRef("mission-military"), parent_actor=ECOWAS.id)
LONELY = Actor(name="Écho Company")
REPORT = Source(title="Final report", citation_key="un2018", authors=("United Nations",), publisher="DPKO")


def holding(title, *actors, **more):
    parts = tuple(Participant(actor=actor.id, role=TermRef("lead")) for actor in actors)
    return new_case(title=title, actor_records=actors, actors=parts, **more)


@pytest.fixture
def cases(library):
    made = [holding("Liberia", ECOWAS, MISSION), holding("Sierra Leone", ECOWAS, source_records=(REPORT,))]
    for case in made:
        library.cases.save(None, case)
    library.records.save([RecordChange(before=None, after=LONELY)])
    return made


def names(library, **query):
    asked = RecordQuery(**{"section": "actor_records", **query})
    return [row.name for row in library.records.rows(asked.section, library.records.ids(asked))]


def delete(library, *records):
    library.records.save([RecordChange(before=record, after=None) for record in records])


def change(library, record, **values):
    after = attrs.evolve(record, **values)
    library.records.save([RecordChange(before=record, after=after)])
    return after


def test_they_are_listed_in_the_order_of_their_names_whatever_accents_and_capitals(library, cases):
    assert names(library) == [LONELY.name, "ecomil", ECOWAS.name]
    assert names(library, descending=True) == [ECOWAS.name, "ecomil", LONELY.name]
    row = library.records.rows("actor_records", [ECOWAS.id])[0]
    assert (row.mark, row.type, row.cases, row.trashed) == ("ECOWAS", "regional-organisation", 2, False)
    assert library.records.rows("source_records", [REPORT.id])[0].mark == "un2018"


def test_they_are_sorted_by_use_type_and_change_what_has_none_last(library, cases):
    assert names(library, sort="cases", descending=True) == [ECOWAS.name, "ecomil", LONELY.name]
    assert names(library, sort="type") == ["ecomil", ECOWAS.name, LONELY.name]
    assert names(library, sort="type", descending=True) == [ECOWAS.name, "ecomil", LONELY.name]
    later = change(
        library, LONELY, stamp=attrs.evolve(LONELY.stamp, updated_at="2031-01-01T00:00:00+00:00"), name="E"
    )
    assert names(library, sort="updated_at", descending=True)[0] == later.name
    with pytest.raises(ValueError, match="cannot be sorted"):
        names(library, sort="shoe size")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("west afr", 1),
        ("ecowas", 1),
        ("cedeao", 1),
        ("regional body", 1),
        ("echo", 1),
        ("nowhere", 0),
        ("  ", 3),
    ],
)
def test_any_of_their_names_finds_them(library, cases, text, found):
    assert len(names(library, text=text)) == found


def test_sources_are_found_by_title_author_key_and_publisher(library, cases):
    for text in ("final", "united nat", "un2018", "dpko"):
        assert names(library, section="source_records", text=text) == ["Final report"]


def test_they_are_narrowed_by_type_and_use(library, cases):
    assert names(library, type="mission-military") == ["ecomil"]
    assert names(library, show=Show.UNUSED) == [LONELY.name]
    assert names(library, show=Show.USED) == ["ecomil", ECOWAS.name]
    assert library.records.types("actor_records") == {"regional-organisation": 1, "mission-military": 1}


def test_a_rename_reaches_every_case_its_line_the_search_and_the_history(library, cases):
    change(library, ECOWAS, short_name="The Community", name="The Community of West African States")
    assert library.cases.load(cases[1].id).actor_records[0].short_name == "The Community"
    partners = {row.title: row.partners for row in library.cases.page(ListQuery())}
    assert partners["Sierra Leone"] == ("The Community",) and "The Community" in partners["Liberia"]
    assert set(found(library, "community states")) == {cases[0].id, cases[1].id}
    assert found(library, "economic") == {}
    assert library.cases.page(ListQuery(text="community"))
    told = library.history.of(cases[1].id)[0]
    assert "Official name of" in told.what and told.who == "Ama Mensah"


def test_the_history_holds_a_change_that_can_be_read_and_grows_while_one_field_is_written(library, cases):
    record = ECOWAS
    for name in ("E", "Ec", "Eco"):
        record = change(library, record, short_name=name)
    for case in cases:
        entries = library.history.of(case.id)
        assert len(entries) == 2
        made = change_of(entries[0].change, library.declaration)
        assert isinstance(made, SetField) and (made.old, made.new) == ("ECOWAS", "Eco")
    record = change(library, record, country="GH")
    record = change(library, record, short_name="ECOWAS")
    assert len(library.history.of(cases[0].id)) == 4


def test_what_was_changed_elsewhere_meanwhile_is_not_overwritten(library, cases):
    change(library, ECOWAS, name="Newer")
    with pytest.raises(LibraryError, match="meantime"):
        change(library, ECOWAS, name="Older")
    with pytest.raises(NotFoundError):
        change(library, Actor(name="Never saved"), name="x")
    assert library.records.get("actor_records", [ECOWAS.id])[0].name == "Newer"


def test_trash_hides_a_record_from_lists_but_not_from_its_cases(library, cases):
    gone = change(library, MISSION, trashed=True)
    assert "ecomil" not in names(library) and names(library, show=Show.TRASH) == ["ecomil"]
    assert library.history.of(cases[0].id)[0].what == "“ecomil” moved to the Trash"
    assert library.cases.load(cases[0].id).find(MISSION.id).trashed
    change(library, gone, trashed=False)
    assert "ecomil" in names(library)
    assert library.history.of(cases[0].id)[0].what == "“ecomil” taken out of the Trash"


def test_only_what_nothing_uses_is_deleted_and_its_words_go_too(library, cases):
    above = Actor(name="Above everything")
    below = Actor(name="Below", parent_actor=above.id)
    library.records.save([RecordChange(before=None, after=one) for one in (above, below)])
    for used in (ECOWAS, above):
        with pytest.raises(LibraryError, match="uses"):
            delete(library, LONELY, used)
    delete(library, LONELY, below, above)
    assert names(library, text="echo") == [] == names(library, text="above")
    assert library.problems() == []
    with library._database.reading() as connection:
        left = connection.exec_driver_sql("SELECT count(*) FROM word_index WHERE word_index MATCH 'echo'")
        assert left.scalar() == 0


def test_reading_only_nothing_is_changed(library, cases):
    library.close()
    with Library.open(library.path, read_only=True) as reading:
        assert names(reading, text="ecowas") == [ECOWAS.name]
        with pytest.raises(ReadOnlyError):
            change(reading, ECOWAS, name="x")
        with pytest.raises(ReadOnlyError):
            delete(reading, LONELY)
