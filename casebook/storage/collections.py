"""Collections made by hand: named, one in another, any case in any number of them."""

import json
from collections.abc import Sequence
from typing import Any

import attrs
import sqlalchemy as sa

from casebook.domain.errors import LibraryError, NotFoundError
from casebook.domain.identity import new_id
from casebook.domain.marking import _
from casebook.storage.database import Database
from casebook.storage.history import utc_now
from casebook.storage.tables import Tables

LONGEST = 120
"""Characters a name is cut to."""

PUT = sa.text(
    """
    INSERT INTO collection_case (collection_id, case_id, at, who)
    SELECT :collection, c.id, :at, :who FROM cases c
    WHERE c.id IN (SELECT value FROM json_each(:cases)) AND NOT EXISTS (
        SELECT 1 FROM collection_case k WHERE k.collection_id = :collection AND k.case_id = c.id
    )
    RETURNING case_id
    """
)
TAKE = sa.text(
    """
    DELETE FROM collection_case
    WHERE collection_id = :collection AND case_id IN (SELECT value FROM json_each(:cases))
    RETURNING case_id
    """
)
BACK = sa.text(
    """
    INSERT OR IGNORE INTO collection_case (collection_id, case_id, at, who)
    SELECT value ->> 'collection_id', value ->> 'case_id', value ->> 'at', value ->> 'who'
    FROM json_each(:rows) WHERE value ->> 'case_id' IN (SELECT id FROM cases)
    """
)

GIVEN = sa.func.json_each(sa.bindparam("cases")).table_valued("value")
"""The ids given as JSON."""

GONE = _("That collection is no longer in the library. Nothing was changed.")
CIRCLE = _("A collection cannot stand in itself or in one of its own. Nothing was moved.")
NAMELESS = _("Give the collection a name.")

Row = dict[str, Any]


@attrs.frozen(kw_only=True)
class Collection:
    """A collection; `parent` is the one it stands in, empty for none, `depth` how many it stands in."""

    id: str
    name: str
    parent: str = ""
    position: int = 0
    """Its place among those beside it, from 0."""
    colour: str = ""
    depth: int = 0


@attrs.frozen(kw_only=True)
class Removed:
    """What went with a collection, so that it can be put back."""

    collections: tuple[Row, ...]
    cases: tuple[Row, ...]


