"""The steps of opening a library file that come before anything of it is used."""

import os
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlite

from casebook.domain.errors import LibraryError, NotALibraryError, WrongPassphraseError
from casebook.domain.marking import _
from casebook.storage.database import connected, in_plain_words
from casebook.storage.file_kind import APPLICATION_ID, FileKind, kind_of, refuse_newer


def needed_key(path: Path, passphrase: str, latest: int) -> str:
    """The passphrase if the file is encrypted, nothing if it is not.

    Raises:
        WrongPassphraseError: the file is encrypted and no passphrase was given.
        LibraryError: as `kind_of` raises it.
    """
    if kind_of(path, latest) is FileKind.PLAIN:
        return ""
    if not passphrase:
        raise WrongPassphraseError(_("This library is protected. Type its passphrase to open it."))
    return passphrase


def open_driver(path: Path, key: str, latest: int, read_only: bool) -> Any:
    """Connect, and make sure that the key fits and the layout is known; nothing is written.

    Raises:
        WrongPassphraseError: the key does not fit.
        NewerLibraryError: the layout is newer than `latest`.
        NotALibraryError: it is a database of another program, damaged or cut short.
    """
    with ExitStack() as undone:
        driver = connected(path, key, _mode(path, read_only=read_only))
        undone.callback(driver.close)
        refuse_newer(_checked_version(driver, encrypted=bool(key)), latest)
        undone.pop_all()
    return driver


def refuse_older(driver: Any, latest: int) -> None:
    """Raise LibraryError if the layout is older than `latest`, for who may not bring it up to date."""
    if driver.execute("PRAGMA user_version").fetchone()[0] < latest:
        raise LibraryError(
            _(
                "This library was written by an older version. Open it for writing once, so that it is brought up to date."
            )
        )


def writable(path: Path) -> bool:
    """Whether this process may write to a file or folder, as far as the system tells beforehand."""
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def refuse_unwritable(path: Path) -> None:
    """Raise LibraryError if the file or its folder may only be read."""
    if not writable(path) or not writable(path.parent):
        raise LibraryError(
            _(
                "This library or its folder cannot be written to, so it can only be opened for reading. "
                "Nothing was changed."
            )
        )


def _mode(path: Path, *, read_only: bool) -> str:
    if not read_only or writable(path.parent):
        return "rw"
    log = path.with_name(path.name + "-wal")
    # Where SQLite may write nothing, not even its index of the log, it can only take the file as it lies there.
    return "ro" if log.exists() and log.stat().st_size else "immutable"


def _checked_version(driver: Any, *, encrypted: bool) -> int:
    try:
        driver.execute("SELECT count(*) FROM sqlite_master").fetchone()
        application = driver.execute("PRAGMA application_id").fetchone()[0]
        version = driver.execute("PRAGMA user_version").fetchone()[0]
    except sqlite.Error as error:
        if encrypted and getattr(error, "sqlite_errorcode", 0) == sqlite.SQLITE_NOTADB:
            raise WrongPassphraseError(
                _("This passphrase does not open the library. Nothing was changed; try again.")
            ) from error
        raise in_plain_words(error) or NotALibraryError(
            _("This file cannot be read as a Casebook library.")
        ) from error
    if application != APPLICATION_ID:
        raise NotALibraryError(_("This file was made by another program and is not a Casebook library."))
    return int(version)
