"""Reads whole cases: one select a section, and one for all many-valued fields."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

import attrs
import sqlalchemy as sa

from casebook.domain.case import Case
from casebook.domain.errors import DateError, NotALibraryError
from casebook.domain.marking import _
from casebook.domain.records import Record
from casebook.storage.record_table import RecordTable
from casebook.storage.tables import Tables

Many = dict[str, dict[str, list[str]]]
"""Side table name → record id → values in order."""

SHARED_AT_ONCE = 500


class CaseReader:
    """Statements made once and used for every case."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._readers = {key: table.reader() for key, table in tables.records.items()}
        case: sa.BindParameter[str] = sa.bindparam("case")
        ids: sa.BindParameter[list[str]] = sa.bindparam("ids", expanding=True)
        cases = tables.records[""]
        self._case = sa.select(cases.table).where(cases.table.c.id == case)
        self._entries = {
            table.key: sa.select(table.table)
            .where(table.table.c.case_id == case)
            .order_by(table.table.c.position)
            for table in tables.own
        }
        self._values = _values_of_all(
            [(side, side.c.record_id == case) for side in cases.sides.values()]
            + [(side, side.c.case_id == case) for table in tables.own for side in table.sides.values()]
        )
        self._held = {
            key: sa.select(held.c.value).where(held.c.case_id == case).order_by(held.c.position)
            for key, held in tables.held.items()
        }
        self._shared = {
            table.key: sa.select(table.table).where(table.table.c.id.in_(ids)) for table in tables.shared
        }
        self._shared_values = {
            table.key: _values_of_all([(side, side.c.record_id.in_(ids)) for side in table.sides.values()])
            for table in tables.shared
        }
        self._links = {
            table.record_type: [
                (spec.name, spec.to, spec.many) for spec in table.fields if spec.to in tables.held
            ]
            for table in tables.records.values()
        }

    def read(self, connection: sa.Connection, case_id: str) -> Case | None:
        """The case, with the shared records it holds and whatever else those and it refer to; None if not there.

        Raises:
            NotALibraryError: a row holds what no case can; the library is damaged or was tampered with.
        """
        row = connection.execute(self._case, {"case": case_id}).one_or_none()
        if row is None:
            return None
        values: dict[str, Any] = {}
        try:
            many = _gathered(connection.execute(self._values, {"case": case_id}))
            header = self._build(self._tables.records[""], [row], many)[0]
            for table in self._tables.own:
                rows = connection.execute(self._entries[table.key], {"case": case_id}).all()
                values[table.key] = tuple(self._build(table, rows, many)) if rows else ()
            values |= self._shared_of(connection, case_id, [header, *chain.from_iterable(values.values())])
            return attrs.evolve(header, **values)  # type: ignore[no-any-return]
        except (ValueError, KeyError, TypeError, AttributeError, DateError) as error:
            raise NotALibraryError(
                _("This case is damaged in the library and cannot be shown. Restore a backup of the library.")
            ) from error

    def shared(self, connection: sa.Connection, key: str, ids: Iterable[str]) -> list[Any]:
        """Shared records of one section in the order of `ids`; those that are not there are left out."""
        wanted = list(ids)
        table = self._tables.records[key]
        found: dict[str, Record] = {}
        for start in range(0, len(wanted), SHARED_AT_ONCE):
            chunk = {"ids": wanted[start : start + SHARED_AT_ONCE]}
            many = _gathered(connection.execute(self._shared_values[key], chunk)) if table.sides else {}
            for record in self._build(table, connection.execute(self._shared[key], chunk).all(), many):
                found[record.id] = record
        return [found[ident] for ident in wanted if ident in found]

    def _build(self, table: RecordTable, rows: Iterable[Any], many: Many) -> list[Any]:
        read = self._readers[table.key]
        names = [(name, many.get(side.name, {})) for name, side in table.sides.items()]
        return [read(row, {name: tuple(held.get(row[0], ())) for name, held in names}) for row in rows]

    def _shared_of(
        self, connection: sa.Connection, case_id: str, fresh: list[Any]
    ) -> dict[str, tuple[Any, ...]]:
        found: dict[str, list[Any]] = {}
        for key, statement in self._held.items():
            held = connection.scalars(statement, {"case": case_id}).all()
            found[key] = self.shared(connection, key, held) if held else []
        fresh = [*fresh, *chain.from_iterable(found.values())]
        while fresh:
            missing = self._missing(fresh, found)
            fresh = []
            for key, ids in missing.items():
                more = self.shared(connection, key, sorted(ids))
                found[key] += more
                fresh += more
        return {key: tuple(records) for key, records in found.items()}

    def _missing(self, records: Iterable[Any], found: Mapping[str, list[Any]]) -> dict[str, set[str]]:
        missing: dict[str, set[str]] = defaultdict(set)
        there = {record.id for held in found.values() for record in held}
        for record in records:
            for name, target, many in self._links[type(record)]:
                value = getattr(record, name)
                for ident in value if many else (value,) if value else ():
                    if ident not in there:
                        missing[target].add(ident)
        return missing


def _values_of_all(sides: list[tuple[sa.Table, sa.ColumnElement[bool]]]) -> Any:
    parts = [
        sa.select(
            sa.literal_column(f"'{side.name}'").label("side"), side.c.record_id, side.c.position, side.c.value
        ).where(chosen)
        for side, chosen in sides
    ]
    return sa.union_all(*parts).order_by("side", "record_id", "position")


def _gathered(rows: Iterable[Any]) -> Many:
    many: Many = defaultdict(lambda: defaultdict(list))
    for side, record_id, _position, value in rows:
        many[side][record_id].append(value)
    return many
