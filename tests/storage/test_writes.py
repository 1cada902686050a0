"""Rows gathered first and written table by table."""

import sqlalchemy as sa

from casebook.storage.writes import Writes

METADATA = sa.MetaData()
THINGS = sa.Table(
    "things",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("a", sa.Text),
    sa.Column("b", sa.Integer),
)


def test_inserts_changes_and_removals_are_written_and_forgotten():
    engine = sa.create_engine("sqlite://")
    with engine.begin() as connection:
        METADATA.create_all(connection)
        writes = Writes()
        for number, name in enumerate("xyz"):
            writes.insert(THINGS, {"id": name, "a": "old", "b": number})
        assert writes.flush(connection) == 3
        writes.remove(THINGS, {"id": "x"})
        writes.update(THINGS, {"id": "y"}, {"a": "new"})
        writes.update(THINGS, {"id": "z"}, {"b": 9, "a": None})
        writes.update(THINGS, {"id": "z"}, {})
        writes.insert(THINGS, {"id": "x", "a": "again", "b": 5})
        assert writes.flush(connection) == 4
        assert writes.flush(connection) == 0
        rows = connection.execute(sa.select(THINGS).order_by(THINGS.c.id)).all()
    engine.dispose()
    assert [tuple(row) for row in rows] == [("x", "again", 5), ("y", "new", 1), ("z", None, 9)]


def test_rows_that_still_lack_something_can_be_taken_back():
    writes = Writes()
    writes.insert(THINGS, {"id": "x"})
    assert writes.taken(THINGS) == [{"id": "x"}]
    assert writes.taken(THINGS) == []
