"""One connection, transactions, and errors in plain words."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
import sqlalchemy as sa
from sqlcipher3 import dbapi2 as sqlite

from casebook.domain.errors import LibraryError, ReadOnlyError
from casebook.storage.database import SENTENCES, Database, connected, in_plain_words


@pytest.fixture
def database(tmp_path):
    made = Database(connected(tmp_path / "x.db", mode="rwc"))
    with made.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE t (a INTEGER PRIMARY KEY, b NOT NULL)")
    yield made
    made.close()


def count(database):
    with database.reading() as connection:
        return connection.exec_driver_sql("SELECT count(*) FROM t").scalar()


def test_a_transaction_is_kept_whole_or_not_at_all(database):
    with database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO t VALUES (1, 1)")
    with pytest.raises(LibraryError, match="same identity"), database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO t VALUES (2, 1)")
        connection.exec_driver_sql("INSERT INTO t VALUES (1, 1)")
    assert count(database) == 1


def test_an_error_of_any_kind_rolls_back(database):
    with pytest.raises(KeyError), database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO t VALUES (1, 1)")
        raise KeyError
    assert count(database) == 0


def test_our_own_mistakes_are_not_dressed_up(database):
    for mistake in ("INSERT INTO nowhere VALUES (1)", "INSERT INTO t VALUES (1, NULL)"):
        with pytest.raises(sa.exc.DBAPIError), database.writing() as connection:
            connection.exec_driver_sql(mistake)
    assert in_plain_words(ValueError()) is None


def test_what_people_wrote_is_not_in_messages(database):
    with pytest.raises(sa.exc.DBAPIError) as mistake, database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO t VALUES (:a, :b, :c)", {"a": 1, "b": "secret", "c": 2})
    assert "secret" not in str(mistake.value)


def test_reading_only_refuses_before_anything_starts(database, tmp_path):
    reader = Database(connected(tmp_path / "x.db"), read_only=True)
    with pytest.raises(ReadOnlyError, match="reading only"), reader.writing():
        pass
    with pytest.raises(ReadOnlyError, match="only be read"), reader.reading() as connection:
        connection.exec_driver_sql("INSERT INTO t VALUES (1, 1)")
    reader.close()
    assert count(database) == 0


def test_another_writer_is_waited_for_and_then_told(database, tmp_path, monkeypatch):
    monkeypatch.setattr("casebook.storage.database.BUSY_SECONDS", 0.05)
    second = Database(connected(tmp_path / "x.db"))
    with database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO t VALUES (1, 1)")
        with pytest.raises(LibraryError, match="Another program"), second.writing():
            pass
    second.close()
    assert count(database) == 1


def test_a_file_that_cannot_be_opened_is_told(tmp_path):
    with pytest.raises(LibraryError, match="cannot be opened"):
        connected(tmp_path / "nothing.db")
    with pytest.raises(LibraryError, match="cannot be opened"):
        connected(tmp_path / "no folder" / "x.db", mode="rwc")


def test_odd_names_are_names(tmp_path):
    for name in ("a?mode=memory.db", "50% #1 & más.db", "x y';--.db"):
        connected(tmp_path / name, mode="rwc").execute("CREATE TABLE t (a)").connection.close()
        assert (tmp_path / name).exists()


def test_every_sentence_ends_and_names_no_machinery():
    for _, sentence in SENTENCES.values():
        assert sentence.endswith(".")
        assert "sql" not in sentence.lower()


def test_every_write_reaches_the_disk(database):
    values = {
        name: database.driver.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("synchronous", "foreign_keys")
    }
    assert values == {"synchronous": 2, "foreign_keys": 1}
    assert isinstance(database.driver, sqlite.Connection)


ENDLESS = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count(*) FROM c"


@pytest.mark.parametrize("straight", [True, False])
def test_what_is_read_can_be_stopped_from_another_thread(tmp_path, straight):
    database = Database(connected(tmp_path / "file.db", mode="rwc"))
    done = Event()

    def stop():
        while not done.wait(0.01):
            database.interrupt()

    with ThreadPoolExecutor(1) as pool:
        pool.submit(stop)
        with pytest.raises(LibraryError, match="stopped"), database.reading() as connection:
            (database.driver.execute if straight else connection.exec_driver_sql)(ENDLESS).fetchall()
        done.set()
    with database.reading() as connection:
        assert connection.scalar(sa.text("SELECT 1")) == 1
    database.close()
    database.interrupt()
