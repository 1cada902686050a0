"""Makes the file of a new library."""

import secrets
from contextlib import suppress
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from casebook.domain.declaration import Declaration
from casebook.domain.errors import LibraryError
from casebook.domain.marking import _
from casebook.storage.database import Database, connected
from casebook.storage.file_kind import APPLICATION_ID
from casebook.storage.migration import MIGRATIONS, latest_of
from casebook.storage.tables import tables_for


def make_file(path: Path, passphrase: str, declaration: Declaration) -> None:
    """Write an empty library under another name and only then give it its own, so that no half of one is ever seen.

    Raises:
        LibraryError: the folder cannot be written to, or the disk is full.
    """
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        database = Database(connected(part, passphrase, "rwc"))
        try:
            with database.writing() as connection:
                tables_for(declaration).create(connection)
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID:d}")
                connection.exec_driver_sql(f"PRAGMA user_version = {latest_of(MIGRATIONS):d}")
        finally:
            database.close()
        part.replace(path)
    except (OSError, LibraryError, sqlite.Error) as error:
        raise LibraryError(
            _(
                "No library could be made in that folder: the disk is full, or the folder cannot be written to."
            )
        ) from error
    finally:
        for leftover in (part, part.with_name(part.name + "-journal")):
            with suppress(OSError):
                leftover.unlink(missing_ok=True)
