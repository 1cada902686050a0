"""The shared records of a library: listed, looked up, saved once for all cases, deleted when nothing uses them."""

import json
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from typing import Any, cast

import attrs
import sqlalchemy as sa

from casebook.domain.case import Case
from casebook.domain.changes import Batch
from casebook.domain.errors import LibraryError, NotFoundError
from casebook.domain.fields import FieldSpec, Kind
from casebook.domain.marking import _
from casebook.domain.plain import plain_change
from casebook.domain.record_changes import TRASHED, batch_between
from casebook.domain.records import SharedRecord
from casebook.storage.case_list import sorting_key
from casebook.storage.case_reader import CaseReader
from casebook.storage.case_writer import CaseWriter
from casebook.storage.database import Database
from casebook.storage.history import History, Note, utc_now
from casebook.storage.record_query import RecordQuery, RecordRow, RecordUse, Show, UseCount
from casebook.storage.record_table import RecordTable
from casebook.storage.record_use import RecordUses
from casebook.storage.search import matching_shared
from casebook.storage.sentences import sentence
from casebook.storage.tables import Tables

EVERY = 1_000_000
"""More records than any library has."""

IN_USE = _("What a case or another record uses cannot be deleted. Nothing was deleted.")
GONE = _("That record is no longer in the library. Nothing was changed.")
STALE = _("This was changed elsewhere in the meantime; nothing was overwritten.")


@attrs.frozen(kw_only=True)
class RecordChange:
    """A shared record before and after: nothing before it was made, nothing after it is deleted."""

    before: SharedRecord | None
    after: SharedRecord | None

    def inverse(self) -> "RecordChange":
        """The way back."""
        return RecordChange(before=self.after, after=self.before)


