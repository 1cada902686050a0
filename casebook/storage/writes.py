"""Rows to insert, change and remove, gathered first and then written table by table."""

from collections import defaultdict
from typing import Any

import sqlalchemy as sa

from casebook.storage.record_table import Row


class Writes:
    """What one transaction will do; order between tables does not matter, foreign keys are looked at when it ends."""

    def __init__(self) -> None:
        self._inserts: dict[sa.Table, list[Row]] = defaultdict(list)
        self._updates: dict[tuple[sa.Table, tuple[str, ...], tuple[str, ...]], list[Row]] = defaultdict(list)
        self._removals: dict[tuple[sa.Table, tuple[str, ...]], list[Row]] = defaultdict(list)

    def insert(self, table: sa.Table, row: Row) -> None:
        """A new row."""
        self._inserts[table].append(row)

    def update(self, table: sa.Table, key: Row, changed: Row) -> None:
        """New values for some columns of the row with this key; none for an empty `changed`."""
        if changed:
            bound = {f"key_{name}": value for name, value in key.items()}
            self._updates[table, tuple(key), tuple(changed)].append({**bound, **changed})

    def remove(self, table: sa.Table, key: Row) -> None:
        """The row with this key goes."""
        bound = {f"key_{name}": value for name, value in key.items()}
        self._removals[table, tuple(key)].append(bound)

    def taken(self, table: sa.Table) -> list[Row]:
        """The rows to be inserted into `table`, no longer part of this; for rows that still lack a number."""
        return self._inserts.pop(table, [])

    def flush(self, connection: sa.Connection) -> int:
        """Write everything, forget it, and return how many rows were written."""
        count = 0
        for (table, key), rows in self._removals.items():
            connection.execute(sa.delete(table).where(_matches(table, key)), rows)
            count += len(rows)
        for (table, key, columns), rows in self._updates.items():
            values: dict[Any, Any] = {table.c[name]: sa.bindparam(name) for name in columns}
            connection.execute(sa.update(table).where(_matches(table, key)).values(values), rows)
            count += len(rows)
        for table, rows in self._inserts.items():
            connection.execute(sa.insert(table), rows)
            count += len(rows)
        self._removals.clear()
        self._updates.clear()
        self._inserts.clear()
        return count


def _matches(table: sa.Table, key: tuple[str, ...]) -> sa.ColumnElement[bool]:
    return sa.and_(*(table.c[name] == sa.bindparam(f"key_{name}") for name in key))
