"""One connection to one SQLite or SQLCipher file: key, pragmas, transactions, and errors in plain words."""

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.util import LRUCache
from sqlcipher3 import dbapi2 as sqlite

from casebook.domain.errors import CasebookError, LibraryError, NotALibraryError, ReadOnlyError
from casebook.domain.folding import folded
from casebook.domain.marking import _

COMPILED: LRUCache[Any, Any] = LRUCache(2000)
"""Statements that were compiled, for every open file."""

BUSY_SECONDS = 5.0
"""How long a write waits for another connection to finish its own."""

PRAGMAS = ("synchronous = FULL", "foreign_keys = ON", "secure_delete = FAST")

UNKNOWN_LINK = _("An entry points to a record that is not in the library. Nothing was saved.")
TAKEN_ID = _("A record with the same identity is in the library already. Nothing was saved.")
TOO_LARGE = _("A number or a text is too large, or holds characters that cannot be kept. Nothing was saved.")

CONSTRAINTS = {"FOREIGN KEY": UNKNOWN_LINK, "UNIQUE": TAKEN_ID}
"""By the beginning of SQLite's own message, as the driver does not pass on which constraint it was."""

SENTENCES: dict[int, tuple[type[CasebookError], str]] = {
    sqlite.SQLITE_FULL: (
        LibraryError,
        _(
            "The disk is full, so the last change could not be saved; everything before it is safe. Free some space and try again."
        ),
    ),
    sqlite.SQLITE_READONLY: (
        ReadOnlyError,
        _(
            "The library can only be read here, so nothing was changed. Copy it to a folder you may write to and open the copy."
        ),
    ),
    sqlite.SQLITE_CANTOPEN: (
        LibraryError,
        _(
            "The library or a file beside it cannot be opened. Check that the folder exists and that you may write to it."
        ),
    ),
    sqlite.SQLITE_PERM: (LibraryError, _("You may not open this library. Nothing was changed.")),
    sqlite.SQLITE_IOERR: (
        LibraryError,
        _(
            "The disk did not answer as it should; the last change may not be saved, everything before it is. Check the disk and open the library again."
        ),
    ),
    sqlite.SQLITE_CORRUPT: (
        NotALibraryError,
        _("The library file is damaged. Nothing was changed; restore one of its backups."),
    ),
    sqlite.SQLITE_NOTADB: (NotALibraryError, _("This file is not a Casebook library. Nothing was changed.")),
    sqlite.SQLITE_BUSY: (
        LibraryError,
        _("Another program is writing to the library. Nothing was changed; try again in a moment."),
    ),
    sqlite.SQLITE_INTERRUPT: (LibraryError, _("This was stopped before it was done. Nothing was changed.")),
    sqlite.SQLITE_TOOBIG: (LibraryError, TOO_LARGE),
    sqlite.SQLITE_NOMEM: (
        LibraryError,
        _("There is not enough memory. Nothing was changed; close other programs and try again."),
    ),
}
"""What each of SQLite's primary result codes (sqlite.org/rescode.html) means to the person."""


def in_plain_words(error: BaseException) -> CasebookError | None:
    """The error for the person that a database error amounts to; None for a mistake of the program's own."""
    if isinstance(error, OverflowError | UnicodeEncodeError):
        return LibraryError(TOO_LARGE)
    code = getattr(error, "sqlite_errorcode", None)
    if not isinstance(error, sqlite.Error) or code is None:
        return None
    if code & 0xFF == sqlite.SQLITE_CONSTRAINT:
        broken = (said for start, said in CONSTRAINTS.items() if str(error).startswith(start))
        return next(map(LibraryError, broken), None)
    kind, sentence = SENTENCES.get(code & 0xFF, (None, ""))
    return kind(sentence) if kind else None


def connected(path: Path, passphrase: str = "", mode: str = "rw") -> Any:
    """A driver connection with its key set; nothing is read yet, so a wrong key is not noticed here.

    `mode` is "rw", "rwc" (creates), "ro", or "immutable" for a file in a folder nobody can write to.

    Raises:
        LibraryError: the file cannot be opened.
    """
    how = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
    address = f"{path.absolute().as_uri()}?{how}"
    try:
        connection = sqlite.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    except sqlite.Error as error:
        raise in_plain_words(error) or LibraryError(str(error)) from error
    connection.create_function("folded", 1, folded, deterministic=True)
    # A wrong key is an everyday thing, not one to write to the terminal about.
    connection.execute("PRAGMA cipher_log_level = NONE")
    if passphrase:
        # As hexadecimal no quoting can go wrong.
        connection.execute(f"PRAGMA hexkey = '{as_key(passphrase).hex()}'")
    return connection


def as_key(passphrase: str) -> bytes:
    """The bytes a passphrase stands for: composed and decomposed letters are the same."""
    return unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")


class Database:
    """An open file behind an SQLAlchemy engine with exactly one connection, for one thread."""

    def __init__(self, driver: Any, *, read_only: bool = False) -> None:
        """Takes over a connection from `connected` whose key is known to fit."""
        self.driver = driver
        self.read_only = read_only
        for pragma in (*PRAGMAS, *(("query_only = ON",) if read_only else ())):
            driver.execute(f"PRAGMA {pragma}")
        self._engine = _engine(driver)
        self._writer = self._engine.execution_options(writing=True)
        event.listen(self._engine, "begin", _begin)
        event.listen(self._engine, "handle_error", _translate)

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A connection that sees one state of the library throughout.

        Raises:
            LibraryError: what is on the disk cannot be read.
        """
        try:
            with self._engine.connect() as connection, connection.begin():
                yield connection
        except sqlite.Error as error:  # of what was asked of the driver itself
            raise in_plain_words(error) or error from error

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """A transaction: all that is done in it is kept, or nothing when an error leaves it.

        Raises:
            ReadOnlyError: the library is open for reading only.
            LibraryError: the disk is full or refuses; nothing was kept.
        """
        if self.read_only:
            raise ReadOnlyError(_("The library is open for reading only, so nothing was changed."))
        with self._writer.begin() as connection:
            yield connection

    def interrupt(self) -> None:
        """Stop the statement that runs now; may be called from any thread."""
        with suppress(sqlite.ProgrammingError):  # it was closed in between
            self.driver.interrupt()

    def rest(self) -> None:
        """Give back the memory that what was read last took."""
        self.driver.execute("PRAGMA shrink_memory")

    def close(self) -> None:
        """Let the file go."""
        self._engine.dispose()
        self.driver.close()


@cache
def _dialect() -> sa.Dialect:
    """The one dialect, made ready on an empty database in memory: engines that share it share their compiled statements.

    Compiling a case's statements takes longer than reading it, and a library is opened again for each look from another thread.
    """
    driver = sqlite.connect(":memory:", isolation_level=None)
    engine = sa.create_engine("sqlite://", creator=lambda: driver, module=sqlite, poolclass=sa.StaticPool)
    with engine.connect():
        return engine.dialect


def _engine(driver: Any) -> sa.Engine:
    return sa.Engine(
        sa.StaticPool(lambda: driver, dialect=_dialect()),
        _dialect(),
        sa.make_url("sqlite://"),
        hide_parameters=True,  # what people wrote does not belong in messages
        execution_options={"compiled_cache": COMPILED},
    )


def _begin(connection: sa.Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _translate(context: sa.engine.ExceptionContext) -> BaseException | None:
    return in_plain_words(context.original_exception)
