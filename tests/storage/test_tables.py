"""Tables follow the declaration, by themselves."""

import pytest
import sqlalchemy as sa

from casebook.domain.case import CASE
from casebook.domain.declaration import declaration_of
from casebook.storage.database import Database, connected
from casebook.storage.tables import TRIGGERS, tables_for
from tests.storage.made_up_case import MADE_UP


@pytest.mark.parametrize("declaration", [CASE, MADE_UP], ids=["real", "made up"])
def test_every_field_of_every_section_has_a_place(declaration):
    tables = tables_for(declaration)
    for key, record_type in declaration.record_types():
        place = tables.records["" if key == "case" else key]
        assert place.record_type is record_type
        for spec in place.fields:
            assert (spec.name in place.sides) if spec.many else (spec.name in place.table.c), spec.name
    assert set(tables.held) == {section.key for section in declaration.shared_sections}


def test_a_made_up_section_brings_its_tables():
    names = set(tables_for(MADE_UP).metadata.tables) - set(tables_for(CASE).metadata.tables)
    sides = {"drills__themes", "drills__guests", "drills__earlier", "drills__nicknames", "drills__hosts"}
    assert names == {"drills", "drill_notes", *sides}


def foreign_keys(table: sa.Table) -> dict[str, str]:
    return {key.parent.name: key.column.table.name for key in table.foreign_keys}


def test_links_are_foreign_keys_where_their_target_is_one_table():
    tables = tables_for(MADE_UP)
    drills, notes = tables.records["drills"], tables.records["drill_notes"]
    assert foreign_keys(drills.table) == {"case_id": "cases", "leader": "actor_records", "place": "places"}
    assert foreign_keys(notes.table) == {"case_id": "cases", "parent": "drills"}
    assert foreign_keys(drills.sides["guests"])["value"] == "actor_records"
    assert foreign_keys(drills.sides["earlier"]) == {
        "case_id": "cases",
        "record_id": "drills",
        "value": "drills",
    }
    assert foreign_keys(drills.sides["themes"]) == {"case_id": "cases", "record_id": "drills"}
    assert foreign_keys(tables.records["actor_records"].table) == {"parent_actor": "actor_records"}
    assert foreign_keys(tables.records[""].table) == {}


def test_every_foreign_key_waits_for_the_end_of_the_transaction():
    keys = [key for table in tables_for(MADE_UP).metadata.tables.values() for key in table.foreign_keys]
    assert keys
    assert all(key.deferrable and key.initially == "DEFERRED" for key in keys)


def test_what_a_case_is_removed_by_is_indexed():
    for table in tables_for(CASE).metadata.tables.values():
        first = {next(iter(index.columns)).name for index in table.indexes} | {
            next(iter(table.primary_key)).name
        }
        first |= {
            next(iter(part.columns)).name
            for part in table.constraints
            if isinstance(part, sa.UniqueConstraint)
        }
        for key in table.foreign_keys:
            if not key.column.table.name.endswith("_records"):
                assert key.parent.name in first, f"{table.name}.{key.parent.name}"


def test_the_tables_are_made_once_for_each_declaration():
    assert tables_for(CASE) is tables_for(declaration_of(CASE.case_type))


def test_they_can_be_made_in_an_empty_file(tmp_path):
    database = Database(connected(tmp_path / "x.db", mode="rwc"))
    with database.writing() as connection:
        tables_for(MADE_UP).create(connection)
    with database.reading() as connection:
        made = set(connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars())
    database.close()
    assert made >= set(tables_for(MADE_UP).metadata.tables) | set(TRIGGERS) | {"search_index", "word_index"}
