"""Brings a library from an older layout up to date: a copy first, then every step or none."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import attrs
import sqlalchemy as sa

from casebook.domain.errors import CasebookError, LibraryError
from casebook.domain.marking import _
from casebook.storage.copying import copy_library, free_name
from casebook.storage.database import Database
from casebook.storage.migrations.v0001_initial import initial
from casebook.storage.migrations.v0002_exports import add_exports
from casebook.storage.migrations.v0003_shelf import add_shelf
from casebook.storage.migrations.v0004_facets import add_facets
from casebook.storage.migrations.v0005_collections import add_collections
from casebook.storage.tables import Tables


@attrs.frozen(kw_only=True)
class Migration:
    """The step to layout `version` from the one before; a new library is made in the latest layout at once."""

    version: int
    step: Callable[[sa.Connection, Tables], None]


MIGRATIONS: tuple[Migration, ...] = (
    Migration(version=1, step=initial),
    Migration(version=2, step=add_exports),
    Migration(version=3, step=add_shelf),
    Migration(version=4, step=add_facets),
    Migration(version=5, step=add_collections),
)
"""Every layout ever released, in order. The layout of a file is its `user_version`."""


def latest_of(migrations: tuple[Migration, ...]) -> int:
    """The newest layout."""
    return migrations[-1].version


def migrate(
    database: Database, path: Path, passphrase: str, tables: Tables, migrations: tuple[Migration, ...]
) -> None:
    """Bring the open library at `path` to the latest layout; does nothing when it is there.

    Before the first step a copy named "<name> before update <date>" is made beside it.

    Raises:
        LibraryError: a step failed or the copy could not be made; the library is as it was.
    """
    version = database.driver.execute("PRAGMA user_version").fetchone()[0]
    due = [migration for migration in migrations if migration.version > version]
    if not due:
        return
    today = datetime.now(UTC).astimezone().date().isoformat()
    copy = free_name(path.with_name(f"{path.stem} before update {today}{path.suffix}"))
    copy_library(database.driver, copy, passphrase)
    # Steps may rebuild tables that others point to; whether all links hold is looked at once, at the end.
    database.driver.execute("PRAGMA foreign_keys = OFF")
    try:
        _take(database, due, tables)
    except (CasebookError, sa.exc.SQLAlchemyError) as error:
        copy.unlink(missing_ok=True)
        raise LibraryError(
            _(
                "This library could not be brought up to date and was left as it was. "
                "Open it with the version it was written with, or send its maker a copy. ({reason})"
            ).format(reason=type(error).__name__)
        ) from error
    finally:
        database.driver.execute("PRAGMA foreign_keys = ON")


def _take(database: Database, due: list[Migration], tables: Tables) -> None:
    with database.writing() as connection:
        for migration in due:
            migration.step(connection, tables)
            connection.exec_driver_sql(f"PRAGMA user_version = {migration.version:d}")
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise LibraryError(_("A link points to nothing."))
