"""Which rows differ between two states of a case."""

from collections.abc import Collection
from typing import Any

import sqlalchemy as sa

from casebook.domain.case import Case
from casebook.domain.records import Record
from casebook.storage.record_table import RecordTable, Row
from casebook.storage.searchable import texts
from casebook.storage.tables import Tables
from casebook.storage.writes import Writes


def arriving(tables: Tables, before: Case | None, after: Case) -> dict[str, set[str]]:
    """Ids of the shared records `after` holds and `before` does not, by section."""
    found: dict[str, set[str]] = {}
    for table in tables.shared:
        there = {record.id for record in getattr(before, table.key)} if before else set()
        found[table.key] = {record.id for record in getattr(after, table.key)} - there
    return found


class Differences:
    """Gathers the writes that turn `before` (None for a new case) into `after`.

    `known` are ids of shared records that the library has although `before` does not hold them.
    """

    def __init__(self, tables: Tables, writes: Writes) -> None:
        self._tables = tables
        self._writes = writes
        self.reworded: set[str] = set()
        """Ids of the cases and shared records of which some text is another."""

    def gather(self, before: Case | None, after: Case, known: Collection[str] = ()) -> None:
        """Add the writes for one case."""
        if before is not after:
            self._record(self._tables.records[""], before, after, {}, {})
        for table in self._tables.own:
            self._section(table, before, after)
        for table in self._tables.shared:
            self._shared(table, before, after, known)

    def gather_record(self, table: RecordTable, old: Record | None, new: Record) -> None:
        """Add the writes for one shared record (`old` is None for a new one), whoever holds it."""
        self._record(table, old, new, {}, {})

    def _section(self, table: RecordTable, before: Case | None, after: Case) -> None:
        old, new = _records(before, table.key), getattr(after, table.key)
        if old is new:
            return
        was = {record.id: (place, record) for place, record in enumerate(old)}
        gone = was.keys() - {record.id for record in new}
        if gone:
            self.reworded.add(after.id)
        for ident in gone:
            self._writes.remove(table.table, {"id": ident})
            self._writes.remove(self._tables.search_text, {"entry_id": ident})
        for place, record in enumerate(new):
            at, earlier = was.get(record.id, (-1, None))
            if at != place or earlier is not record:
                where = {"case_id": after.id, "position": place}
                self._record(table, earlier, record, where, {"case_id": after.id, "position": at})

    def _shared(self, table: RecordTable, before: Case | None, after: Case, known: Collection[str]) -> None:
        old, new = _records(before, table.key), getattr(after, table.key)
        if old is new:
            return
        was = {record.id: record for record in old}
        for record in new:
            earlier = was.get(record.id)
            if earlier is not record and (earlier is not None or record.id not in known):
                self.gather_record(table, earlier, record)
        ids = tuple(record.id for record in new)
        self._values(
            self._tables.held[table.key], tuple(record.id for record in old), ids, {"case_id": after.id}
        )

    def _record(
        self, table: RecordTable, old: Record | None, new: Record, place: Row, old_place: Row
    ) -> None:
        row = {**table.row(new), **place}
        if old is None:
            self._writes.insert(table.table, row)
        else:
            self._writes.update(table.table, {"id": new.id}, _changed({**table.row(old), **old_place}, row))
        case = {"case_id": place["case_id"]} if place else {}
        for name, side in table.sides.items():
            earlier = getattr(old, name) if old is not None else ()
            self._values(side, earlier, getattr(new, name), {"record_id": new.id}, case)
        self._texts(table, old, new, place.get("case_id") or (None if table.shared else new.id))

    def _values(
        self, side: sa.Table, old: tuple[str, ...], new: tuple[str, ...], key: Row, more: Row | None = None
    ) -> None:
        for position in range(max(len(old), len(new))):
            at = {**key, "position": position}
            if position >= len(new):
                self._writes.remove(side, at)
            elif position >= len(old):
                self._writes.insert(side, {**at, **(more or {}), "value": new[position]})
            elif old[position] != new[position]:
                self._writes.update(side, at, {"value": new[position]})

    def _texts(self, table: RecordTable, old: Record | None, new: Record, case_id: str | None) -> None:
        index = self._tables.search_text
        was, now = texts(table, old) if old is not None else {}, texts(table, new)
        if was != now:
            self.reworded.add(case_id or new.id)
        for field, row in now.items():
            key = {"entry_id": new.id, "field": field}
            if field in was:
                self._writes.update(index, key, _changed(was[field], row))
            else:
                self._writes.insert(index, {**key, **row, "case_id": case_id, "section": table.key})
        for field in was.keys() - now.keys():
            self._writes.remove(index, {"entry_id": new.id, "field": field})


def _records(case: Case | None, key: str) -> tuple[Any, ...]:
    return getattr(case, key) if case is not None else ()


def _changed(old: Row, new: Row) -> Row:
    return {name: value for name, value in new.items() if old[name] != value}
