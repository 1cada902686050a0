"""Which terms of a vocabulary are in use, and in which cases; read off the declaration."""

import attrs
import sqlalchemy as sa

from casebook.storage.database import Database
from casebook.storage.record_table import RecordTable
from casebook.storage.tables import Tables

MOST = 500
"""Cases named at a time."""


@attrs.frozen(kw_only=True)
class UsedIn:
    """One case a term is used in."""

    case_id: str
    title: str
    ref_code: str
    trashed: bool


class TermUse:
    """Looks through all cases of a library, those in the Trash too, and through its shared records."""

    def __init__(self, database: Database, tables: Tables) -> None:
        """Made by the library."""
        self._database = database
        self._tables = tables

    def counts(self, vocabulary: str) -> dict[str, int]:
        """The number of cases that use each term; 0 for one that only a shared record of no case uses."""
        uses = self._uses(vocabulary)
        if uses is None:
            return {}
        counted = sa.select(uses.c.term, sa.func.count(uses.c.case_id.distinct())).group_by(uses.c.term)
        with self._database.reading() as connection:
            return {term: count for term, count in connection.execute(counted) if term}

    def cases(self, vocabulary: str, term_id: str) -> list[UsedIn]:
        """The cases that use a term, by title; the first MOST of them."""
        uses = self._uses(vocabulary)
        if uses is None:
            return []
        listed = self._tables.case_list
        using = sa.select(uses.c.case_id).where(uses.c.term == term_id)
        wanted = (
            sa.select(listed.c.id, listed.c.title, listed.c.ref_code, listed.c.trashed_at)
            .where(listed.c.id.in_(using))
            .order_by(listed.c.title_key, listed.c.id)
            .limit(MOST)
        )
        with self._database.reading() as connection:
            rows = connection.execute(wanted).all()
        return [UsedIn(case_id=row[0], title=row[1], ref_code=row[2], trashed=bool(row[3])) for row in rows]

    def _uses(self, vocabulary: str) -> sa.Subquery | None:
        """Every use as a row of case and term; the case is null for a shared record of no case."""
        parts = [
            self._column(held, spec.name, many=spec.many)
            for held in self._tables.records.values()
            for spec in held.fields
            if spec.vocabulary == vocabulary
        ]
        return sa.union_all(*parts).subquery() if parts else None

    def _column(self, held: RecordTable, field: str, *, many: bool) -> sa.Select[tuple[str, str]]:
        own = held.table
        owner = own.c.case_id if held.in_case else own.c.id
        source: sa.FromClause = own
        term = held.sides[field].c.value if many else own.c[field]
        if many:
            source = source.join(held.sides[field], held.sides[field].c.record_id == own.c.id)
        if held.shared:
            link = self._tables.held[held.key]
            source = source.outerjoin(link, link.c.value == own.c.id)
            owner = link.c.case_id
        return sa.select(owner.label("case_id"), term.label("term")).select_from(source).where(term != "")
