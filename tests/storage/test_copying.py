"""A copy is whole and checked, or it is not there."""

import pytest

from casebook.domain.errors import LibraryError
from casebook.storage.copying import check_file, copy_library, free_name, problems
from casebook.storage.database import connected
from casebook.storage.library import Library
from tests.builders import build_case


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "source" / "Source.casebook"
    path.parent.mkdir()
    with Library.create(path) as library:
        library.cases.save(None, build_case(1))
    driver = connected(path)
    yield driver
    driver.close()


def test_a_copy_reads_back_and_nothing_else_is_left(source, tmp_path):
    target = tmp_path / "Copy.casebook"
    copy_library(source, target)
    check_file(target)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["Copy.casebook"]


def test_a_damaged_source_makes_no_copy(source, tmp_path):
    source.execute("PRAGMA foreign_keys = OFF")
    source.execute("DELETE FROM actor_records")
    assert problems(source) != []
    with pytest.raises(LibraryError, match="could not be read back"):
        copy_library(source, tmp_path / "Copy.casebook")
    assert [path.name for path in tmp_path.iterdir()] == ["source"]


def test_what_is_there_stays_unless_it_is_to_be_replaced(source, tmp_path):
    target = tmp_path / "Copy.casebook"
    target.write_text("precious")
    with pytest.raises(LibraryError, match="already"):
        copy_library(source, target)
    assert target.read_text() == "precious"
    copy_library(source, target, replace=True)
    check_file(target)
    (tmp_path / "folder.casebook").mkdir()
    with pytest.raises(LibraryError, match="could not be made"):
        copy_library(source, tmp_path / "folder.casebook", replace=True)


def test_a_check_refuses_what_is_damaged_or_locked(tmp_path):
    target = tmp_path / "Locked.casebook"
    Library.create(target, passphrase="key").close()
    check_file(target, "key")
    for passphrase in ("", "wrong"):
        with pytest.raises(LibraryError, match="could not be read back"):
            check_file(target, passphrase)
    content = bytearray(target.read_bytes())
    content[-5000] ^= 0xFF
    target.write_bytes(content)
    with pytest.raises(LibraryError, match="could not be read back"):
        check_file(target, "key")


def test_a_free_name_counts_on(tmp_path):
    path = tmp_path / "a.casebook"
    assert free_name(path) == path
    path.touch()
    (tmp_path / "a 2.casebook").touch()
    assert free_name(path).name == "a 3.casebook"
