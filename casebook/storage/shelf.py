"""Named things a library keeps beside its cases, such as builds and comparisons: each a JSON value of its kind, in an order."""

import json
from collections.abc import Mapping
from typing import Any

import attrs
import sqlalchemy as sa

from casebook.domain.errors import LibraryError, NotFoundError
from casebook.domain.identity import new_id
from casebook.domain.marking import _
from casebook.storage.database import Database
from casebook.storage.history import utc_now
from casebook.storage.tables import Tables

LARGEST = 4 * 1024 * 1024
"""Bytes of one value as JSON."""


@attrs.frozen(kw_only=True)
class Kept:
    """One thing on the shelf; `at` is ISO 8601 in UTC and, with `who`, filled in when it is put there."""

    id: str
    kind: str
    name: str
    body: Mapping[str, Any]
    position: int = 0
    at: str = ""
    who: str = ""


class Shelf:
    """What an open library keeps of each kind, as `Library.shelf`; names need not differ, ids do."""

    def __init__(self, database: Database, tables: Tables, author: str) -> None:
        """Made by the library."""
        self._database = database
        self._table = tables.shelf
        self._author = author

    def all(self, kind: str) -> list[Kept]:
        """Everything of a kind, in its order."""
        table = self._table
        wanted = sa.select(table).where(table.c.kind == kind).order_by(table.c.position, table.c.id)
        with self._database.reading() as connection:
            rows = connection.execute(wanted).mappings().all()
        return [Kept(**{**row, "body": json.loads(row["body"])}) for row in rows]

    def get(self, kept_id: str) -> Kept:
        """One thing by its id.

        Raises:
            NotFoundError: it is not there.
        """
        with self._database.reading() as connection:
            row = connection.execute(self._by_id(kept_id)).mappings().first()
        if row is None:
            raise NotFoundError(_("This is no longer in the library."))
        return Kept(**{**row, "body": json.loads(row["body"])})

    def put(
        self, kind: str, name: str, body: Mapping[str, Any], kept_id: str = "", position: int | None = None
    ) -> Kept:
        """Keep a value: in the place of the one with this id, else as a new one, at a position or the end.

        An id that is not there yet is taken as given, so that removing can be undone.

        Raises:
            ReadOnlyError: the library is open for reading only.
            LibraryError: it is too large, or the disk is full or refuses.
        """
        text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
        if len(text.encode("utf-8", "surrogatepass")) > LARGEST:
            raise LibraryError(_("“{}” is too large to be kept. Nothing was saved.").format(name))
        with self._database.writing() as connection:
            held = connection.execute(self._by_id(kept_id)).mappings().first() if kept_id else None
            kept_id = kept_id or new_id()
            row = {
                "id": kept_id,
                "kind": kind,
                "name": name,
                "body": text,
                "position": held["position"] if held else self._end(connection, kind),
                "at": utc_now(),
                "who": self._author,
            }
            if held:
                connection.execute(sa.update(self._table).where(self._table.c.id == kept_id), row)
            else:
                connection.execute(sa.insert(self._table), row)
            if position is not None:
                self._place(connection, kind, kept_id, position)
        return self.get(kept_id)

    def move(self, kept_id: str, position: int) -> None:
        """Put one thing at a position among those of its kind, counted from 0; past the ends, first or last.

        Raises:
            NotFoundError: it is not there.
            ReadOnlyError: the library is open for reading only.
        """
        kept = self.get(kept_id)
        with self._database.writing() as connection:
            self._place(connection, kept.kind, kept_id, position)

    def remove(self, kept_id: str) -> Kept:
        """Take one thing away; returns it, so that it can be put back.

        Raises:
            NotFoundError: it is not there.
            ReadOnlyError: the library is open for reading only.
        """
        kept = self.get(kept_id)
        with self._database.writing() as connection:
            connection.execute(sa.delete(self._table).where(self._table.c.id == kept_id))
        return kept

    def _by_id(self, kept_id: str) -> sa.Select[Any]:
        return sa.select(self._table).where(self._table.c.id == kept_id)

    def _end(self, connection: sa.Connection, kind: str) -> int:
        last = sa.select(sa.func.max(self._table.c.position)).where(self._table.c.kind == kind)
        highest: int | None = connection.scalar(last)
        return 0 if highest is None else highest + 1

    def _place(self, connection: sa.Connection, kind: str, kept_id: str, position: int) -> None:
        table = self._table
        ordered = sa.select(table.c.id).where(table.c.kind == kind).order_by(table.c.position, table.c.id)
        ids = [one for one in connection.scalars(ordered) if one != kept_id]
        ids.insert(max(position, 0), kept_id)
        change = sa.update(table).where(table.c.id == sa.bindparam("which"))
        change = change.values(position=sa.bindparam("place"))
        connection.execute(change, [{"which": one, "place": place} for place, one in enumerate(ids)])
