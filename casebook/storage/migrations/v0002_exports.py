"""Layout 2: a record of what left the library."""

import sqlalchemy as sa

from casebook.storage.tables import Tables


def add_exports(connection: sa.Connection, tables: Tables) -> None:
    """Make the table, empty: what was exported before is not known."""
    tables.exports.create(connection)
