"""Makes the search index anew, from the texts it holds or from the cases themselves."""

from collections.abc import Callable, Iterator
from typing import Any

import sqlalchemy as sa

from casebook.domain.case import Case
from casebook.domain.records import Record
from casebook.storage.case_reader import CaseReader
from casebook.storage.database import Database
from casebook.storage.facets import Facets
from casebook.storage.record_table import RecordTable, Row
from casebook.storage.search import PER_CASE, SHARED
from casebook.storage.searchable import texts
from casebook.storage.tables import INDEXED, Tables

AT_ONCE = 500
"""Cases whose texts are indexed together."""
STEPS = 3
"""The texts are gathered, the words indexed, the facets counted."""

EMPTY = (
    "INSERT INTO search_index (search_index) VALUES ('delete-all')",
    "INSERT INTO word_index (word_index) VALUES ('delete-all')",
)
_FILL = f"INSERT INTO search_index (rowid, title, body) {INDEXED} WHERE number >= ? AND number < ?"
_FILL_WORDS = (
    "INSERT INTO word_index (rowid, words)"
    " SELECT number / ?1, folded(group_concat(title || ' ' || body, ' ')) FROM search_text"
    " WHERE number >= ?2 AND number < ?3 GROUP BY number / ?1"
)
_FILL_SHARED = "INSERT INTO word_index (rowid, words) SELECT ?1 + number, folded(title || ' ' || body) FROM search_text WHERE number < ?2"
_WITHOUT_TEXT = (
    "INSERT INTO word_index (rowid, words) SELECT number, '' FROM case_list"
    " WHERE id NOT IN (SELECT case_id FROM search_text WHERE case_id IS NOT NULL)"
)


def index_words(connection: sa.Connection) -> Iterator[tuple[int, int]]:
    """Fill the full-text indexes from `search_text`, yielding how far it is: (cases done, of)."""
    last = connection.exec_driver_sql("SELECT coalesce(max(number), 0) FROM case_list").scalar_one()
    for statement in EMPTY:
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(_FILL, (0, PER_CASE))
    connection.exec_driver_sql(_FILL_SHARED, (SHARED, PER_CASE))
    for first in range(1, last + 1, AT_ONCE):
        yield first - 1, last
        chunk = (first * PER_CASE, (first + AT_ONCE) * PER_CASE)
        connection.exec_driver_sql(_FILL, chunk)
        connection.exec_driver_sql(_FILL_WORDS, (PER_CASE, *chunk))
    connection.exec_driver_sql(_WITHOUT_TEXT)
    yield last, last


class StoppedError(Exception):
    """Leaves a transaction without keeping what was done in it."""


class Reindexing:
    """Makes texts, words and facets anew from what the cases hold, inside the caller's transaction."""

    def __init__(self, tables: Tables) -> None:
        """Takes the tables of the library."""
        self._tables = tables
        self._reader = CaseReader(tables)
        self._facets = Facets(tables)

    def run(
        self, database: Database, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> bool:
        """Do all of it in one transaction; False, and all is as it was, when it is cancelled in between."""
        try:
            with database.writing() as connection:
                for done, of in self.steps(connection):
                    progress(done, of)
                    if cancelled():
                        raise StoppedError
        except StoppedError:
            return False
        return True

    def steps(self, connection: sa.Connection) -> Iterator[tuple[int, int]]:
        """Do it piece by piece, yielding how far it is; to stop, leave the transaction: all is as it was."""
        for step, work in enumerate((self._texts, index_words, self._facets.rebuild)):
            for done, of in work(connection):
                yield step * of + done, STEPS * of

    def _texts(self, connection: sa.Connection) -> Iterator[tuple[int, int]]:
        text = self._tables.search_text
        listed = self._tables.case_list
        connection.execute(sa.delete(text))
        for table in self._tables.shared:
            ids = list(connection.scalars(sa.select(table.table.c.id)))
            records = self._reader.shared(connection, table.key, ids)
            self._insert(connection, 0, [row for one in records for row in _rows(table, one, None)])
        cases = connection.execute(sa.select(listed.c.number, listed.c.id).order_by(listed.c.number)).all()
        for done, (number, case_id) in enumerate(cases):
            yield done, len(cases)
            case = self._reader.read(connection, case_id)
            if case is not None:
                self._insert(connection, number * PER_CASE, list(self._rows_of(case)))

    def _rows_of(self, case: Case) -> Iterator[Row]:
        yield from _rows(self._tables.records[""], case, case.id)
        for table in self._tables.own:
            for record in case.section(table.key):
                yield from _rows(table, record, case.id)

    def _insert(self, connection: sa.Connection, base: int, rows: list[Row]) -> None:
        if not rows:
            return
        index = self._tables.search_text
        here = sa.and_(index.c.number >= base, index.c.number < base + PER_CASE)
        last = connection.scalar(sa.select(sa.func.max(index.c.number)).where(here)) or base
        for place, row in enumerate(rows, last + 1):
            row["number"] = place
        connection.execute(sa.insert(index), rows)


def _rows(table: RecordTable, record: Record, case_id: str | None) -> Iterator[Row]:
    for field, row in texts(table, record).items():
        more: dict[str, Any] = {"entry_id": record.id, "case_id": case_id, "section": table.key}
        yield {**row, **more, "field": field}
