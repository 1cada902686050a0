"""Layout 1: the tables as the declaration has them, with list, history, search and blobs."""

import sqlalchemy as sa

from casebook.storage.tables import Tables


def initial(connection: sa.Connection, tables: Tables) -> None:
    """Make every table in an empty file."""
    tables.create(connection)
