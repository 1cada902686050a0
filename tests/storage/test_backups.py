"""Dated copies: made when due, checked, pruned, and put back."""

from datetime import UTC, datetime, timedelta

import attrs
import pytest

from casebook.domain.errors import LibraryError, LibraryInUseError, NotALibraryError, WrongPassphraseError
from casebook.storage import solitude
from casebook.storage.backups import KEPT, Backups, is_backup
from casebook.storage.library import Library
from casebook.storage.listing import ListQuery
from tests.builders import build_case

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
CASE = build_case(1)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "Field notes.casebook"
    with Library.create(path) as library:
        library.cases.save(None, CASE)
    return path


def test_the_first_is_due_and_the_next_a_day_later(path):
    backups = Backups(path)
    assert backups.due(NOON)
    made = backups.make(now=NOON)
    assert backups.all() == [made]
    assert (made.made_at, made.size) == (NOON, made.path.stat().st_size)
    assert made.path.parent.name == "Field notes backups"
    assert not backups.due(NOON + timedelta(hours=23))
    assert backups.due(NOON + timedelta(days=1))


def test_it_is_made_beside_the_open_library(path):
    with Library.open(path) as library:
        library.cases.save(CASE, attrs.evolve(CASE, title="Changed a moment ago"))
        made = Backups(path).make()
    with Library.open(made.path) as copy:
        assert copy.cases.load(CASE.id).title == "Changed a moment ago"


def test_ten_are_kept_and_nothing_else_is_removed(path):
    backups = Backups(path)
    backups.folder.mkdir()
    mine = backups.folder / "Field notes my own copy.casebook"
    other = backups.folder / "Field notes elsewhere 2020-01-01 00.00.00.casebook"
    for kept in (mine, other):
        kept.write_text("precious")
    for day in range(KEPT + 3):
        backups.make(now=NOON + timedelta(days=day))
    dates = [backup.made_at for backup in backups.all()]
    assert dates == [NOON + timedelta(days=day) for day in range(KEPT + 2, 2, -1)]
    assert mine.exists()
    assert other.exists()


def test_two_in_one_second_are_two(path):
    backups = Backups(path)
    assert backups.make(now=NOON).path != backups.make(now=NOON).path
    assert len(backups.all()) == 2


def test_one_is_put_back_and_what_was_there_is_kept(path):
    backups = Backups(path)
    made = backups.make(now=NOON)
    with Library.open(path) as library:
        library.cases.delete(CASE.id)
    kept = backups.restore(made.path)
    with Library.open(path) as library:
        assert library.cases.load(CASE.id) == CASE
    with Library.open(kept) as library:
        assert library.cases.count(ListQuery()) == 0
    assert kept.name.startswith("Field notes before restore ")
    assert made.path.exists()


def test_a_damaged_library_can_be_put_right(path):
    backups = Backups(path)
    made = backups.make(now=NOON)
    path.write_bytes(path.read_bytes()[:9000])
    with pytest.raises(NotALibraryError):
        Library.open(path)
    backups.restore(made.path)
    with Library.open(path) as library:
        assert library.cases.load(CASE.id) == CASE


def test_a_library_that_is_gone_comes_back(path):
    backups = Backups(path)
    made = backups.make(now=NOON)
    path.unlink()
    kept = backups.restore(made.path)
    assert not kept.exists()
    with Library.open(path) as library:
        assert library.cases.load(CASE.id) == CASE


def test_an_open_library_is_not_exchanged(path):
    made = Backups(path).make(now=NOON)
    with Library.open(path) as library:
        with pytest.raises(LibraryInUseError):
            Backups(path).restore(made.path)
        assert library.cases.load(CASE.id) == CASE


def test_a_library_that_somebody_reads_is_not_exchanged(path, monkeypatch):
    """The log of the file that comes into its place would go when the reader does."""
    monkeypatch.setattr(solitude, "PATIENCE", 50)
    made = Backups(path).make(now=NOON)
    with Library.open(path) as library:
        library.cases.trash(CASE.id)
        reader = library.opening_apart()()
    with reader:
        with pytest.raises(LibraryError, match="is reading this library"):
            Backups(path).restore(made.path)
        assert reader.cases.count(ListQuery()) == 0
    kept = Backups(path).restore(made.path)
    assert [file.name for file in kept.parent.glob("* before restore *")] == [kept.name]
    with Library.open(path) as library, Library.open(kept) as before:
        assert (library.cases.count(ListQuery()), before.cases.count(ListQuery())) == (1, 0)


def test_a_damaged_copy_is_not_put_back(path):
    backups = Backups(path)
    made = backups.make(now=NOON)
    content = made.path.read_bytes()
    before = path.read_bytes()
    for damaged in (content[:20000], b"not a library", content[:8192] + bytes(len(content) - 8192)):
        made.path.write_bytes(damaged)
        with pytest.raises(LibraryError) as refused:
            backups.restore(made.path)
        assert str(refused.value).endswith(".")
        assert path.read_bytes() == before
    assert sorted(file.name for file in path.parent.iterdir()) == [
        "Field notes backups",
        "Field notes.casebook",
    ]


def test_encrypted_ones_need_their_passphrase(tmp_path):
    path = tmp_path / "Locked.casebook"
    with Library.create(path, passphrase="key") as library:
        library.cases.save(None, CASE)
    backups = Backups(path)
    with pytest.raises(WrongPassphraseError):
        backups.make()
    made = backups.make("key")
    assert Library.is_encrypted(made.path)
    with pytest.raises(WrongPassphraseError):
        backups.restore(made.path, "wrong")
    backups.restore(made.path, "key")
    with Library.open(path, passphrase="key") as library:
        assert library.cases.load(CASE.id) == CASE


def test_where_no_folder_can_be_made_it_is_said(path):
    with pytest.raises(LibraryError, match="folder for backups"):
        Backups(path, folder=path / "inside a file").make()
    assert Backups(path, folder=path / "inside a file").all() == []


def test_a_dated_copy_is_known_as_one(tmp_path):
    with Library.create(tmp_path / "Field notes.casebook") as library:
        backups = Backups(library.path)
        first, second = backups.make(), backups.make()
        assert is_backup(first.path) and is_backup(second.path)
        assert not is_backup(library.path)
        assert not is_backup(tmp_path / first.path.name)
