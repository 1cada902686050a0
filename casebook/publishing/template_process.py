"""Renders templates of the user's own in a process of theirs, which can do nothing but that, and ends."""

import atexit
import json
import os
import pickle
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import Path
from types import FunctionType, MethodType, SimpleNamespace
from typing import Any, BinaryIO

import attrs

from casebook.domain.errors import PublishError
from casebook.domain.marking import _
from casebook.publishing.figures import Charts, Figure
from casebook.publishing.order import STOPPED, Cancelled, PublishCancelledError
from casebook.publishing.page_budget import Room
from casebook.publishing.rendering import TOO_LONG
from casebook.publishing.template_child import Work, stayed
from casebook.publishing.template_messages import HIDDEN_COMMAND, Kind, receive, send

PATIENCE = 10.0
"""Seconds a template may take, what Casebook does for it meanwhile not counted."""
GLANCE = 0.05
"""Seconds between two looks at the clock and at whether the person wants to stop."""
USUAL = ("-s", "-m", "casebook.publishing.template_child")
"""What Python is started with."""
SOON = 1.0
"""Seconds after a template at which the process for the next one is started."""
QUESTIONS = 20_000
"""How often one template may ask for something."""

NO_PROCESS = _(
    "The template “{}” could not be rendered, for its process did not start ({}); nothing was written."
)


@attrs.frozen(kw_only=True)
class Fault:
    """What is wrong with a template: what was said, in which of its files, at which line, and where in a Word file."""

    said: str
    name: str = ""
    line: int = 0
    place: str = ""


class FaultyTemplateError(PublishError):
    """A template is faulty, or reaches for what it may not."""

    def __init__(self, sentence: str, fault: Fault) -> None:
        super().__init__(sentence)
        self.fault = fault


class TemplateProcess:
    """One process with one template loaded; renders it as often as is asked."""

    def __init__(self, title: str, work: Work, given: Mapping[str, Any], cancelled: Cancelled) -> None:
        self._title, self._cancelled = title, cancelled
        self._kept: list[Any] = []
        self._until = time.monotonic() + PATIENCE
        self._stopped = ""
        self._over = threading.Event()
        try:
            self._process = _SPARE.take()
        except OSError as error:
            raise PublishError(NO_PROCESS.format(title, error.strerror or error)) from error
        assert self._process.stdin is not None and self._process.stdout is not None  # noqa: S101 - asked for above
        self._to: BinaryIO = self._process.stdin  # type: ignore[assignment]
        self._back: BinaryIO = self._process.stdout  # type: ignore[assignment]
        self._send(Kind.WORK, pickle.dumps(attrs.evolve(work, given=self._packed(dict(given)))))

    def render(self, room: Room) -> bytes:
        """What the template makes with so much room.

        Raises:
            FaultyTemplateError: the template is faulty, or reaches for what it may not.
            PublishError: it takes too much room or time.
            PublishCancelledError: the person stopped it.
        """
        self._until = time.monotonic() + PATIENCE
        watch = threading.Thread(target=self._watch, daemon=True)
        watch.start()
        try:
            self._send(Kind.ROOM, pickle.dumps(room))
            return self._listened()
        finally:
            self._over.set()
            watch.join()
            self._over.clear()

    def close(self) -> None:
        """End the process."""
        with suppress(OSError):
            self._to.close()
        self._process.kill()
        self._process.wait()
        self._back.close()

    def _listened(self) -> bytes:
        for _question in range(QUESTIONS):
            message = receive(self._back)
            if message is None or self._stopped:
                break
            kind, data = message
            if kind is Kind.DONE:
                return data
            if kind is Kind.QUESTION:
                self._answer(data)
            else:
                self._fail(data)
        if self._stopped == STOPPED:
            raise PublishCancelledError(STOPPED)
        raise PublishError(TOO_LONG.format(self._title))

    def _answer(self, question: bytes) -> None:
        began = time.monotonic()
        try:
            number, name, args = json.loads(question)
            answer = _answer(self._kept[number], name, args)
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            raise PublishError(TOO_LONG.format(self._title)) from error
        self._send(Kind.ANSWER, self._packed(answer))
        self._until += time.monotonic() - began

    def _fail(self, data: bytes) -> None:
        from casebook.publishing.rendering import BROKEN

        try:
            told = json.loads(data)
            if told.get("much"):
                raise PublishError(TOO_LONG.format(self._title))
            fault = Fault(
                said=str(told.get("said")),
                name=str(told.get("name") or ""),
                line=int(told.get("line") or 0),
                place=str(told.get("place") or ""),
            )
        except (ValueError, AttributeError, TypeError) as error:
            raise PublishError(TOO_LONG.format(self._title)) from error
        raise FaultyTemplateError(BROKEN.format(self._title, words(fault)), fault)

    def _watch(self) -> None:
        """End the process when its time is over or the person stops."""
        while not self._over.wait(GLANCE):
            if self._cancelled():
                self._stopped = STOPPED
            elif time.monotonic() > self._until:
                self._stopped = TOO_LONG
            if self._stopped:
                self._process.kill()
                return

    def _send(self, kind: Kind, data: bytes) -> None:
        # A process that is gone is noticed where its answer is awaited.
        with suppress(OSError):
            send(self._to, kind, data)

    def _packed(self, given: Any) -> bytes:
        file = BytesIO()
        _Packing(file, self._kept).dump(given)
        return file.getvalue()


