"""Bringing an older library up to date: a copy first, then every step or none."""

import hashlib

import pytest

from casebook.domain.errors import LibraryError, NewerLibraryError
from casebook.storage.database import connected
from casebook.storage.library import Library
from casebook.storage.migration import MIGRATIONS, Migration, latest_of
from tests.builders import build_case

CASE = build_case(1)


def add_a_column(connection, tables):
    connection.exec_driver_sql("ALTER TABLE challenges ADD COLUMN weather TEXT")
    connection.exec_driver_sql("UPDATE challenges SET weather = 'rain'")


def drop_what_others_need(connection, tables):
    connection.exec_driver_sql("DELETE FROM actor_records")


def stumble(connection, tables):
    connection.exec_driver_sql("UPDATE no_such_table SET x = 1")


def steps(*functions):
    first = latest_of(MIGRATIONS) + 1
    return (
        *MIGRATIONS,
        *(Migration(version=number, step=step) for number, step in enumerate(functions, first)),
    )


@pytest.fixture(params=[""])
def old(request, tmp_path):
    path = tmp_path / "Old.casebook"
    with Library.create(path, passphrase=request.param) as library:
        library.cases.save(None, CASE)
    return path, request.param


def version_of(path, key):
    driver = connected(path, key)
    try:
        return driver.execute("PRAGMA user_version").fetchone()[0]
    finally:
        driver.close()


@pytest.mark.parametrize("old", ["", "key"], ids=["plain", "encrypted"], indirect=True)
def test_steps_run_in_order_after_a_copy_was_made(old):
    path, key = old
    with Library.open(path, passphrase=key, migrations=steps(add_a_column, lambda *_: None)) as library:
        assert library.cases.load(CASE.id) == CASE
        assert library.problems() == []
    assert version_of(path, key) == latest_of(MIGRATIONS) + 2
    (copy,) = path.parent.glob("Old before update *.casebook")
    assert version_of(copy, key) == latest_of(MIGRATIONS)
    with Library.open(copy, passphrase=key) as library:
        assert library.cases.load(CASE.id) == CASE


def test_an_up_to_date_library_is_not_copied(old):
    path, key = old
    Library.open(path, passphrase=key).close()
    assert [file.name for file in path.parent.iterdir()] == ["Old.casebook"]


@pytest.mark.parametrize("stumbling", [stumble, drop_what_others_need])
def test_a_step_that_fails_half_way_leaves_the_library_as_it_was(old, stumbling):
    path, key = old
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    with pytest.raises(LibraryError, match="left as it was"):
        Library.open(path, passphrase=key, migrations=steps(add_a_column, stumbling))
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before
    assert [file.name for file in path.parent.iterdir()] == ["Old.casebook"]
    with Library.open(path, passphrase=key) as library:
        assert library.cases.load(CASE.id) == CASE


def test_each_update_keeps_its_own_copy(old):
    path, key = old
    for day in range(2):
        migrations = steps(*([add_a_column, lambda *_: None][: day + 1]))
        Library.open(path, passphrase=key, migrations=migrations).close()
    assert len(list(path.parent.glob("Old before update *.casebook"))) == 2


def test_for_reading_only_an_old_library_is_not_touched(old):
    path, key = old
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="older version"):
        Library.open(path, passphrase=key, read_only=True, migrations=steps(add_a_column))
    assert path.read_bytes() == before


def test_once_up_to_date_the_version_before_refuses_it(old):
    path, key = old
    Library.open(path, passphrase=key, migrations=steps(add_a_column)).close()
    with pytest.raises(NewerLibraryError):
        Library.open(path, passphrase=key)
