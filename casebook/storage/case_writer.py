"""Writes cases: the rows that differ, the list, the search index."""

import json
from collections.abc import Collection, Sequence
from itertools import chain
from typing import Any

import attrs
import sqlalchemy as sa

from casebook.domain.case import Case
from casebook.domain.errors import NotFoundError
from casebook.domain.facets import tells_apart
from casebook.domain.fields import field_specs
from casebook.domain.marking import _
from casebook.domain.records import SharedRecord
from casebook.domain.sections.registry import Actor
from casebook.storage.case_list import CaseList, list_row
from casebook.storage.differences import Differences, arriving
from casebook.storage.facets import Facets
from casebook.storage.record_table import Row
from casebook.storage.search import PER_CASE, SHARED
from casebook.storage.tables import Tables
from casebook.storage.writes import Writes

Pair = tuple[Case | None, Case]
"""A case as the library holds it (None when it is new) and as it is to be."""

RecordPair = tuple[SharedRecord | None, SharedRecord]
"""A shared record as the library holds it (None when it is new) and as it is to be."""

FORGOTTEN = sa.text("DELETE FROM word_index WHERE rowid = :number")

REWORDED = sa.text(
    """
    INSERT OR REPLACE INTO word_index (rowid, words)
    SELECT c.number, folded((SELECT coalesce(group_concat(t.title || ' ' || t.body, ' '), '')
                             FROM search_text t WHERE t.case_id = c.id))
    FROM case_list c WHERE c.id IN (SELECT value FROM json_each(:ids))
    UNION ALL
    SELECT :shared + t.number, folded(t.title || ' ' || t.body) FROM search_text t
    WHERE t.case_id IS NULL AND t.entry_id IN (SELECT value FROM json_each(:ids))
    """
)


