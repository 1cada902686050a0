"""The library and its passphrase are found where the person said."""

import getpass
import io

import click
import pytest

from casebook import paths
from casebook.commands import door
from casebook.commands.door import Door, author, read_passphrase
from casebook.domain.errors import CasebookError, WrongPassphraseError
from casebook.services.settings import Settings, save_settings
from casebook.storage.library import Library


def test_without_a_library_it_says_how_to_name_one():
    with pytest.raises(click.UsageError, match="--library FILE, or set CASEBOOK_LIBRARY"):
        Door().library()


def test_it_opens_for_reading_unless_told_otherwise(sample_library):
    opened = Door()
    opened.path = sample_library
    with opened.library() as library:
        assert library.read_only
    with opened.library(write=True) as library:
        assert not library.read_only


def test_a_protected_library_needs_its_passphrase_file(tmp_path, monkeypatch):
    Library.create(tmp_path / "a.casebook", passphrase="correct horse").close()
    opened = Door()
    opened.path = tmp_path / "a.casebook"
    monkeypatch.setattr("sys.stdin", io.StringIO())
    with pytest.raises(CasebookError, match="--passphrase-file FILE"):
        opened.library()
    opened.passphrase_file = tmp_path / "passphrase"
    opened.passphrase_file.write_text("wrong\n", encoding="utf-8")
    with pytest.raises(WrongPassphraseError):
        opened.library()
    opened.passphrase_file.write_text("correct horse\nsecond line\n", encoding="utf-8")
    with opened.library() as library:
        assert library.encrypted


@pytest.mark.parametrize(
    ("data", "passphrase"),
    [
        (b"word", "word"),
        (b"two words \r\n", "two words "),
        (b"\xef\xbb\xbfword\n", "word"),
        ("é\n".encode(), "é"),
    ],
)
def test_the_first_line_is_the_passphrase(tmp_path, data, passphrase):
    (tmp_path / "file").write_bytes(data)
    assert read_passphrase(tmp_path / "file") == passphrase


@pytest.mark.parametrize("data", [b"", b"\n", b"\nword", b"\xff\xfe", b"x" * (door.LARGEST_PASSPHRASE + 1)])
def test_a_file_that_holds_none_is_refused(tmp_path, data):
    (tmp_path / "file").write_bytes(data)
    with pytest.raises(CasebookError, match="The passphrase file “file”"):
        read_passphrase(tmp_path / "file")


def test_a_passphrase_file_that_is_missing_is_told(tmp_path):
    with pytest.raises(CasebookError, match="cannot be read"):
        read_passphrase(tmp_path / "gone")


def test_changes_bear_the_name_set_in_the_window_or_the_login(monkeypatch, tmp_path):
    monkeypatch.setenv("CASEBOOK_HOME", str(tmp_path))
    assert author() == getpass.getuser()
    save_settings(Settings(author="Ama Mensah"), paths.user_config() / "settings.json")
    assert author() == "Ama Mensah"
