"""A few header fields of many cases, read in one go, without the cases."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import attrs
import sqlalchemy as sa

from casebook.domain.records import Sensitivity
from casebook.storage.database import Database
from casebook.storage.tables import Tables


@attrs.frozen(kw_only=True)
class CaseFacts:
    """What one case says in the header fields asked for."""

    id: str
    title: str
    ref_code: str
    trashed: bool
    sensitivity: Sensitivity
    absent: frozenset[str]
    """Names of the fields that say why they are empty."""
    values: Mapping[str, Any]
    """The fields asked for, by name, as the case holds them."""


class FactReader:
    """Reads facts of an open library, as `Library.facts`."""

    def __init__(self, database: Database, tables: Tables) -> None:
        """Made by the library."""
        self._database = database
        self._tables = tables

    def read(self, case_ids: Sequence[str], fields: Sequence[str] = ()) -> dict[str, CaseFacts]:
        """The facts of these cases, those in the Trash too, by id; cases that are gone are left out.

        Only fields that hold texts or terms can be asked for: no dates.
        """
        listed, header = self._tables.case_list, self._tables.records[""]
        single = [name for name in fields if name not in header.sides]
        wanted = sa.select(
            listed.c.id,
            listed.c.title,
            listed.c.ref_code,
            listed.c.trashed_at,
            header.table.c.sensitivity,
            header.table.c.absences,
            *(header.table.c[name] for name in single),
        ).join_from(listed, header.table, header.table.c.id == listed.c.id)
        ids = {"ids": json.dumps(list(case_ids))}
        with self._database.reading() as connection:
            rows = connection.execute(wanted.where(listed.c.id.in_(_given())), ids).all()
            many = {
                name: self._many(connection, name, ids)
                for name in dict.fromkeys(fields)
                if name not in single
            }
        facts = {}
        for ident, title, code, trashed_at, level, absences, *values in rows:
            facts[ident] = CaseFacts(
                id=ident,
                title=title,
                ref_code=code,
                trashed=bool(trashed_at),
                sensitivity=Sensitivity(level),
                absent=frozenset(json.loads(absences)),
                values={
                    **dict(zip(single, values, strict=True)),
                    **{name: tuple(held.get(ident, ())) for name, held in many.items()},
                },
            )
        return facts

    def words(self, field: str) -> dict[str, int]:
        """Every word that stands in a many-valued field of a case, and in how many cases outside the Trash."""
        side, listed = self._tables.records[""].sides[field], self._tables.case_list
        kept = sa.func.count(sa.case((listed.c.trashed_at == "", 1)))
        counted = (
            sa.select(side.c.value, kept)
            .join_from(side, listed, listed.c.id == side.c.record_id)
            .group_by(side.c.value)
        )
        with self._database.reading() as connection:
            return {word: count for word, count in connection.execute(counted) if word}

    def with_word(self, field: str, words: Sequence[str]) -> list[str]:
        """Ids of the cases, those in the Trash too, in whose many-valued field one of the words stands; by title."""
        side, listed = self._tables.records[""].sides[field], self._tables.case_list
        holding = sa.select(side.c.record_id).where(side.c.value.in_(_given()))
        wanted = sa.select(listed.c.id).where(listed.c.id.in_(holding)).order_by(listed.c.title_key)
        with self._database.reading() as connection:
            return list(connection.scalars(wanted, {"ids": json.dumps(list(words))}))

    def _many(self, connection: sa.Connection, field: str, ids: Mapping[str, str]) -> dict[str, list[str]]:
        side = self._tables.records[""].sides[field]
        wanted = sa.select(side.c.record_id, side.c.value).where(side.c.record_id.in_(_given()))
        held: dict[str, list[str]] = {}
        for ident, value in connection.execute(wanted.order_by(side.c.record_id, side.c.position), ids):
            held.setdefault(ident, []).append(value)
        return held


def _given() -> sa.Select[Any]:
    return sa.select(sa.func.json_each(sa.bindparam("ids")).table_valued("value").c.value)
