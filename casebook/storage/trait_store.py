"""What cases are like one another by, read from the tables in one query for each of them; no case is loaded."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import attrs
import sqlalchemy as sa

from casebook.domain.aspects import Aspect, aspects, period_field
from casebook.domain.errors import NotALibraryError
from casebook.domain.fields import TEXT, FieldSpec, Kind
from casebook.domain.grounds import terms_in
from casebook.domain.marking import _
from casebook.domain.periods import Span
from casebook.domain.trait_index import TraitIndex
from casebook.storage.database import Database
from casebook.storage.record_names import record_names
from casebook.storage.tables import Tables

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


@attrs.frozen(kw_only=True)
class Label:
    """What a list says of a case."""

    id: str
    ref_code: str
    title: str


class TraitStore:
    """The traits of an open library, as `Library.traits`; cases in the Trash have none."""

    def __init__(self, database: Database, tables: Tables) -> None:
        """Made by the library."""
        self._database = database
        self._tables = tables
        self._aspects = aspects(tables.declaration)

    def index(self, progress: Progress, cancelled: Cancelled) -> TraitIndex:
        """The traits of all cases; only a part of them when cancelled.

        Raises:
            NotALibraryError: what the library holds is damaged.
        """
        listed = self._tables.case_list
        with self._database.reading() as connection:
            ids = sa.select(listed.c.id).where(listed.c.trashed_at == "").order_by(listed.c.number)
            found = TraitIndex(connection.scalars(ids))
            for done, aspect in enumerate(self._aspects):
                if cancelled():
                    return found
                progress(done, len(self._aspects))
                found.add(aspect, self._rows(connection, aspect, found.names))
            for case_id, span in self._periods(connection):
                found.add_period(case_id, span)
        return found

    def labels(self, case_ids: Iterable[str]) -> Mapping[str, Label]:
        """What lists say of some cases."""
        listed = self._tables.case_list
        each = sa.func.json_each(sa.bindparam("ids")).table_valued("value")
        wanted = sa.select(listed.c.id, listed.c.ref_code, listed.c.title)
        wanted = wanted.where(listed.c.id.in_(sa.select(each.c.value)))
        with self._database.reading() as connection:
            rows = connection.execute(wanted, {"ids": json.dumps(list(case_ids))})
            return {row.id: Label(id=row.id, ref_code=row.ref_code, title=row.title) for row in rows}

    def names(self, section: str, ids: Iterable[str]) -> Mapping[str, str]:
        """What some shared records are called."""
        with self._database.reading() as connection:
            return record_names(connection, self._tables, section, ids)

    def _rows(
        self, connection: sa.Connection, aspect: Aspect, names: dict[str, str]
    ) -> Iterator[tuple[str, str]]:
        case_id, value = self._columns(aspect)
        # Straight from the driver: over a hundred thousand cases a row of SQLAlchemy's costs more than all else.
        rows = _raw(connection, sa.select(case_id, value).where(value.is_not(None)))
        spec = aspect.spec
        if spec is None or spec.vocabulary or spec.to or not (aspect.private or spec.kind is Kind.FLAG):
            return iter(rows)
        return _worded(rows, spec, names)

    def _columns(self, aspect: Aspect) -> tuple[sa.ColumnElement[Any], sa.ColumnElement[Any]]:
        if aspect.spec is None:
            held = self._tables.held[aspect.section]
            return held.c.case_id, held.c.value
        table = self._tables.records[aspect.section]
        if aspect.spec.many:
            side = table.sides[aspect.spec.name]
            return side.c.case_id if table.in_case else side.c.record_id, side.c.value
        return table.table.c.case_id if table.in_case else table.table.c.id, table.table.c[aspect.spec.name]

    def _periods(self, connection: sa.Connection) -> Iterator[tuple[str, Span]]:
        spec = period_field(self._tables.declaration)
        if spec is None:
            return
        cases = self._tables.records[""].table
        first, last = cases.c[f"{spec.name}__start"], cases.c[f"{spec.name}__end"]
        for case_id, start, end in _raw(
            connection, sa.select(cases.c.id, first, last).where(first.is_not(None))
        ):
            yield case_id, span_of(start, end)


def span_of(start: str, end: str) -> Span:
    """A period from the days a table keeps of it.

    Raises:
        NotALibraryError: they are no days.
    """
    try:
        return Span(date.fromisoformat(start), date.fromisoformat(end))
    except (ValueError, TypeError) as error:
        raise NotALibraryError(
            _("A case is damaged in the library. Restore a backup of the library.")
        ) from error


def _worded(
    rows: Iterable[tuple[str, Any]], spec: FieldSpec, names: dict[str, str]
) -> Iterator[tuple[str, str]]:
    """The terms of values that are words; `names` learns how each was written first."""
    if not spec.many and spec.kind in TEXT:
        for case_id, value in rows:
            words = " ".join(value.split())
            if words:
                term = words.casefold()
                names.setdefault(term, words)
                yield case_id, term
        return
    for case_id, value in rows:
        for term, words in terms_in(spec, (value,) if spec.many else value):
            if words:
                names.setdefault(term, words)
            yield case_id, term


def _raw(connection: sa.Connection, wanted: sa.Select[Any]) -> Any:
    compiled = str(wanted.compile(dialect=connection.dialect, compile_kwargs={"literal_binds": True}))
    driver: Any = connection.connection.driver_connection
    return driver.execute(compiled)