@contextmanager
def template_process(
    title: str, work: Work, given: Mapping[str, Any], cancelled: Cancelled
) -> Iterator[TemplateProcess]:
    """A process for one template, which ends with the block."""
    process = TemplateProcess(title, work, given, cancelled)
    try:
        yield process
    finally:
        process.close()
        _SPARE.prepare()


def words(fault: Fault) -> str:
    """A fault in one half of a sentence."""
    where = [fault.place] if fault.place else []
    if fault.line:
        where += [f"{fault.name}, line {fault.line}" if fault.name else f"line {fault.line}"]
    return ": ".join([*where, fault.said])


class _Packing(pickle.Pickler):
    """Packs what a template is given; functions and charts stay here and are asked for by number."""

    def __init__(self, file: BinaryIO, kept: list[Any]) -> None:
        super().__init__(file)
        self._kept = kept

    def reducer_override(self, obj: Any) -> Any:
        """The number of what stays here, and the names it may be asked for."""
        names: tuple[str, ...] = ()
        if isinstance(obj, Charts):
            names = tuple(name for name in dir(Charts) if not name.startswith("_"))
        elif not isinstance(obj, FunctionType | MethodType) or obj is stayed or obj.__module__ == "copyreg":
            return NotImplemented
        self._kept.append(obj)
        return stayed, (len(self._kept) - 1, names)


def _answer(kept: Any, name: str, args: list[str] | None) -> Any:
    """What an object that stayed here says; a method is named, to be called later."""
    if isinstance(kept, Charts):
        if name not in dir(Charts) or name.startswith("_"):
            raise AttributeError(name)
        kept = getattr(kept, name)
        if args is None and callable(kept):
            return {"method": name}
    said = kept(*map(str, args)) if args is not None else kept
    return SimpleNamespace(**attrs.asdict(said, recurse=False)) if isinstance(said, Figure) else said


class _Spare:
    """A process started beforehand, for the next template: starting one takes longer than most templates do."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: subprocess.Popen[bytes] | None = None
        self._soon = threading.Timer(SOON, lambda: None)
        self._ended = False
        atexit.register(self.end)

    def take(self) -> "subprocess.Popen[bytes]":
        """The waiting process, or a fresh one."""
        with self._lock:
            waiting, self._waiting = self._waiting, None
        return waiting if waiting is not None and waiting.poll() is None else _start()

    def prepare(self) -> None:
        """Have one waiting soon, when the work at hand is done; where none starts, the next template says so."""

        def start() -> None:
            with self._lock, suppress(OSError):
                if not self._ended:
                    self._waiting = self._waiting or _start()

        with self._lock:
            self._ended = False
            self._soon.cancel()
            self._soon = threading.Timer(SOON, start)
            self._soon.daemon = True
            self._soon.start()

    def count(self) -> int:
        """1 when one waits, else 0."""
        return int(self._waiting is not None and self._waiting.poll() is None)

    def end(self) -> None:
        """End the one that waits; it would also end by itself, once nobody can talk to it any more."""
        with self._lock:
            self._ended = True
            self._soon.cancel()
            waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting.kill()
            waiting.communicate()


_SPARE = _Spare()


def running() -> int:
    """How many processes wait for a template."""
    return _SPARE.count()


def forget_spare() -> None:
    """End the process that waits for the next template."""
    _SPARE.end()


def _start() -> "subprocess.Popen[bytes]":
    frozen = getattr(sys, "frozen", False)
    command = (HIDDEN_COMMAND,) if frozen else USUAL
    kept = ("SYSTEMROOT", "PATH", "TEMP", "TMP", "HOME", "LANG", "LC_ALL")
    return subprocess.Popen(
        [sys.executable, *command],
        cwd=Path(__file__).resolve().parents[2],
        env={name: os.environ[name] for name in kept if name in os.environ} | {"PYTHONUTF8": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