class Collections:
    """The collections of an open library, as `Library.collections`; cases in the Trash are not counted."""

    def __init__(self, database: Database, tables: Tables, author: str) -> None:
        """Made by the library."""
        self._database = database
        self._table = tables.collection
        self._held = tables.collection_case
        self._cases = tables.case_list
        self._author = author

    def all(self) -> list[Collection]:
        """Every collection, each followed by those that stand in it."""
        table = self._table
        with self._database.reading() as connection:
            rows = connection.execute(sa.select(table).order_by(table.c.position, table.c.id)).all()
        below: dict[str, list[Any]] = {}
        for row in rows:
            below.setdefault(row.parent or "", []).append(row)
        found: list[Collection] = []
        waiting = [(row, 0, at) for at, row in enumerate(below.get("", ()))][::-1]
        while waiting:
            row, depth, at = waiting.pop()
            found.append(
                Collection(
                    id=row.id,
                    name=row.name,
                    parent=row.parent or "",
                    position=at,
                    colour=row.colour,
                    depth=depth,
                )
            )
            waiting += [(one, depth + 1, place) for place, one in enumerate(below.get(row.id, ()))][::-1]
        return found

    def get(self, collection_id: str) -> Collection:
        """One collection.

        Raises:
            NotFoundError: it is not there.
        """
        found = next((one for one in self.all() if one.id == collection_id), None)
        if found is None:
            raise NotFoundError(GONE)
        return found

    def counts(self) -> dict[str, int]:
        """How many cases are in each collection and those that stand in it, each case once; none is left out."""
        below, held, listed = self._below(), self._held, self._cases
        counted = (
            sa.select(below.c.top, sa.func.count(held.c.case_id.distinct()))
            .join_from(below, held, held.c.collection_id == below.c.id)
            .join(listed, sa.and_(listed.c.id == held.c.case_id, listed.c.trashed_at == ""))
            .group_by(below.c.top)
        )
        with self._database.reading() as connection:
            return dict(connection.execute(counted).all())

    def case_ids(self, collection_id: str) -> list[str]:
        """Ids of the cases in a collection and in those that stand in it."""
        below, held, listed = self._below(collection_id), self._held, self._cases
        inside = sa.select(held.c.case_id).join(below, below.c.id == held.c.collection_id)
        wanted = sa.select(listed.c.id).where(listed.c.trashed_at == "", listed.c.id.in_(inside))
        with self._database.reading() as connection:
            return list(connection.scalars(wanted.order_by(listed.c.number)))

    def holding(self, case_ids: Sequence[str]) -> dict[str, int]:
        """The collections some cases were put into, by id: how many of these cases each holds itself."""
        held = self._held
        counted = (
            sa.select(held.c.collection_id, sa.func.count())
            .where(held.c.case_id.in_(sa.select(GIVEN.c.value)))
            .group_by(held.c.collection_id)
        )
        with self._database.reading() as connection:
            rows = connection.execute(counted, {"cases": json.dumps(list(case_ids))})
            return dict(rows.all())

    def held(self, collection_id: str) -> frozenset[str]:
        """Ids of the cases that were put into this very collection, those in the Trash too."""
        held = self._held
        wanted = sa.select(held.c.case_id).where(held.c.collection_id == collection_id)
        with self._database.reading() as connection:
            return frozenset(connection.scalars(wanted))

    def create(self, name: str, parent: str = "", position: int | None = None) -> Collection:
        """Make a collection, in another or in none, at a place among those beside it or last.

        Raises:
            NotFoundError: there is no such parent.
            ReadOnlyError: the library is open for reading only.
            LibraryError: it has no name, or the disk is full or refuses.
        """
        if parent:
            self.get(parent)
        made = Collection(id=new_id(), name=named(name), parent=parent)
        row = {"id": made.id, "parent": parent or None, "position": 1 << 30, "colour": "", "name": made.name}
        with self._database.writing() as connection:
            connection.execute(sa.insert(self._table), {**row, "at": utc_now(), "who": self._author})
            self._place(connection, made.id, parent, position)
        return self.get(made.id)

    def rename(self, collection_id: str, name: str) -> None:
        """Give a collection another name. Raises NotFoundError, ReadOnlyError, LibraryError."""
        self._change(collection_id, name=named(name))

    def paint(self, collection_id: str, colour: str) -> None:
        """Give a collection a colour, by its name, or none. Raises NotFoundError, ReadOnlyError."""
        self._change(collection_id, colour=colour)

    def move(self, collection_id: str, parent: str, position: int | None = None) -> None:
        """Put a collection into another, or into none, at a place among those beside it or last.

        Raises:
            NotFoundError: one of them is not there.
            LibraryError: it would stand in itself.
            ReadOnlyError: the library is open for reading only.
        """
        for one in filter(None, (collection_id, parent)):
            self.get(one)
        with self._database.writing() as connection:
            if parent and parent in self._inside(connection, collection_id):
                raise LibraryError(CIRCLE)
            moved = sa.update(self._table).where(self._table.c.id == collection_id)
            connection.execute(moved, {"parent": parent or None})
            self._place(connection, collection_id, parent, position)

    def remove(self, collection_id: str) -> Removed:
        """Take a collection away with those that stand in it; the cases stay. Returns what `put_back` needs.

        Raises:
            NotFoundError: it is not there.
            ReadOnlyError: the library is open for reading only.
        """
        with self._database.writing() as connection:
            ids = self._inside(connection, collection_id)
            if not ids:
                raise NotFoundError(GONE)
            rows = (
                connection.execute(sa.select(self._table).where(self._table.c.id.in_(ids))).mappings().all()
            )
            held = sa.select(self._held).where(self._held.c.collection_id.in_(ids))
            cases = connection.execute(held).mappings().all()
            connection.execute(sa.delete(self._table).where(self._table.c.id == collection_id))
        return Removed(collections=tuple(map(dict, rows)), cases=tuple(map(dict, cases)))

    def put_back(self, removed: Removed) -> None:
        """Put back what `remove` took away; cases that are gone meanwhile are left out.

        Raises:
            ReadOnlyError: the library is open for reading only.
            LibraryError: what it stood in is gone, or the disk is full or refuses.
        """
        with self._database.writing() as connection:
            connection.execute(sa.insert(self._table), list(removed.collections))
            rows = json.dumps(removed.cases)
            connection.execute(BACK, {"rows": rows})

    def put(self, collection_id: str, case_ids: Sequence[str]) -> list[str]:
        """Put cases into a collection; the ids of those that were not in it. Raises NotFoundError, ReadOnlyError."""
        self.get(collection_id)
        given = {"collection": collection_id, "cases": json.dumps(list(case_ids))}
        with self._database.writing() as connection:
            return list(connection.scalars(PUT, {**given, "at": utc_now(), "who": self._author}))

    def take_out(self, collection_id: str, case_ids: Sequence[str]) -> list[str]:
        """Take cases out of a collection; the ids of those that were in it. Raises NotFoundError, ReadOnlyError."""
        self.get(collection_id)
        given = {"collection": collection_id, "cases": json.dumps(list(case_ids))}
        with self._database.writing() as connection:
            return list(connection.scalars(TAKE, given))

    def _below(self, collection_id: str = "") -> sa.CTE:
        """Each collection, or one, as `top` with all that stand in it, at any depth and itself included, as `id`."""
        table = self._table
        start = sa.select(table.c.id.label("top"), table.c.id)
        below = (start.where(table.c.id == collection_id) if collection_id else start).cte(recursive=True)
        # UNION, not UNION ALL: it comes to an end even where a damaged file holds a circle.
        return below.union(
            sa.select(below.c.top, table.c.id).join_from(table, below, table.c.parent == below.c.id)
        )

    def _inside(self, connection: sa.Connection, collection_id: str) -> list[str]:
        """Ids of a collection and of all that stand in it; none when it is gone."""
        return list(connection.scalars(sa.select(self._below(collection_id).c.id)))

    def _change(self, collection_id: str, **values: str) -> None:
        changed = sa.update(self._table).where(self._table.c.id == collection_id).values(**values)
        with self._database.writing() as connection:
            if not connection.execute(changed).rowcount:
                raise NotFoundError(GONE)

    def _place(
        self, connection: sa.Connection, collection_id: str, parent: str, position: int | None
    ) -> None:
        table = self._table
        beside = table.c.parent == parent if parent else table.c.parent.is_(None)
        ordered = sa.select(table.c.id).where(beside).order_by(table.c.position, table.c.id)
        ids = [one for one in connection.scalars(ordered) if one != collection_id]
        ids.insert(len(ids) if position is None else max(position, 0), collection_id)
        placed = sa.update(table).where(table.c.id == sa.bindparam("which"))
        placed = placed.values(position=sa.bindparam("place"))
        connection.execute(placed, [{"which": one, "place": place} for place, one in enumerate(ids)])


def named(name: str) -> str:
    """A name as it is kept: on one line, not too long.

    Raises:
        LibraryError: it is empty.
    """
    kept = " ".join(name.split())[:LONGEST]
    if not kept:
        raise LibraryError(NAMELESS)
    return kept