class CaseWriter:
    """Writes within the caller's transaction."""

    def __init__(self, tables: Tables) -> None:
        """Takes the tables of the library."""
        self._tables = tables
        self._list = CaseList(tables)
        self._facets = Facets(tables)

    def write(self, connection: sa.Connection, pairs: list[Pair], at: str, by: str) -> None:
        """Write what differs in each pair; `at` and `by` stand in where a case has no stamp.

        Raises:
            NotFoundError: a case that is not new is not in the library.
        """
        writes = Writes()
        differences = Differences(self._tables, writes)
        known = self._known(connection, pairs)
        touched = self._touched(connection, pairs)
        new = {after.id for before, after in pairs if before is None}
        with self._facets.following(connection, touched.cases - new, touched.sections, new):
            for before, after in pairs:
                differences.gather(before, after, known)
                known |= set(chain.from_iterable(arriving(self._tables, before, after).values()))
                if before is None:
                    row = {"id": after.id, "partners": "", "trashed_at": "", **list_row(after, at, by)}
                    writes.insert(self._tables.case_list, row)
                elif not self._list.update(connection, after, at, by):
                    raise NotFoundError(_("That case is no longer in the library. Nothing was saved."))
            listed: tuple[list[str], list[str]] = ([after.id for _, after in pairs], _renamed(pairs))
            self._flush(connection, writes, differences, listed)

    def write_records(self, connection: sa.Connection, pairs: list[RecordPair]) -> None:
        """Write what differs in each pair of states of a shared record, for all cases that hold it."""
        writes = Writes()
        differences = Differences(self._tables, writes)
        for before, after in pairs:
            key = after.__section__.key  # type: ignore[attr-defined]
            differences.gather_record(self._tables.records[key], before, after)
        renamed: list[str] = [after.id for before, after in pairs if _other_name(before, after)]
        holders: set[str] = set()
        sections = {after.__section__.key for _, after in pairs}  # type: ignore[attr-defined]
        for key in sections:
            told = [after for _, after in pairs if after.__section__.key == key]  # type: ignore[attr-defined]
            retold = _told_apart_anew([before for before, _ in pairs if before is not None], told)
            holders |= self._facets.holders(connection, key, retold) if retold else set()
        with self._facets.following(connection, holders, sections):
            self._flush(connection, writes, differences, ([], renamed))

    def remove_records(self, connection: sa.Connection, section: str, ids: Collection[str]) -> None:
        """Remove shared records that nothing refers to, and what can be found of them."""
        writes = Writes()
        numbers = sa.select(self._tables.search_text.c.number)
        for ident in ids:
            here = self._tables.search_text.c.entry_id == ident
            for number in connection.scalars(numbers.where(here)).all():
                connection.execute(FORGOTTEN, {"number": SHARED + number})
            writes.remove(self._tables.search_text, {"entry_id": ident})
            writes.remove(self._tables.records[section].table, {"id": ident})
        writes.flush(connection)

    def _flush(
        self,
        connection: sa.Connection,
        writes: Writes,
        differences: Differences,
        listed: tuple[list[str], list[str]],
    ) -> None:
        """Write all that was gathered; `listed` are the cases whose partners are named anew, and renamed actors."""
        texts = writes.taken(self._tables.search_text)
        writes.flush(connection)
        self._list.name_partners(connection, *listed)
        self._index(connection, texts)
        connection.execute(REWORDED, {"ids": json.dumps(list(differences.reworded)), "shared": SHARED})

    def _touched(self, connection: sa.Connection, pairs: list[Pair]) -> "_Touched":
        """What the facets have to be looked at for."""
        sections: set[str] = {""}
        others: set[str] = set()
        for before, after in pairs:
            changed = [
                key
                for key in self._tables.records
                if key and _records(before, key) is not _records(after, key)
            ]
            sections.update(changed)
            for key in changed:
                if self._tables.records[key].shared and before is not None:
                    retold = _told_apart_anew(_records(before, key), _records(after, key))
                    others |= self._facets.holders(connection, key, retold) if retold else set()
        return _Touched(cases={after.id for _, after in pairs} | others, sections=frozenset(sections))

    def _known(self, connection: sa.Connection, pairs: list[Pair]) -> set[str]:
        """Ids of the shared records that come into a case and that the library has already."""
        known: set[str] = set()
        for table in self._tables.shared:
            wanted = set(
                chain.from_iterable(
                    arriving(self._tables, before, after)[table.key] for before, after in pairs
                )
            )
            if wanted:
                there = sa.select(table.table.c.id).where(table.table.c.id.in_(sorted(wanted)))
                known |= set(connection.scalars(there))
        return known

    def _index(self, connection: sa.Connection, texts: list[Row]) -> None:
        if not texts:
            return
        index = self._tables.search_text
        numbers = self._list.numbers(connection, {row["case_id"] for row in texts if row["case_id"]})
        following: dict[int, int] = {}
        for row in texts:
            base = numbers[row["case_id"]] * PER_CASE if row["case_id"] else 0
            if base not in following:
                here = sa.and_(index.c.number >= base, index.c.number < base + PER_CASE)
                following[base] = (
                    connection.scalar(sa.select(sa.func.max(index.c.number)).where(here)) or base
                )
            following[base] += 1
            row["number"] = following[base]
        connection.execute(sa.insert(index), texts)


@attrs.frozen(kw_only=True)
class _Touched:
    """Cases that are written or hold a shared record that is told apart anew, and the sections that change."""

    cases: set[str]
    sections: frozenset[str]


def _records(case: Case | None, key: str) -> tuple[Any, ...]:
    return getattr(case, key) if case is not None else ()


def _told_apart_anew(before: Sequence[Any], after: Sequence[Any]) -> list[str]:
    """Ids of the shared records of which a facet is another than before."""
    old = {record.id: record for record in before}
    return [
        record.id
        for record in after
        if (earlier := old.get(record.id)) is not None
        and earlier is not record
        and any(
            getattr(earlier, spec.name) != getattr(record, spec.name)
            for spec in field_specs(type(record))
            if tells_apart(spec)
        )
    ]


def _renamed(pairs: list[Pair]) -> list[str]:
    """Ids of the actors whose name, as lists show it, is another than before."""
    changed: list[str] = []
    for before, after in pairs:
        old: dict[str, Any] = {actor.id: actor for actor in before.actor_records} if before else {}
        for actor in after.actor_records:
            if _other_name(old.get(actor.id), actor):
                changed.append(actor.id)
    return changed


def _other_name(before: Any, after: Any) -> bool:
    """Whether an actor that was there before is called otherwise now; never so for other records."""
    if before is None or not isinstance(after, Actor):
        return False
    return (before.name, before.short_name) != (after.name, after.short_name)
