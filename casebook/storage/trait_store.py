"""What cases are like one another by, read from the tables in one query for each of them; no case is loaded."""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import attrs
import sqlalchemy as sa

from casebook.domain.aspects import Aspect, aspects, period_field
from casebook.domain.duplicates import Sketch
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

    def sketches(self, cancelled: Cancelled) -> list[Sketch]:
        """What tells whether cases may be the same, of all; the oldest first, none when cancelled.

        Raises:
            NotALibraryError: what the library holds is damaged.
        """
        actors: dict[str, set[str]] = defaultdict(set)
        with self._database.reading() as connection:
            for aspect in self._aspects:
                if cancelled():
                    return []
                if aspect.spec is not None and aspect.spec.kind is Kind.LINK:
                    for case_id, actor in self._raw_rows(connection, aspect):
                        actors[case_id].add(actor)
            bare = self._bare(connection, None)
        return [attrs.evolve(one, actors=frozenset(actors.get(one.id, ()))) for one in bare]

    def bare_sketches(self, case_ids: Iterable[str]) -> list[Sketch]:
        """The same of some cases, their actors left out. Raises as `sketches` does."""
        with self._database.reading() as connection:
            return self._bare(connection, case_ids)

    def _bare(self, connection: sa.Connection, case_ids: Iterable[str] | None) -> list[Sketch]:
        listed = self._tables.case_list
        wanted = sa.select(listed.c.id, listed.c.ref_code, listed.c.title, listed.c.countries)
        chosen, given = only(listed.c.id, case_ids)
        wanted = wanted.where(listed.c.trashed_at == "", *chosen).order_by(listed.c.number)
        periods = dict(self._periods(connection, case_ids))
        return [
            Sketch(
                id=head.id,
                title=head.title,
                ref_code=head.ref_code,
                countries=frozenset(json.loads(head.countries) if head.countries else ()),
                period=periods.get(head.id),
            )
            for head in connection.execute(wanted, given)
        ]

    def labels(self, case_ids: Iterable[str]) -> Mapping[str, Label]:
        """What lists say of some cases."""
        listed = self._tables.case_list
        each = sa.func.json_each(sa.bindparam("ids")).table_valued("value")
        wanted = sa.select(listed.c.id, listed.c.ref_code, listed.c.title)
        wanted = wanted.where(listed.c.id.in_(sa.select(each.c.value)))
        with self._database.reading() as connection:
            rows = connection.execute(wanted, {"ids": json.dumps(list(case_ids))})
            return {row.id: Label(id=row.id, ref_code=row.ref_code, title=row.title) for row in rows}

    def names(self, section: str, ids: Collection[str]) -> Mapping[str, str]:
        """What some shared records are called."""
        with self._database.reading() as connection:
            return record_names(connection, self._tables.records[section], ids)

    def _rows(
        self, connection: sa.Connection, aspect: Aspect, names: dict[str, str]
    ) -> Iterator[tuple[str, str]]:
        rows = self._raw_rows(connection, aspect)
        spec = aspect.spec
        if spec is None or spec.vocabulary or spec.to or not (aspect.private or spec.kind is Kind.FLAG):
            return iter(rows)
        return _worded(rows, spec, names)

    def _raw_rows(self, connection: sa.Connection, aspect: Aspect) -> Iterator[tuple[str, Any]]:
        case_id, value = self._columns(aspect)
        return _raw(connection, sa.select(case_id, value).where(value.is_not(None)), {})

    def _columns(self, aspect: Aspect) -> tuple[sa.ColumnElement[Any], sa.ColumnElement[Any]]:
        if aspect.spec is None:
            held = self._tables.held[aspect.section]
            return held.c.case_id, held.c.value
        table = self._tables.records[aspect.section]
        if aspect.spec.many:
            side = table.sides[aspect.spec.name]
            return side.c.case_id if table.in_case else side.c.record_id, side.c.value
        return table.table.c.case_id if table.in_case else table.table.c.id, table.table.c[aspect.spec.name]

    def _periods(
        self, connection: sa.Connection, case_ids: Iterable[str] | None = None
    ) -> Iterator[tuple[str, Span]]:
        spec = period_field(self._tables.declaration)
        if spec is None:
            return
        cases = self._tables.records[""].table
        first, last = cases.c[f"{spec.name}__start"], cases.c[f"{spec.name}__end"]
        chosen, given = only(cases.c.id, case_ids)
        wanted = sa.select(cases.c.id, first, last).where(first.is_not(None), *chosen)
        for case_id, start, end in _raw(connection, wanted, given):
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


def only(
    column: sa.ColumnElement[Any], case_ids: Iterable[str] | None
) -> tuple[list[sa.ColumnElement[bool]], dict[str, str]]:
    """The condition that a case is one of those, and what it needs to know; nothing for all."""
    if case_ids is None:
        return [], {}
    each = sa.func.json_each(sa.bindparam("cases")).table_valued("value")
    return [column.in_(sa.select(each.c.value))], {"cases": json.dumps(list(case_ids))}


def _raw(connection: sa.Connection, wanted: sa.Select[Any], given: Mapping[str, str]) -> Iterator[Any]:
    """Rows straight from the driver: of a hundred thousand cases those of SQLAlchemy cost more than all else."""
    driver: Any = connection.connection.driver_connection
    compiled = wanted.compile(dialect=connection.dialect)
    rows: Iterator[Any] = driver.execute(str(compiled), [given[name] for name in compiled.positiontup or ()])
    return rows
