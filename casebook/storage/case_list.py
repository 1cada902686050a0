"""The list of cases: one narrow row each, kept in step with the case, read page by page."""

import json
import unicodedata
from collections.abc import Collection
from typing import Any

import sqlalchemy as sa

from casebook.domain.case import Case
from casebook.domain.completeness import completeness
from casebook.domain.records import Sensitivity
from casebook.storage.listing import CaseRow, ListQuery
from casebook.storage.record_table import Row
from casebook.storage.search import beginning, words_in
from casebook.storage.tables import Tables

PARTNERS = sa.text(
    """
    UPDATE case_list SET partners = (
        SELECT json_group_array(name) FROM (
            SELECT CASE WHEN r.short_name <> '' THEN r.short_name ELSE r.name END AS name
            FROM actors a JOIN actor_records r ON r.id = a.actor
            WHERE a.case_id = case_list.id GROUP BY r.id ORDER BY min(a.position)
        )
    ) WHERE id IN (SELECT value FROM json_each(:cases))
        OR id IN (SELECT case_id FROM case__actor_records
                  WHERE value IN (SELECT value FROM json_each(:renamed)))
    """
)
"""Names the partners of some cases anew, and of all cases that hold an actor whose name changed."""


WITH_WORD = """
    +case_list.number IN (SELECT rowid FROM word_index WHERE word_index MATCH :word{place} AND rowid > 0)
    OR +case_list.id IN (
        SELECT held.case_id FROM word_index
        JOIN search_text t ON t.number = -word_index.rowid JOIN held_records held ON held.record_id = t.entry_id
        WHERE word_index MATCH :word{place} AND word_index.rowid < 0
    )
"""
"""A word stands in the case or in a shared record it holds; the plus signs keep SQLite from taking two ways at once."""


class CaseList:
    """Reads and writes the rows of the list, inside the caller's transaction."""

    def __init__(self, tables: Tables) -> None:
        """Takes the tables of the library."""
        self._list = tables.case_list

    def update(self, connection: sa.Connection, case: Case, at: str, by: str) -> bool:
        """Write the row of a case anew; False when it has none."""
        written = sa.update(self._list).where(self._list.c.id == case.id)
        return connection.execute(written, list_row(case, at, by)).rowcount == 1

    def name_partners(
        self, connection: sa.Connection, cases: Collection[str], renamed: Collection[str]
    ) -> None:
        """Fill in the partners of `cases`, and of every case that holds one of the `renamed` actors."""
        lists = {"cases": json.dumps(list(cases)), "renamed": json.dumps(list(renamed))}
        connection.execute(PARTNERS, lists)

    def numbers(self, connection: sa.Connection, cases: Collection[str]) -> dict[str, int]:
        """The number of each of these cases."""
        listed = self._list
        rows = connection.execute(sa.select(listed.c.id, listed.c.number).where(listed.c.id.in_(list(cases))))
        return {row.id: row.number for row in rows}

    def page(self, connection: sa.Connection, query: ListQuery) -> list[CaseRow]:
        """One page of rows."""
        listed = self._list
        wanted = sa.select(*(listed.c[name] for name in SHOWN)).where(*self._chosen(query))
        wanted = wanted.order_by(*self._order(query)).limit(query.limit).offset(query.offset)
        return [_case_row(row) for row in connection.execute(wanted).mappings()]

    def count(self, connection: sa.Connection, query: ListQuery) -> int:
        """How many rows there are on all pages."""
        counted = sa.select(sa.func.count()).select_from(self._list).where(*self._chosen(query))
        return connection.scalar(counted) or 0

    def ids(self, connection: sa.Connection, query: ListQuery) -> list[str]:
        """The ids on all pages, in order."""
        wanted = sa.select(self._list.c.id).where(*self._chosen(query)).order_by(*self._order(query))
        return list(connection.scalars(wanted))

    def _chosen(self, query: ListQuery) -> list[sa.ColumnElement[bool]]:
        listed = self._list
        chosen: list[sa.ColumnElement[bool]] = [
            listed.c.trashed_at != "" if query.trashed else listed.c.trashed_at == ""
        ]
        if query.statuses:
            chosen.append(listed.c.status.in_(query.statuses))
        if query.updated_by:
            chosen.append(listed.c.updated_by == query.updated_by)
        words = words_in(query.text)
        if query.text.strip() and not words:
            return [*chosen, sa.false()]
        return chosen + [_standing(place, word) for place, word in enumerate(words)]

    def _order(self, query: ListQuery) -> list[sa.ColumnElement[Any]]:
        if query.sort not in SHOWN:
            raise ValueError(f"the list cannot be sorted by {query.sort!r}")
        column = self._list.c[SORTED_BY.get(query.sort, query.sort)]
        columns = [column, self._list.c.number]
        ordered: list[sa.ColumnElement[Any]] = [
            part.desc() if query.descending else part.asc() for part in columns
        ]
        # What has no value stands last, whichever way the list is sorted.
        if query.sort in ("completeness", "sensitivity"):
            return ordered
        return [column == "", *ordered]


def _standing(place: int, word: str) -> sa.ColumnElement[bool]:
    name = f"word{place}"
    return sa.text(f"({WITH_WORD.format(place=place)})").bindparams(**{name: beginning(word)})  # type: ignore[return-value]


SHOWN = tuple(CaseRow.__annotations__)
SORTED_BY = {"title": "title_key", "period": "period_start"}


def list_row(case: Case, at: str, by: str) -> Row:
    """What the list shows of a case; its partners are filled in afterwards."""
    return {
        "ref_code": case.ref_code,
        "title": case.title,
        "title_key": sorting_key(case.title),
        "brief": case.brief,
        "countries": json.dumps(case.countries) if case.countries else "",
        "period": case.period.edtf if case.period else "",
        "period_start": case.period.sort_key[0].isoformat() if case.period else "",
        "status": case.status or "",
        "completeness": completeness(case).total,
        "sensitivity": int(case.sensitivity),
        "updated_at": case.stamp.updated_at or at,
        "updated_by": case.stamp.updated_by or by,
    }


def sorting_key(text: str) -> str:
    """`text` without accents and letter case, so that "Évian" stands beside "Evian"."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).strip()


def _case_row(row: Any) -> CaseRow:
    values = dict(row)
    for name in ("countries", "partners"):
        values[name] = tuple(json.loads(values[name])) if values[name] else ()
    return CaseRow(**{**values, "sensitivity": Sensitivity(values["sensitivity"]).key})
