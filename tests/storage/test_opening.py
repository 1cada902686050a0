"""The steps before a library is used."""

import pytest

from casebook.domain.errors import LibraryError, NewerLibraryError, NotALibraryError, WrongPassphraseError
from casebook.storage.database import connected
from casebook.storage.library import Library
from casebook.storage.migration import MIGRATIONS, latest_of
from casebook.storage.opening import needed_key, open_driver, refuse_older, refuse_unwritable, writable

LATEST = latest_of(MIGRATIONS)


@pytest.fixture
def locked(tmp_path):
    path = tmp_path / "Locked.casebook"
    Library.create(path, passphrase="key").close()
    return path


def test_a_key_is_needed_only_where_there_is_a_lock(locked, tmp_path):
    plain = tmp_path / "Plain.casebook"
    Library.create(plain).close()
    assert needed_key(plain, "anything", LATEST) == ""
    assert needed_key(locked, "anything", LATEST) == "anything"
    with pytest.raises(WrongPassphraseError, match="Type its passphrase"):
        needed_key(locked, "", LATEST)


@pytest.mark.parametrize("read_only", [True, False])
def test_only_the_right_key_opens(locked, read_only):
    with pytest.raises(WrongPassphraseError, match="does not open"):
        open_driver(locked, "wrong", LATEST, read_only)
    open_driver(locked, "key", LATEST, read_only).close()
    with pytest.raises(NewerLibraryError):
        open_driver(locked, "key", LATEST - 1, read_only)


def test_an_encrypted_database_of_another_program_is_refused(tmp_path):
    path = tmp_path / "other.casebook"
    driver = connected(path, "key", "rwc")
    driver.execute("CREATE TABLE t (a)")
    driver.close()
    with pytest.raises(NotALibraryError, match="another program"):
        open_driver(path, "key", LATEST, read_only=True)


def test_a_reader_refuses_what_it_may_not_bring_up_to_date(locked):
    driver = open_driver(locked, "key", LATEST, read_only=True)
    refuse_older(driver, LATEST)
    with pytest.raises(LibraryError, match="older version"):
        refuse_older(driver, LATEST + 1)
    driver.close()


def test_what_may_be_written_to(locked):
    refuse_unwritable(locked)
    assert writable(locked)
    assert not writable(locked.parent / "nothing")
    with pytest.raises(LibraryError, match="only be opened for reading"):
        refuse_unwritable(locked.parent / "nothing")
