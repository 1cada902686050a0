"""Another passphrase, or none: the whole library under the one or the other, at every moment."""

import os
import random
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite

from casebook.domain.case import Case
from casebook.domain.changes import setting
from casebook.domain.errors import LibraryError, LibraryInUseError, WrongPassphraseError
from casebook.storage.backups import Backups
from casebook.storage.library import Library
from casebook.storage.listing import ListQuery
from casebook.storage.protecting import MARK, remove_leftovers, reprotect
from tests.finding import found

ROOT = Path(__file__).resolve().parents[2]
OLD, NEW = "four plain words here", "fünf ganz andere Wörter hier"


def rows(path, key=""):
    """Everything in every table of a library, and how the tables are made."""
    with Library.open(path, passphrase=key, read_only=True) as library:
        driver = library._database.driver
        names = [row[0] for row in driver.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        shape = sorted(map(repr, driver.execute("SELECT type, name, sql FROM sqlite_master")))
        return {"": shape} | {
            name: sorted(map(repr, driver.execute(f'SELECT * FROM "{name}"')))
            for name in names
            if not name.startswith("sqlite_")
        }


def turn(path, old, new, progress=lambda _done, _of: None, cancelled=lambda: False):
    return reprotect(path, old, new, "Ama Mensah", progress, cancelled)


@pytest.fixture
def filled(tmp_path):
    path = tmp_path / "Field notes.casebook"
    with Library.create(path, author="Ama Mensah") as library:
        digest = library.attachments.add(b"minutes " * 50_000)
        case = Case(title="Liberia", brief="Mosul fell.")
        library.cases.save(None, case)
        change = setting(case, case.id, "title", "Liberia, 2003")
        library.cases.save(case, change.apply(case), change)
        library.shelf.put("vocabulary", "challenge", {"retired": {"funding": "overload"}})
        # A file that no case uses is tidied away when a library is closed; this one is to travel.
        library._closed = True
        library._database.close()
        library._lock.release()
    assert digest
    return path


def alone(path):
    return sorted(file.name for file in path.parent.iterdir()) == [path.name]


@pytest.mark.parametrize(("old", "new"), [("", NEW), (OLD, NEW), (OLD, "")], ids=["set", "change", "remove"])
def test_everything_is_there_under_the_new_passphrase_alone(filled, old, new):
    if old:
        turn(filled, "", old)
    before = rows(filled, old)
    told = []
    assert turn(filled, old, new, progress=lambda done, of: told.append((done, of)))
    assert rows(filled, new) == before
    assert Library.is_encrypted(filled) == bool(new)
    if new:
        with pytest.raises(WrongPassphraseError):
            Library.open(filled, passphrase=old)
    with Library.open(filled, passphrase=new) as library:
        assert library.problems() == []
        assert len(found(library, "mosul")) == 1
        (row,) = library.cases.page(ListQuery())
        assert row.title == "Liberia, 2003" and len(library.history.of(row.id)) == 2
        library.cases.save(None, Case(title="Written afterwards"))
        assert found(library, "afterwards")
    assert told and told[-1][0] == told[-1][1]
    assert alone(filled)


def test_the_old_text_is_not_in_an_encrypted_file(filled):
    assert b"Liberia" in filled.read_bytes()
    turn(filled, "", NEW)
    content = filled.read_bytes()
    assert b"Liberia" not in content and b"minutes" not in content


def test_a_wrong_passphrase_changes_nothing(filled):
    turn(filled, "", OLD)
    before = filled.read_bytes()
    with pytest.raises(WrongPassphraseError):
        turn(filled, "a guess", NEW)
    assert filled.read_bytes() == before and alone(filled)


def test_while_somebody_writes_or_reads_it_is_refused(filled):
    with Library.open(filled, author="Ama Mensah"), pytest.raises(LibraryInUseError):
        turn(filled, "", NEW)
    with Library.open(filled, read_only=True) as reader:
        assert reader.cases.count(ListQuery()) == 1
        with pytest.raises(LibraryError, match="reading"):
            turn(filled, "", NEW)
        assert reader.cases.count(ListQuery()) == 1
    assert not Library.is_encrypted(filled) and alone(filled)


def test_what_a_killed_writer_left_in_the_log_comes_along(filled, tmp_path):
    library = Library.open(filled, author="Ama Mensah")
    library.cases.save(None, Case(title="Only in the log"))
    kept = tmp_path / "crash" / filled.name
    kept.parent.mkdir()
    for ending in ("", "-wal"):
        shutil.copy(filled.with_name(filled.name + ending), kept.with_name(kept.name + ending))
    library.close()
    turn(kept, "", NEW)
    with Library.open(kept, passphrase=NEW) as again:
        assert {row.title for row in again.cases.page(ListQuery())} == {"Liberia, 2003", "Only in the log"}
    assert alone(kept)


@pytest.mark.parametrize("patience", [0, 1, 2])
def test_cancelled_it_is_as_it_was(filled, patience):
    before = rows(filled)
    asked = iter([False] * patience)
    assert not turn(filled, "", NEW, cancelled=lambda: next(asked, True))
    assert rows(filled) == before and not Library.is_encrypted(filled) and alone(filled)


def test_a_full_disk_leaves_the_library_as_it_was(filled, monkeypatch):
    import casebook.storage.protecting as module

    before = filled.read_bytes()

    def full(*_):
        raise sqlite.OperationalError("disk")

    monkeypatch.setattr(module, "check_file", full)
    with pytest.raises(LibraryError, match="as it was"):
        turn(filled, "", NEW)
    assert rows(filled) and not Library.is_encrypted(filled) and len(filled.read_bytes()) == len(before)
    assert alone(filled)


def test_backups_stay_under_the_passphrase_they_were_made_with(filled):
    turn(filled, "", OLD)
    made = Backups(filled).make(OLD)
    turn(filled, OLD, NEW)
    Library.open(made.path, passphrase=OLD, read_only=True).close()
    with pytest.raises(WrongPassphraseError):
        Library.open(made.path, passphrase=NEW, read_only=True)


def test_leftovers_go_when_the_library_is_opened_next(filled):
    leftover = filled.with_name(f".{filled.name}{MARK}abcd.part")
    other = filled.with_name(f".other.casebook{MARK}abcd.part")
    for file in (leftover, other):
        file.write_bytes(b"x")
    Library.open(filled).close()
    assert not leftover.exists() and other.exists()
    remove_leftovers(filled.with_name("nowhere") / "a.casebook")


def killed(parent, path, old, new, after):
    """Start a run and kill it after some seconds; whether it had ended before."""
    parent.stdin.write(f"{path}\t{old}\t{new}\n".encode())
    parent.stdin.flush()
    pid = int(parent.stdout.readline().split()[1])

    def kill():
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            return

    timer = threading.Timer(after, kill)
    timer.start()
    status = int(parent.stdout.readline().split()[1])
    timer.cancel()
    return status == 0


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
def test_killed_at_any_moment_it_is_whole_under_the_one_or_the_other(filled, tmp_path):
    before = rows(filled)
    held, ended = "", 0
    with subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("protector.py"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    ) as parent:
        for number in range(16):
            new = "" if held and number % 3 == 0 else f"passphrase {number}"
            done = killed(parent, filled, held, new, random.uniform(0.01, 0.9))
            ended += done
            if not done and Library.is_encrypted(filled) == bool(new):
                try:
                    Library.open(filled, passphrase=new, read_only=True).close()
                    done = True
                except WrongPassphraseError:
                    done = False
            held = new if done else held
            assert rows(filled, held) == before
        parent.stdin.close()
    with Library.open(filled, passphrase=held) as library:
        assert library.problems() == []
    assert [file for file in filled.parent.iterdir() if MARK in file.name] == []
    assert ended < 16
