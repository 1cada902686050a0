"""A writer killed at any moment loses nothing it was told is saved."""

import os
import random
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from casebook.domain.case import Case, new_case
from casebook.storage.library import Library

WRITER = Path(__file__).with_name("endless_writer.py")
ROOT = WRITER.parents[2]
LONGEST = 0.3
"""Seconds a writer lives at most after its first saved change."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")


@pytest.fixture(scope="module")
def writers() -> Iterator[subprocess.Popen[bytes]]:
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    with subprocess.Popen(
        [sys.executable, str(WRITER)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": path},
    ) as parent:
        yield parent
        assert parent.stdin is not None
        parent.stdin.close()


def killed_at_random(parent: subprocess.Popen[bytes], library: Path, case_id: str, key: str) -> int:
    """Let a writer write, kill it, and return the number of the last change it said was saved."""
    commands, said = parent.stdin, parent.stdout
    assert commands is not None
    assert said is not None
    commands.write(f"{library}\t{key}\t{case_id}\n".encode())
    commands.flush()
    pid = last = 0
    timer: threading.Timer | None = None
    for line in iter(said.readline, b""):
        word = line.decode().strip()
        if word == "gone":
            return last
        if word.startswith("pid"):
            pid = int(word.split()[1])
        else:
            last = int(word)
        if timer is None and pid and last:
            timer = threading.Timer(random.uniform(0, LONGEST), os.kill, (pid, signal.SIGKILL))
            timer.start()
    raise AssertionError("the writers are gone")


def check_nothing_is_lost(path: Path, case: Case, last: int, key: str) -> None:
    with Library.open(path, passphrase=key) as library:
        assert library.problems() == []
        held = library.cases.load(case.id)
        kept = {int(entry.title.split()[1]) for entry in held.challenges}
        log = library.history.of(case.id, limit=10**6)
    promised = range(1, last + 1)
    assert kept >= {number for number in promised if number % 2}
    assert int(held.title.split()[-1]) >= last - last % 2
    told = {entry.change["entry"]["title"] for entry in log if entry.change["do"] == "insert"}
    told |= {entry.change["new"] for entry in log if entry.change["do"] == "set"}
    assert told >= {f"change {number}" for number in promised}
    # One more may have reached the disk before its writer could say so; never half of one.
    assert len(log) - 1 in (last, last + 1)
    assert len(kept) == sum(entry.change["do"] == "insert" for entry in log)


def rounds(parent: subprocess.Popen[bytes], path: Path, count: int, key: str = "") -> int:
    acknowledged = 0
    for _ in range(count):
        case = new_case(title="change 0")
        with Library.open(path, passphrase=key, author="Ama Mensah") as library:
            library.cases.save(None, case)
        last = killed_at_random(parent, path, case.id, key)
        check_nothing_is_lost(path, case, last, key)
        acknowledged += last
    return acknowledged


@pytest.mark.slow
@pytest.mark.parametrize(("key", "count"), [("", 17), ("a passphrase", 3)], ids=["plain", "encrypted"])
def test_a_killed_writer_loses_nothing(writers, tmp_path, key, count):
    path = tmp_path / "Field notes.casebook"
    Library.create(path, passphrase=key).close()
    assert rounds(writers, path, count, key) >= count


@pytest.mark.stress
@pytest.mark.parametrize(("key", "count"), [("", 160), ("a passphrase", 40)], ids=["plain", "encrypted"])
def test_two_hundred_killed_writers_lose_nothing(writers, tmp_path, key, count):
    path = tmp_path / "Field notes.casebook"
    Library.create(path, passphrase=key).close()
    assert rounds(writers, path, count, key) >= count
