"""Sets, changes or removes the passphrase of a library: a whole copy beside it, verified, then put in its place."""

import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlite

from casebook.domain.errors import LibraryError
from casebook.domain.marking import _
from casebook.storage.copying import check_file
from casebook.storage.database import as_key, in_plain_words
from casebook.storage.file_kind import FileKind, kind_of
from casebook.storage.lock import LibraryLock
from casebook.storage.migration import MIGRATIONS, latest_of
from casebook.storage.opening import needed_key, open_driver, refuse_older, refuse_unwritable
from casebook.storage.solitude import alone

MARK = ".protect-"
"""In the name of the copy while it is written; what bears it beside a library is a leftover."""

STEPS = 1000
"""Instructions of the database between two looks at how far it is."""

PARTS = 200
"""Parts of the whole after each of which it is told how far the copy is."""

CARRIED = ("application_id", "user_version")
"""What says which program made the file, and its layout."""

NOT_WRITTEN = _(
    "The library could not be written anew: the disk is full, or the folder cannot be written to. "
    "It is as it was, under the passphrase it had."
)

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


def reprotect(path: Path, old: str, new: str, author: str, progress: Progress, cancelled: Cancelled) -> bool:
    """Give a library that nobody has open the passphrase `new`, none when empty; False, and as it was, when cancelled.

    At every moment the file is the whole library, under the one passphrase or the other. Backups stay as they are.

    Raises:
        LibraryInUseError: another window or process has it open.
        WrongPassphraseError: `old` does not open it.
        LibraryError: it cannot be written, or the copy did not read back; the library is as it was.
    """
    path, latest = path.absolute(), latest_of(MIGRATIONS)
    key = needed_key(path, old, latest)
    refuse_unwritable(path)
    lock = LibraryLock(path)
    lock.acquire(author)
    part = path.with_name(f".{path.name}{MARK}{secrets.token_hex(4)}.part")
    try:
        remove_leftovers(path)
        with alone(path, key, latest) as source:
            refuse_older(source, latest)
            if not _exported(source, part, new, progress, cancelled):
                return False
            tables = _counts(source)
        _verify(part, new, tables, latest)
        if cancelled():
            return False
        _put_in_place(part, path)
    except sqlite.Error as error:
        raise in_plain_words(error) or LibraryError(NOT_WRITTEN) from error
    except OSError as error:
        raise LibraryError(NOT_WRITTEN) from error
    finally:
        remove_leftovers(path)
        lock.release()
    return True


def remove_leftovers(path: Path) -> None:
    """Remove what a run that was killed left beside a library; only for who holds its lock."""
    start = f".{path.name}{MARK}"
    with suppress(OSError):
        for leftover in path.parent.iterdir():
            if leftover.name.startswith(start):
                leftover.unlink(missing_ok=True)


def _exported(source: Any, part: Path, new: str, progress: Progress, cancelled: Cancelled) -> bool:
    """Write the copy; False when cancelled."""
    # Of an encrypted file these numbers come as text.
    pages, each = (
        int(source.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("page_count", "page_size")
    )
    size = pages * each
    source.execute("ATTACH DATABASE ? AS fresh KEY ?", (str(part), as_key(new)))

    stopped, told = False, 0

    def look() -> int:
        nonlocal stopped, told
        with suppress(OSError):
            written = min(part.stat().st_size, size)
            if written - told > size / PARTS:
                told = written
                progress(written, size)
        stopped = stopped or cancelled()
        return int(stopped)

    source.set_progress_handler(look, STEPS)
    try:
        source.execute("SELECT sqlcipher_export('fresh')").fetchone()
    except sqlite.Error:
        # The export passes on that it failed, not that it was asked to stop.
        if stopped:
            return False
        raise
    finally:
        source.set_progress_handler(None, 0)
    for name in CARRIED:
        value = source.execute(f"PRAGMA main.{name}").fetchone()[0]
        source.execute(f"PRAGMA fresh.{name} = {value:d}")
    source.execute("DETACH DATABASE fresh")
    progress(size, size)
    return True


def _counts(driver: Any) -> dict[str, int]:
    """The number of rows of every table."""
    names = [
        row[0]
        for row in driver.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        if not row[0].startswith("sqlite_")
    ]
    counted = {}
    for name in names:
        quoted = name.replace('"', '""')
        counted[name] = driver.execute(f'SELECT count(*) FROM "{quoted}"').fetchone()[0]  # noqa: S608
    return counted


def _verify(part: Path, new: str, expected: dict[str, int], latest: int) -> None:
    """Read the copy from end to end, and see that it has all the rows and the protection that was asked for."""
    check_file(part, new)
    driver = open_driver(part, new, latest, read_only=True)
    try:
        whole = _counts(driver) == expected
    finally:
        driver.close()
    if not whole or (kind_of(part, latest) is FileKind.ENCRYPTED) != bool(new):
        raise LibraryError(NOT_WRITTEN)


def _put_in_place(part: Path, path: Path) -> None:
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.chmod(path.stat().st_mode & 0o777)
    part.replace(path)
    # It is in place; where the system can tell that the new name has reached the disk, wait for it.
    with suppress(OSError):
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
