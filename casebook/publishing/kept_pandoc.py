"""A pandoc that stays for the next conversion: starting one, and teaching it to sort, takes longer than most of them."""

import atexit
import json
import os
import queue
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from casebook.domain.errors import PublishError
from casebook.publishing.order import STOPPED, Cancelled, PublishCancelledError
from casebook.publishing.pandoc import FAILED, GLANCE, MEMORY, PATIENCE, TOO_SLOW, environment, program

SCRIPT = "kept.lua"
"""What it runs, beside the filters."""
MOST_READ = 5_000_000
"""Bytes after which one goes, for the memory it took for them it does not give back."""
IDLE = 30.0
"""Seconds without work after which all go."""
DONE = b"done"
_TURNS = threading.BoundedSemaphore(os.cpu_count() or 1)


def convert(asked: Mapping[str, str], folder: Path, shapes: Path, cancelled: Cancelled) -> None:
    """Have the work done that `asked` names, from `source` to `made`, which lie in `folder`; `shapes` holds the filters.

    Raises:
        PublishError: it failed or took too long.
        PublishCancelledError: the person stopped it.
    """
    with _turn(cancelled):
        pandoc = _IDLE.take(shapes)
        try:
            pandoc.convert({**asked, "folder": str(folder)}, cancelled)
            pandoc.read += (folder / asked["source"]).stat().st_size
        finally:
            _IDLE.give_back(pandoc)


@contextmanager
def _turn(cancelled: Cancelled) -> Iterator[None]:
    """Not more run at once than there are cores, however many reports are made and in however many runs each."""
    while not _TURNS.acquire(timeout=GLANCE):
        if cancelled():
            raise PublishCancelledError(STOPPED)
    try:
        yield
    finally:
        _TURNS.release()


class _Pandoc:
    """One pandoc that runs; it serves one thread at a time."""

    def __init__(self, shapes: Path) -> None:
        self.shapes, self.read, self.at_work = shapes, 0, False
        self._answers: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        # A person's own settings for pandoc and for Lua are not looked for.
        self._process = subprocess.Popen(
            [program(), *MEMORY, "lua", SCRIPT],
            cwd=shapes,
            env=environment(shapes),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        assert self._process.stdin is not None and self._process.stdout is not None  # noqa: S101 - asked for above
        self._to: IO[bytes] = self._process.stdin
        self._listener = threading.Thread(target=self._listen, args=(self._process.stdout,), daemon=True)
        self._listener.start()

    def _listen(self, back: IO[bytes]) -> None:
        with back:
            for line in back:
                self._answers.put(line)
        self._answers.put(b"")

    def is_there(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    def convert(self, asked: Mapping[str, str], cancelled: Cancelled) -> None:
        """Have one work done."""
        self.at_work = True
        # One that is gone is noticed where its answer is awaited.
        with suppress(OSError):
            self._to.write(json.dumps(asked).encode() + b"\n")
            self._to.flush()
        waited = 0.0
        while True:
            try:
                answer = self._answers.get(timeout=GLANCE).strip()
            except queue.Empty:
                waited += GLANCE
                if cancelled():
                    raise PublishCancelledError(STOPPED) from None
                if waited > PATIENCE:
                    raise PublishError(TOO_SLOW) from None
                continue
            self.at_work = not answer
            if answer != DONE:
                said = answer.decode("utf-8", "replace").removeprefix("failed ")
                raise PublishError(FAILED.format(said[:200] or "it stopped"))
            return

    def end(self) -> None:
        """End it, whatever it does."""
        self._process.kill()
        with suppress(OSError):
            self._to.close()
        self._process.wait()
        self._listener.join()


class _Idle:
    """Those that wait for work; they end when there is none for a while, and with the app."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: list[_Pandoc] = []
        self._later = threading.Timer(IDLE, self.end)
        atexit.register(self.end)

    def take(self, shapes: Path) -> _Pandoc:
        """One that waits, or a new one."""
        with self._lock:
            self._later.cancel()
            fitting = [one for one in self._waiting if one.shapes == shapes and one.is_there()]
            if fitting:
                self._waiting.remove(fitting[-1])
                return fitting[-1]
        return _Pandoc(shapes)

    def give_back(self, pandoc: _Pandoc) -> None:
        """Its work is done, or not wanted any more."""
        stays = not pandoc.at_work and pandoc.read <= MOST_READ
        with self._lock:
            self._waiting += [pandoc] if stays else []
            self._later.cancel()
            self._later = threading.Timer(IDLE, self.end)
            self._later.daemon = True
            self._later.start()
        if not stays:
            pandoc.end()

    def count(self) -> int:
        """How many wait."""
        return len(self._waiting)

    def end(self) -> None:
        """End those that wait; they would also end by themselves, once nobody can talk to them any more."""
        with self._lock:
            self._later.cancel()
            waiting, self._waiting = self._waiting, []
        for one in waiting:
            one.end()


_IDLE = _Idle()


def waiting() -> int:
    """How many wait for work."""
    return _IDLE.count()


def forget() -> None:
    """End those that wait for work."""
    _IDLE.end()