class SharedRecords:
    """The shared records of an open library, as `Library.records`."""

    def __init__(self, database: Database, tables: Tables, history: History, author: str) -> None:
        """Made by the library; `author` signs what carries no stamp."""
        self._database = database
        self._tables = tables
        self._history = history
        self._author = author
        self._reader = CaseReader(tables)
        self._writer = CaseWriter(tables)
        self._uses = RecordUses(tables)

    def ids(self, query: RecordQuery) -> list[str]:
        """Ids of all records of the query, in its order."""
        table = self._tables.records[query.section]
        name, sorted_by = table.table.c[named_by(table).name], self._column(table, query.sort)
        with self._database.reading() as connection:
            chosen = self._chosen(connection, table, query)
            rows = connection.execute(sa.select(table.table.c.id, name, sorted_by).where(*chosen)).all()
        rows = sorted(rows, key=lambda row: (sorting_key(row[1] or ""), row[0]))
        if query.sort == "name":
            return [row[0] for row in (reversed(rows) if query.descending else rows)]
        # What has no value stands last, whichever way the list is sorted.
        filled = [row for row in rows if row[2] not in (None, "")]
        filled.sort(key=lambda row: row[2], reverse=query.descending)
        return [row[0] for row in (*filled, *(row for row in rows if row[2] in (None, "")))]

    def rows(self, section: str, ids: Sequence[str]) -> list[RecordRow]:
        """The lines of some records, in this order; those that are not there are left out."""
        table = self._tables.records[section]
        own, mark, kind = table.table, mark_field(table), type_field(table)
        columns = {
            "id": own.c.id,
            "name": own.c[named_by(table).name],
            "mark": own.c[mark.name] if mark else sa.literal(""),
            "type": own.c[kind.name] if kind else sa.literal(""),
            "cases": self._column(table, "cases"),
            **{name: own.c[name] for name in ("updated_at", "updated_by", TRASHED)},
        }
        wanted = sa.select(*(column.label(name) for name, column in columns.items()))
        wanted = wanted.where(own.c.id.in_(_listed(ids)))
        with self._database.reading() as connection:
            found = {row["id"]: row for row in connection.execute(wanted).mappings()}
        return [
            RecordRow(**{**row, **{name: row[name] or "" for name in ("name", "mark", "type")}})
            for ident in ids
            if (row := found.get(ident)) is not None
        ]

    def get(self, section: str, ids: Iterable[str]) -> list[Any]:
        """Whole records, in this order; those that are not there are left out."""
        with self._database.reading() as connection:
            return self._reader.shared(connection, section, ids)

    def every(self, section: str) -> list[Any]:
        """All records of a section that are not in the Trash."""
        return self.get(section, self.ids(RecordQuery(section=section)))

    def types(self, section: str) -> dict[str, int]:
        """How many records there are of each type, by term id; those in the Trash left out."""
        table = self._tables.records[section]
        kind = type_field(table)
        if kind is None:
            return {}
        column = table.table.c[kind.name]
        counted = sa.select(column, sa.func.count()).where(~table.table.c.trashed).group_by(column)
        with self._database.reading() as connection:
            return {term: count for term, count in connection.execute(counted) if term}

    def uses(self, section: str, record_id: str) -> list[RecordUse]:
        """The cases that hold a record, by title, with where they point to it."""
        with self._database.reading() as connection:
            return self._uses.of(connection, section, record_id)

    def use_count(self, section: str, ids: Collection[str]) -> UseCount:
        """How many cases hold any of these records, and how many links point to them. Reads all links."""
        with self._database.reading() as connection:
            return self._uses.count(connection, section, ids)

    def holders(self, section: str, ids: Collection[str]) -> list[str]:
        """Ids of the cases that hold or point to any of these records. Reads all links."""
        with self._database.reading() as connection:
            return self._uses.holders(connection, section, ids)

    def linking(self, section: str, ids: Collection[str]) -> list[SharedRecord]:
        """The shared records that point to any of these."""
        with self._database.reading() as connection:
            found = self._uses.linking(connection, section, ids)
            return [one for key, ident in found for one in self._reader.shared(connection, key, [ident])]

    def used(self, section: str, ids: Collection[str]) -> set[str]:
        """Which of these records a case holds or anything points to. Reads all links."""
        with self._database.reading() as connection:
            return self._uses.used(connection, section, ids)

    def save(self, changes: Sequence[RecordChange], what: str = "") -> None:
        """Write records once for all cases, in one transaction; the history of each case that holds one tells it.

        `what` is the sentence of the history, where the change itself says too little.

        Raises:
            ReadOnlyError: the library is open for reading only.
            LibraryError: a record is no longer what it was before, one to be deleted is used, or the disk is full or
                refuses.
            NotFoundError: a record is no longer in the library.
        """
        with self._database.writing() as connection:
            for change in changes:
                self._refuse_stale(connection, change)
            written = [(change.before, change.after) for change in changes if change.after is not None]
            self._writer.write_records(connection, written)
            for before, after in written:
                if before is not None:
                    self._tell(connection, before, after, what)
            self._delete(connection, [change.before for change in changes if change.after is None])

    def _delete(self, connection: sa.Connection, records: Sequence[SharedRecord | None]) -> None:
        by_section: dict[str, list[str]] = {}
        for record in records:
            if record is not None:
                by_section.setdefault(section_key(record), []).append(record.id)
        for section, ids in by_section.items():
            if self._uses.used(connection, section, ids):
                raise LibraryError(IN_USE)
            self._writer.remove_records(connection, section, ids)

    def _tell(self, connection: sa.Connection, before: SharedRecord, after: SharedRecord, what: str) -> None:
        key = section_key(before)
        held = self._tables.held[key]
        holders = list(connection.scalars(sa.select(held.c.case_id).where(held.c.value == before.id)))
        change = batch_between(before, after)
        if not holders or change == Batch(changes=()):
            return
        alone: dict[str, Any] = {key: (before,)}
        stand_in = cast("Case", self._tables.declaration.case_type(**alone))
        words = what or trash_words(before, after) or sentence(change, stand_in)
        note = Note(what=words, change=plain_change(change, stand_in), by=self._author, at=utc_now())
        self._history.append_to_all(connection, holders, note)

    def _refuse_stale(self, connection: sa.Connection, change: RecordChange) -> None:
        if change.before is None:
            return
        there = self._reader.shared(connection, section_key(change.before), [change.before.id])
        if not there:
            raise NotFoundError(GONE)
        if there[0] != change.before:
            raise LibraryError(STALE)

    def _chosen(
        self, connection: sa.Connection, table: RecordTable, query: RecordQuery
    ) -> list[sa.ColumnElement[bool]]:
        own, kind = table.table, type_field(table)
        chosen = [own.c.trashed if query.show is Show.TRASH else ~own.c.trashed]
        if query.type and kind is not None:
            chosen.append(own.c[kind.name] == query.type)
        held = self._tables.held[table.key]
        if query.show in (Show.USED, Show.UNUSED):
            used = sa.exists().where(held.c.value == own.c.id)
            chosen.append(used if query.show is Show.USED else ~used)
        if query.text.strip():
            chosen.append(own.c.id.in_(_listed(matching_shared(connection, table.key, query.text, EVERY))))
        return chosen

    def _column(self, table: RecordTable, name: str) -> sa.ColumnElement[Any]:
        if name == "cases":
            held = self._tables.held[table.key]
            counted = sa.select(sa.func.count()).where(held.c.value == table.table.c.id)
            return counted.scalar_subquery()
        fields = {"name": named_by(table), "mark": mark_field(table), "type": type_field(table)}
        if name in fields:
            spec = fields[name]
            return table.table.c[spec.name] if spec is not None else sa.literal("")
        with suppress(KeyError):
            return table.table.c[name]
        raise ValueError(f"the list cannot be sorted by {name!r}")


def section_key(record: SharedRecord) -> str:
    """The key of the section a shared record stands in."""
    return record.__section__.key  # type: ignore[attr-defined,no-any-return]


def named_by(table: RecordTable) -> FieldSpec:
    """The field that names records."""
    return next((spec for spec in table.fields if spec.summary), table.fields[0])


def mark_field(table: RecordTable) -> FieldSpec | None:
    """The field of what records are called in short."""
    short = [spec for spec in table.fields if spec.short_form]
    return next(iter((*short, *(spec for spec in table.fields if spec.identifying))), None)


def type_field(table: RecordTable) -> FieldSpec | None:
    """The field that says of what type records are."""
    return next((spec for spec in table.fields if spec.kind is Kind.TERM and spec.required), None)


def trash_words(before: SharedRecord, after: SharedRecord) -> str:
    """A sentence on a record that goes into the Trash or comes out of it; empty when neither."""
    if before.trashed == after.trashed:
        return ""
    name = str(getattr(before, next(s.name for s in _fields(before) if s.summary)))[:80]
    said = _("“{name}” moved to the Trash") if after.trashed else _("“{name}” taken out of the Trash")
    return said.format(name=name)


def _fields(record: SharedRecord) -> tuple[FieldSpec, ...]:
    return record.__section__.fields  # type: ignore[attr-defined,no-any-return]


def _listed(ids: Collection[str]) -> sa.Select[Any]:
    return sa.select(sa.func.json_each(json.dumps(list(ids))).table_valued("value").c.value)
