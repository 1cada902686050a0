"""Copies a library while it is open: whole, checked, or not at all."""

import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlite

from casebook.domain.errors import CasebookError, LibraryError
from casebook.domain.marking import _
from casebook.storage.database import connected

NOT_MADE = _(
    "The copy could not be made: the disk is full, or the folder cannot be written to. The library is untouched."
)
NOT_SOUND = _(
    "The copy could not be read back, so it was not kept. The library is untouched; check the disk."
)


def copy_library(source: Any, target: Path, passphrase: str = "", *, replace: bool = False) -> None:
    """Copy the library behind the driver connection `source` to `target`, under the same passphrase.

    The copy is written under another name, read back, and only then given its own.

    Raises:
        LibraryError: `target` is there already (unless `replace`), cannot be written, or did not read back.
    """
    if target.exists() and not replace:
        raise LibraryError(
            _("There is a file called “{name}” already. It was left as it is; choose another name.").format(
                name=target.name
            )
        )
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        _write(source, part, passphrase)
        check_file(part, passphrase)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(target)
    except (OSError, sqlite.Error) as error:
        raise LibraryError(NOT_MADE) from error
    finally:
        for leftover in (part, part.with_name(part.name + "-journal")):
            with suppress(OSError):
                leftover.unlink(missing_ok=True)


def _write(source: Any, part: Path, passphrase: str) -> None:
    try:
        copy = connected(part, passphrase, "rwc")
    except CasebookError as error:
        raise LibraryError(NOT_MADE) from error
    try:
        source.backup(copy)
        # A copy is one file, whatever the library it was made from has beside it.
        copy.execute("PRAGMA journal_mode = DELETE")
    finally:
        copy.close()


def check_file(path: Path, passphrase: str = "") -> None:
    """Read a library file from end to end without changing it.

    Raises:
        LibraryError: it is damaged or does not open with this passphrase.
    """
    driver = connected(path, passphrase, "ro")
    try:
        sound = problems(driver) == []
    except sqlite.Error as error:
        raise LibraryError(NOT_SOUND) from error
    finally:
        driver.close()
    if not sound:
        raise LibraryError(NOT_SOUND)


def problems(driver: Any) -> list[str]:
    """What SQLite's own checks find wrong with an open file; empty when it is sound."""
    found = [row[0] for row in driver.execute("PRAGMA integrity_check") if row[0] != "ok"]
    return found + [f"{row[0]}: {row[2]}" for row in driver.execute("PRAGMA foreign_key_check")]


def free_name(path: Path) -> Path:
    """`path`, or the first of "name 2", "name 3", … that no file bears yet."""
    count, free = 1, path
    while free.exists():
        count += 1
        free = path.with_name(f"{path.stem} {count}{path.suffix}")
    return free
