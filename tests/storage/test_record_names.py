from casebook.domain.case import Case
from casebook.domain.sections.registry import Actor, Source
from casebook.storage.library import Library
from casebook.storage.record_names import record_names


def test_records_are_called_by_their_short_form_where_they_have_one(tmp_path):
    long, short = Actor(name="National  police"), Actor(name="United Nations", short_name="UN")
    source = Source(title="A report")
    with Library.create(tmp_path / "names.casebook") as library:
        library.cases.save(None, Case(actor_records=(long, short), source_records=(source,)))
        with library._database.reading() as connection:
            records = library.traits._tables.records
            names = record_names(connection, records["actor_records"], [long.id, short.id, "gone"])
            assert names == {long.id: "National police", short.id: "UN"}
            assert record_names(connection, records["source_records"], [source.id]) == {source.id: "A report"}
