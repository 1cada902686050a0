"""Ids are UUIDs of version 7: they sort by the time they were made, and never meet."""

import os
import subprocess
import sys
import time
import uuid

import pytest

from casebook.domain.identity import new_id, new_ids


def test_the_bits_are_those_of_version_7():
    for _ in range(200):
        made = uuid.UUID(new_id())
        assert made.version == 7
        assert made.variant == uuid.RFC_4122


def test_the_first_48_bits_are_the_time_in_milliseconds():
    before = time.time_ns() // 1_000_000
    made = uuid.UUID(new_id()).int >> 80
    after = time.time_ns() // 1_000_000
    assert before <= made <= after


def test_ids_made_in_different_milliseconds_sort_by_time():
    ids = [new_id() for _ in range(20_000)]
    moments = [uuid.UUID(one).int >> 80 for one in ids]
    assert moments == sorted(moments)
    assert moments[0] < moments[-1]
    assert ids[0] < ids[-1]


def test_ids_never_meet_and_are_plain_text():
    ids = {new_id() for _ in range(10_000)}
    assert len(ids) == 10_000
    assert all(one == one.lower() and len(one) == 36 for one in ids)


def test_many_at_once_are_as_well_formed():
    ids = new_ids(5_000)
    assert len(set(ids)) == 5_000 and new_ids(0) == []
    assert all(uuid.UUID(one).version == 7 and str(uuid.UUID(one)) == one for one in ids)
    assert {one[:24] for one in ids} == {ids[0][:24]}


def test_a_process_that_was_forked_makes_ids_of_its_own():
    if not hasattr(os, "fork"):
        pytest.skip("this system does not fork")
    made = "from casebook.domain.identity import _random; import os\n"
    made += "reader, writer = os.pipe()\npid = os.fork()\nmine = _random.getrandbits(80)\n"
    made += "if pid == 0:\n    os.write(writer, str(mine).encode()); os._exit(0)\n"
    made += "os.waitpid(pid, 0); print(mine == int(os.read(reader, 100)))"
    done = subprocess.run([sys.executable, "-c", made], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
