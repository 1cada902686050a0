"""Layout 3: a shelf for named things beside the cases."""

import sqlalchemy as sa

from casebook.storage.tables import Tables


def add_shelf(connection: sa.Connection, tables: Tables) -> None:
    """Make the table, empty."""
    tables.shelf.create(connection)
