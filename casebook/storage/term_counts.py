"""Counts terms over many cases in the database itself: one grouping query, no case is read."""

import json
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from casebook.domain.dates import When
from casebook.domain.errors import DateError, NotALibraryError
from casebook.domain.fields import FieldSpec, Kind
from casebook.domain.grounds import Ground, is_record_link, terms_in
from casebook.domain.marking import _
from casebook.domain.measures import COUNT, Marks, Measure
from casebook.domain.records import Absence
from casebook.domain.tally import CaseHead, Count, Tally, ordered
from casebook.storage.database import Database
from casebook.storage.record_names import record_names
from casebook.storage.tables import Tables

Source = tuple[sa.FromClause, sa.ColumnElement[Any], sa.ColumnElement[Any], sa.ColumnElement[Any] | None]
"""Where the values are, the case's id, the value, and the measured value."""


class TermCounts:
    """The counts of an open library, as `Library.counts`; everything is counted, whatever it is marked."""

    def __init__(self, database: Database, tables: Tables) -> None:
        """Made by the library."""
        self._database = database
        self._tables = tables

    def tally(self, ground: Ground, measure: Measure = COUNT, case_ids: Sequence[str] | None = None) -> Tally:
        """The counts of a ground over some cases, in their order, or over all that are not in the Trash, by title.

        Raises:
            NotALibraryError: what the library holds is damaged.
        """
        with self._database.reading() as connection:
            heads = self._heads(connection, ground, case_ids)
            rows = connection.execute(*self._counted(ground, measure, case_ids)).all()
            try:
                counts, names = merged(rows, ground.value)
            except (ValueError, TypeError, DateError) as error:
                raise NotALibraryError(
                    _("A case is damaged in the library. Restore a backup of the library.")
                ) from error
            if is_record_link(ground.value, self._tables.declaration):
                target = self._tables.records[ground.value.to]
                names = record_names(connection, target, {count.term for count in counts})
        return Tally(ground=ground, measure=measure, cases=heads, counts=counts, names=names)

    def _heads(
        self, connection: sa.Connection, ground: Ground, case_ids: Sequence[str] | None
    ) -> tuple[CaseHead, ...]:
        listed, cases = self._tables.case_list, self._tables.records[""].table
        chosen, given = _chosen(listed.c.id, case_ids)
        wanted = sa.select(listed.c.id, listed.c.title, listed.c.ref_code, cases.c.absences).join_from(
            listed, cases, cases.c.id == listed.c.id
        )
        rows = connection.execute(
            wanted.where(*chosen, *self._not_trashed(case_ids)).order_by(listed.c.title_key, listed.c.number),
            given,
        )
        key = ground.section or ground.spec.name
        heads = {row[0]: _head(row, key) for row in rows}
        if case_ids is None:
            return tuple(heads.values())
        return tuple(heads[one] for one in dict.fromkeys(case_ids) if one in heads)

    def _counted(
        self, ground: Ground, measure: Measure, case_ids: Sequence[str] | None
    ) -> tuple[sa.Select[Any], dict[str, str]]:
        place, case_id, value, measured = self._place(ground, measure)
        listed = self._tables.case_list
        chosen, given = _chosen(case_id, case_ids)
        marks = sa.func.json_group_array(sa.distinct(measured)) if measured is not None else sa.literal("")
        if case_ids is None:
            place = place.join(listed, listed.c.id == case_id)
        counted = (
            sa.select(case_id, value, sa.func.count(), marks)
            .select_from(place)
            .where(value.is_not(None), *chosen, *self._not_trashed(case_ids))
            .group_by(case_id, value)
        )
        return counted, given

    def _place(self, ground: Ground, measure: Measure) -> Source:
        table = self._tables.records[ground.section]
        spec = ground.spec
        measured = table.table.c[measure.spec.name] if measure.spec is not None else None
        own = table.table.c.case_id if table.in_case else table.table.c.id
        if spec.many:
            side = table.sides[spec.name]
            place = side.join(table.table, table.table.c.id == side.c.record_id)
            return place, own, side.c.value, measured
        if ground.beyond is None:
            return table.table, own, table.table.c[spec.name], measured
        other = self._tables.records[spec.to].table
        place = table.table.join(other, other.c.id == table.table.c[spec.name])
        return place, own, other.c[ground.beyond.name], measured

    def _not_trashed(self, case_ids: Sequence[str] | None) -> list[sa.ColumnElement[bool]]:
        return [self._tables.case_list.c.trashed_at == ""] if case_ids is None else []


def _chosen(
    column: sa.ColumnElement[Any], case_ids: Sequence[str] | None
) -> tuple[list[sa.ColumnElement[bool]], dict[str, str]]:
    """The condition that a case is one of those chosen, and what it needs to know; nothing when all are."""
    if case_ids is None:
        return [], {}
    each = sa.func.json_each(sa.bindparam("cases")).table_valued("value")
    return [column.in_(sa.select(each.c.value))], {"cases": json.dumps(list(case_ids))}


def _head(row: Any, key: str) -> CaseHead:
    ident, title, ref_code, absences = row
    absence = json.loads(absences).get(key) if absences != "{}" else None
    return CaseHead(id=ident, title=title, ref_code=ref_code, absence=Absence(absence) if absence else None)


def merged(rows: Sequence[Any], spec: FieldSpec) -> tuple[tuple[Count, ...], dict[str, str]]:
    """Counts by term from counts by stored value, and the words that terms came with.

    Several values may stand for one term, and one value, such as an interval of dates, for several.
    """
    names: dict[str, str] = {}
    terms_of: dict[Any, tuple[str, ...]] = {}
    if spec.vocabulary:
        # A term stands for itself: by far the most frequent ground, and nothing has to be looked at twice.
        return tuple(
            Count(case, term, many, _marks(marks)) for case, term, many, marks in rows if term
        ), names
    counts: dict[tuple[str, str], Count] = {}
    for case, value, many, marks in rows:
        found = terms_of.get(value)
        if found is None:
            found = terms_of[value] = tuple(_terms(spec, value, names))
        for term in found:
            before = counts.get((case, term))
            fresh = _marks(marks)
            counts[case, term] = (
                Count(case, term, many, fresh)
                if before is None
                else Count(case, term, before.number + many, ordered({*before.marks, *fresh}))
            )
    return tuple(counts.values()), names


def _terms(spec: FieldSpec, value: Any, names: dict[str, str]) -> Iterator[str]:
    held = When(value) if spec.kind is Kind.WHEN else value
    for term, words in terms_in(spec, (held,) if spec.many else held):
        if words:
            names.setdefault(term, words)
        yield term


@lru_cache(maxsize=4096)
def _marks(text: str) -> Marks:
    return ordered(str(mark) for mark in json.loads(text) if mark is not None) if text else ()
