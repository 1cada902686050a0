"""Where shared records are used: in which cases, by which entries; read off the declaration."""

import json
from collections import defaultdict
from collections.abc import Collection
from typing import Any

import attrs
import sqlalchemy as sa

from casebook.domain.case import ANOTHER_CASE
from casebook.domain.fields import LINKING, FieldSpec, Kind
from casebook.storage.record_query import RecordUse, UseCount, UsePlace
from casebook.storage.record_table import RecordTable
from casebook.storage.tables import Tables

MOST = 500
"""Cases named at a time."""


@attrs.frozen(eq=False)
class _Link:
    """One field by which records of a table point to records of a section."""

    held: RecordTable
    spec: FieldSpec

    def rows(self) -> tuple[sa.FromClause, sa.ColumnElement[Any]]:
        """What to select from, and the column of the ids that are pointed to."""
        own = self.held.table
        if not self.spec.many:
            return own, own.c[self.spec.name]
        side = self.held.sides[self.spec.name]
        return own.join(side, side.c.record_id == own.c.id), side.c.value


class RecordUses:
    """Reads within the caller's transaction."""

    def __init__(self, tables: Tables) -> None:
        """Takes the tables of the library."""
        self._tables = tables

    def of(
        self, connection: sa.Connection, section: str, record_id: str, limit: int = MOST
    ) -> list[RecordUse]:
        """The cases that hold a record, by title, with the entries that link to it."""
        listed, held = self._tables.case_list, self._tables.held[section]
        wanted = (
            sa.select(listed.c.id, listed.c.ref_code, listed.c.title, listed.c.trashed_at)
            .where(listed.c.id.in_(sa.select(held.c.case_id).where(held.c.value == record_id)))
            .order_by(listed.c.title_key, listed.c.id)
            .limit(limit)
        )
        cases = connection.execute(wanted).all()
        places = self._places(connection, section, record_id, [row.id for row in cases])
        return [
            RecordUse(
                case_id=row.id,
                ref_code=row.ref_code,
                title=row.title,
                trashed=bool(row.trashed_at),
                places=tuple(places.get(row.id, ())),
            )
            for row in cases
        ]

    def holders(self, connection: sa.Connection, section: str, ids: Collection[str]) -> list[str]:
        """Ids of the cases that hold or point to any of these records, in the order of the list."""
        held, listed = self._tables.held[section], self._tables.case_list
        parts = [sa.select(held.c.case_id.label("id")).where(_among(held.c.value, ids))]
        for link in self._links(section):
            if not link.held.shared:
                source, value = link.rows()
                owner = link.held.table.c.case_id if link.held.in_case else link.held.table.c.id
                parts.append(sa.select(owner.label("id")).select_from(source).where(_among(value, ids)))
        found = sa.union(*parts).subquery()
        wanted = (
            sa.select(listed.c.id).where(listed.c.id.in_(sa.select(found.c.id))).order_by(listed.c.number)
        )
        return list(connection.scalars(wanted))

    def linking(self, connection: sa.Connection, section: str, ids: Collection[str]) -> list[tuple[str, str]]:
        """(section, id) of the shared records that point to any of these."""
        found: list[tuple[str, str]] = []
        for link in self._links(section):
            if link.held.shared:
                source, value = link.rows()
                wanted = sa.select(link.held.table.c.id).select_from(source).where(_among(value, ids))
                found += [(link.held.key, ident) for ident in connection.scalars(wanted.distinct())]
        return list(dict.fromkeys(found))

    def count(self, connection: sa.Connection, section: str, ids: Collection[str]) -> UseCount:
        """How many cases hold any of these records, and how many links point to them."""
        held = self._tables.held[section]
        cases = sa.select(sa.func.count(held.c.case_id.distinct())).where(_among(held.c.value, ids))
        links = 0
        for link in self._links(section):
            source, value = link.rows()
            counted = sa.select(sa.func.count()).select_from(source).where(_among(value, ids))
            links += connection.scalar(counted) or 0
        return UseCount(connection.scalar(cases) or 0, links)

    def used(self, connection: sa.Connection, section: str, ids: Collection[str]) -> set[str]:
        """Which of these records a case holds, or anything but themselves points to."""
        held = self._tables.held[section]
        found = set(connection.scalars(sa.select(held.c.value).where(_among(held.c.value, ids)).distinct()))
        for link in self._links(section):
            source, value = link.rows()
            wanted = sa.select(value).select_from(source).where(_among(value, ids)).distinct()
            if link.held.shared:
                wanted = wanted.where(~_among(link.held.table.c.id, ids))
            found |= set(connection.scalars(wanted))
        return found

    def _places(
        self, connection: sa.Connection, section: str, record_id: str, cases: list[str]
    ) -> dict[str, list[UsePlace]]:
        """For each of some cases, where it points to a record, in the order of the declaration."""
        chosen = json.dumps(cases)
        found: dict[tuple[str, str], UsePlace] = {}
        for link in self._links(section):
            if link.held.shared:
                continue
            source, value = link.rows()
            own = link.held.table
            owner = own.c.case_id if link.held.in_case else own.c.id
            place = own.c.position if link.held.in_case else sa.literal(0)
            here = sa.and_(value == record_id, owner.in_(_listed(chosen)))
            wanted = sa.select(owner, own.c.id, self._role(link)).select_from(source).where(here)
            for case_id, entry_id, role in connection.execute(wanted.order_by(owner, place)):
                at = (case_id, link.held.key)
                known = found.get(at)
                found[at] = (
                    UsePlace(section=link.held.key, entry_id=entry_id, times=1, role=role or "")
                    if known is None
                    else attrs.evolve(known, times=known.times + 1)
                )
        places: dict[str, list[UsePlace]] = defaultdict(list)
        for (case_id, _section), one in found.items():
            places[case_id].append(one)
        return places

    def _role(self, link: _Link) -> sa.ColumnElement[Any]:
        """What the record is in an entry that is about it: the first term such an entry is told by."""
        terms = [spec for spec in link.held.fields if spec.kind is Kind.TERM and spec.fact]
        if link.spec.summary and terms:
            return link.held.table.c[terms[0].name]
        return sa.literal("")

    def _links(self, section: str) -> list[_Link]:
        return [
            _Link(held, spec)
            for held in self._tables.records.values()
            for spec in held.fields
            if spec.kind in LINKING and spec.to not in self._elsewhere(section)
        ]

    def _elsewhere(self, section: str) -> set[str]:
        """Where links point that can never mean a record of this section."""
        return {ANOTHER_CASE, *(key for key in self._tables.records if key not in ("", section))}


def _listed(ids: str) -> sa.Select[Any]:
    return sa.select(sa.func.json_each(ids).table_valued("value").c.value)


def _among(column: sa.ColumnElement[Any], ids: Collection[str]) -> sa.ColumnElement[bool]:
    return column.in_(_listed(json.dumps(list(ids))))
