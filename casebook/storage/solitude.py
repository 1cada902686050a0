"""A library as one file that nobody else has open: what must be so before another file is put in its place."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlite

from casebook.domain.errors import LibraryError
from casebook.domain.marking import _
from casebook.storage.opening import open_driver

PATIENCE = 3000
"""Milliseconds that readers of this window, told to stop, are given to go."""

READ_ELSEWHERE = _(
    "Another window or program is reading this library. Close it there and try again; nothing was changed."
)


class ReadElsewhereError(LibraryError):
    """Somebody reads the library."""

    def __init__(self) -> None:
        super().__init__(READ_ELSEWHERE)


@contextmanager
def alone(path: Path, key: str, latest: int) -> Iterator[Any]:
    """The library as one file with nothing beside it, and nobody else at it.

    A log beside the file would be taken for that of the file that comes into its place; and SQLite removes the log by
    its name when the last reader goes, whichever file stands there by then.

    Raises:
        ReadElsewhereError: somebody reads it.
        LibraryError: it cannot be opened.
    """
    with ExitStack() as undone:
        driver = open_driver(path, key, latest, read_only=False)
        undone.callback(driver.close)
        driver.execute(f"PRAGMA busy_timeout = {PATIENCE}")
        try:
            mode = driver.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
        except sqlite.OperationalError as error:
            if error.sqlite_errorcode & 0xFF in (sqlite.SQLITE_BUSY, sqlite.SQLITE_LOCKED):
                raise ReadElsewhereError from error
            raise
        if mode != "delete":
            raise ReadElsewhereError
        yield driver
