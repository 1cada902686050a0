import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from casebook.app import asks_for_window, main
from casebook.storage.library import Library
from casebook.ui.window_state import WindowState

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["Field.casebook"], True),
        (["list"], False),
        (["--help"], False),
        (["export", "LR-2003-001"], False),
        (["Field.casebook", "list"], False),
    ],
)
def test_a_library_or_nothing_opens_the_window(arguments, window):
    assert asks_for_window(arguments) is window


def test_anything_else_is_a_command(capsys):
    assert main(["formats"]) == 0
    assert "docx" in capsys.readouterr().out


def test_without_a_display_one_sentence_says_so(tmp_path):
    environ = {
        key: value
        for key, value in os.environ.items()
        if key not in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    }
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py")],
        env={**environ, "CASEBOOK_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    if sys.platform.startswith("linux"):
        assert done.returncode == 1 and done.stderr.count("\n") == 1 and "Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
def test_the_window_opens_and_ends_when_asked(tmp_path):
    Library.create(tmp_path / "field.casebook").close()
    environ = {**os.environ, "CASEBOOK_HOME": str(tmp_path / "home"), "QT_QPA_PLATFORM": "offscreen"}
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), str(tmp_path / "field.casebook")],
        env=environ,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    state = tmp_path / "home" / "state" / "window.json"
    until = time.monotonic() + 60
    while not state.exists() and process.poll() is None and time.monotonic() < until:
        os.sched_yield()
    process.send_signal(signal.SIGTERM)
    _out, err = process.communicate(timeout=30)
    assert process.returncode == 0, err
    assert WindowState(state).get("library") == str(tmp_path / "field.casebook")
    with Library.open(tmp_path / "field.casebook") as library:
        assert not library.read_only
