"""Layout 5: collections made by hand."""

import sqlalchemy as sa

from casebook.storage.tables import Tables


def add_collections(connection: sa.Connection, tables: Tables) -> None:
    """Make the tables, empty."""
    tables.collection.create(connection)
    tables.collection_case.create(connection)
