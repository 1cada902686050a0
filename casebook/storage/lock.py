"""One window at a time may write to a library: an operating-system lock, and a note of who holds it."""

import getpass
import json
import os
import socket
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from casebook.domain.errors import LibraryError, LibraryInUseError
from casebook.domain.marking import _

LONGEST_NOTE = 4096
"""Bytes of the owner's note that are read."""


class LibraryLock:
    """The lock of one library file, in `<file>.lock`; the system lets it go when its process ends, however it ends."""

    def __init__(self, library: Path) -> None:
        """Nothing is locked yet."""
        self._lock_file = library.with_name(library.name + ".lock")
        self._note = library.with_name(library.name + ".owner")
        self._lock = FileLock(self._lock_file, timeout=0, thread_local=False)

    def acquire(self, who: str) -> None:
        """Take the lock and leave a note that `who` has it.

        Raises:
            LibraryInUseError: somebody else has it.
            LibraryError: the folder cannot be written to.
        """
        try:
            self._lock.acquire()
        except Timeout as error:
            owner = self.owner()
            sentence = _("{owner} has this library open. You may open it for reading only.")
            raise LibraryInUseError(sentence.format(owner=owner or _("Another window")), owner) from error
        except OSError as error:
            raise LibraryError(
                _(
                    "The folder of this library cannot be written to, so it can only be opened for reading. Nothing was changed."
                )
            ) from error
        note = {"who": who or user(), "host": socket.gethostname(), "pid": os.getpid()}
        note["since"] = datetime.now(UTC).isoformat(timespec="seconds")
        try:
            self._note.write_text(json.dumps(note), encoding="utf-8")
        except OSError as error:
            self._lock.release()
            raise LibraryError(_("The folder of this library is full or cannot be written to.")) from error

    def owner(self) -> str:
        """Who holds the lock, like "Ama Mensah on laptop-7 since 10:42"; empty when the note cannot be read."""
        try:
            with self._note.open("rb") as file:
                note = json.loads(file.read(LONGEST_NOTE))
            since = datetime.fromisoformat(note["since"]).astimezone()
            today = since.date() == datetime.now(UTC).astimezone().date()
            values = {name: _one_line(note[name]) for name in ("who", "host")}
        except (OSError, ValueError, KeyError, TypeError):
            return ""
        moment = since.strftime("%H:%M" if today else "%Y-%m-%d %H:%M")
        return _("{who} on {host} since {moment}").format(**values, moment=moment)

    def release(self) -> None:
        """Let the lock go and leave nothing beside the library."""
        if not self._lock.is_locked:
            return
        for path in (self._note, self._lock_file):
            # Removed while still held: whoever takes the lock next looks again whether its file is still the named one.
            with suppress(OSError):
                path.unlink(missing_ok=True)
        self._lock.release()


def user() -> str:
    """The name this person is logged in under; "somebody" where the system does not say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return _("Somebody")


def _one_line(value: Any) -> str:
    return "".join(sign for sign in str(value)[:60] if sign.isprintable())
