"""What a limited process can still do: nothing that reaches out of it."""

import subprocess
import sys

import pytest

TRY = """
import sys, os, socket, subprocess, json, time
from casebook.publishing.process_limits import limit
limit(memory=100_000_000, seconds=2)
try:
    {}
except (OSError, MemoryError) as error:
    sys.stdout.write(type(error).__name__)
else:
    sys.stdout.write("done")
"""


def tried(statement: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-c", TRY.format(statement)], capture_output=True, text=True, timeout=60, check=False
    )
    return done.returncode, done.stdout


@pytest.mark.parametrize(
    "statement",
    [
        "open('/etc/passwd').read()",
        "os.open('/etc/passwd', os.O_RDONLY)",
        "open('/tmp/made', 'w')",
        "socket.socket().connect(('127.0.0.1', 9))",
        "socket.getaddrinfo('example.org', 80)",
        "subprocess.run(['true'])",
        "os.system('true')",
        "os.listdir('/')",
        "os.remove('/tmp/nothing')",
        "import sqlite3",
        "bytearray(400_000_000)",
    ],
)
def test_it_reaches_nothing(statement):
    assert tried(statement)[1] in ("PermissionError", "MemoryError")


def test_it_can_still_think_and_speak():
    assert tried("json.loads('[1]')") == (0, "done")


def test_it_ends_when_its_time_is_over():
    status, said = tried("[None for _ in iter(int, 1) if _]")
    assert status != 0 and said == ""
