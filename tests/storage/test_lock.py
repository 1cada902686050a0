"""One window at a time, and a note of who it is."""

import json
from datetime import UTC, datetime

import pytest

from casebook.domain.errors import LibraryError, LibraryInUseError
from casebook.storage.lock import LONGEST_NOTE, LibraryLock, user


@pytest.fixture
def path(tmp_path):
    return tmp_path / "Field notes.casebook"


def test_only_one_holds_it_and_it_leaves_nothing(path):
    first, second = LibraryLock(path), LibraryLock(path)
    first.acquire("Ama Mensah")
    with pytest.raises(LibraryInUseError, match=r"Ama Mensah on .* has this library open") as refused:
        second.acquire("Kofi")
    assert refused.value.owner.startswith("Ama Mensah on ")
    second.release()
    with pytest.raises(LibraryInUseError):
        second.acquire("Kofi")
    first.release()
    first.release()
    assert list(path.parent.iterdir()) == []
    second.acquire("Kofi")
    assert second.owner().startswith("Kofi on ")
    second.release()


def test_without_a_name_the_login_name_stands_in(path):
    lock = LibraryLock(path)
    lock.acquire("")
    assert lock.owner().startswith(f"{user()} on ")
    lock.release()


def note(path, content):
    path.with_name(path.name + ".owner").write_bytes(content)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"who": "x"}',
        b'{"who": 1, "host": 2, "since": "never"}',
        b"9" * 10**6,
    ],
)
def test_a_note_nobody_can_read_does_not_matter(path, content):
    holder, other = LibraryLock(path), LibraryLock(path)
    holder.acquire("Ama")
    note(path, content)
    with pytest.raises(LibraryInUseError, match="Another window") as refused:
        other.acquire("Kofi")
    assert refused.value.owner == ""
    holder.release()


def test_a_hostile_note_stays_one_short_line(path):
    since = datetime(2020, 1, 2, 3, 4, tzinfo=UTC)
    note(
        path,
        json.dumps({"who": "x\n\u202e" * 1000, "host": ["h"], "since": since.isoformat()})[
            :LONGEST_NOTE
        ].encode(),
    )
    assert LibraryLock(path).owner() == ""
    note(path, json.dumps({"who": "x\n\u202ey" * 30, "host": ["h"], "since": since.isoformat()}).encode())
    owner = LibraryLock(path).owner()
    assert len(owner) < 160
    assert owner.isprintable()
    assert f"since {since.astimezone():%Y-%m-%d %H:%M}" in owner


def test_where_nothing_can_be_written_it_is_said(tmp_path):
    a_file = tmp_path / "a file"
    a_file.touch()
    with pytest.raises(LibraryError, match="cannot be written to"):
        LibraryLock(a_file / "x.casebook").acquire("Ama")
    assert list(tmp_path.iterdir()) == [a_file]


def test_a_note_that_cannot_be_left_lets_the_lock_go(path):
    path.with_name(path.name + ".owner").mkdir()
    with pytest.raises(LibraryError, match="full or cannot"):
        LibraryLock(path).acquire("Ama")
    path.with_name(path.name + ".owner").rmdir()
    lock = LibraryLock(path)
    lock.acquire("Ama")
    assert lock.owner().startswith("Ama on ")
    lock.release()
