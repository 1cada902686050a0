"""Finds cases: what is wanted becomes one set of case numbers, put in order."""

import json
from array import array
from collections.abc import Collection, Iterable, Mapping
from functools import reduce
from operator import and_, or_
from typing import Any, TypeAlias

import sqlalchemy as sa
from pyroaring import BitMap

from casebook.domain.facets import BY, LISTED, STATE, TRASHED, YEAR, touches
from casebook.domain.wanted import (
    AmongCases,
    ChangedSince,
    Either,
    Every,
    HasRecord,
    HasValue,
    HasWords,
    InRange,
    Span,
    Wanted,
    Without,
    words_wanted,
)
from casebook.storage.facets import Facets
from casebook.storage.listed import Listed
from casebook.storage.listing import RELEVANCE, CaseRow, ListQuery
from casebook.storage.ranking import ranked
from casebook.storage.search import PER_CASE, SHARED
from casebook.storage.tables import Tables
from casebook.storage.words import beginning, side_by_side, words_in

SORTED_BY = {"title": "title_key", "period": "period_start"}
ALWAYS_FILLED = frozenset({"number", "completeness", "sensitivity"})

Groups = Mapping[str, Collection[str]]
"""Values of a facet that count as one, by a name for them."""

RANKED = 2000
"""Cases up to which the best are put first; of more, the latest are as good."""
REMEMBERED = 64
"""Answers kept until something is written: the next keystroke changes one word, a facet asks the same again."""

SHARED_ROWS = BitMap(range(SHARED, SHARED + PER_CASE))
"""Rows of the index of words that stand for shared records."""

Numbers: TypeAlias = "array[int]"
"""Case numbers in order."""


class Finder:
    """Answers questions inside the caller's transaction; the order of the list is kept until something is written."""

    def __init__(self, tables: Tables) -> None:
        """Takes the tables of the library."""
        self._tables = tables
        self._facets = Facets(tables)
        self._memory: dict[Wanted, BitMap] = {}
        self._orders: dict[str, tuple[Numbers, Numbers]] = {}
        self._state: tuple[int, int] | None = None
        self._last: tuple[ListQuery, Listed] | None = None

    def cases(self, connection: sa.Connection, query: ListQuery) -> BitMap:
        """The numbers of the cases of a query, on all its pages."""
        self._refresh(connection)
        found = self._facets.having(connection, STATE, (TRASHED if query.trashed else LISTED,))
        if query.statuses:
            found &= self._facets.having(connection, "status", query.statuses)
        if query.updated_by:
            found &= self._facets.having(connection, BY, (query.updated_by,))
        if query.text.strip():
            found &= self.numbers(connection, _words(query.text))
        return found & self.numbers(connection, query.wanted) if query.wanted != Every() else found

    def listed(self, connection: sa.Connection, query: ListQuery) -> Listed:
        """The numbers of the cases of a query, in its order.

        Raises:
            ValueError: the list has no such order.
        """
        self._refresh(connection)
        asked = query.whole
        if self._last is None or self._last[0] != asked:
            self._last = asked, self._in_order(connection, asked)
        return self._last[1]

    def numbers(self, connection: sa.Connection, wanted: Wanted) -> BitMap:
        """The numbers of the cases that have what is wanted, those in the Trash too."""
        if wanted not in self._memory:
            if len(self._memory) >= REMEMBERED:
                self._memory.clear()
            self._memory[wanted] = self._found(connection, wanted)
        return self._memory[wanted]

    def _found(self, connection: sa.Connection, wanted: Wanted) -> BitMap:
        if isinstance(wanted, Every):
            return reduce(and_, self._each(connection, wanted.parts), self._all(connection))
        if isinstance(wanted, Either):
            return reduce(or_, self._each(connection, wanted.parts), BitMap())
        if isinstance(wanted, Without):
            return self._all(connection) - self.numbers(connection, wanted.part)
        if isinstance(wanted, HasWords):
            return self._with_words(connection, wanted)
        if isinstance(wanted, HasValue):
            return self._facets.having(connection, wanted.facet, wanted.values)
        if isinstance(wanted, HasRecord):
            return self._with_record(connection, wanted)
        if isinstance(wanted, InRange):
            return self._in_range(connection, wanted)
        if isinstance(wanted, ChangedSince):
            return self._changed_since(connection, wanted)
        return self._among(connection, wanted)

    def counts(
        self, connection: sa.Connection, facet: str, among: BitMap, groups: Groups | None = None
    ) -> dict[str, int]:
        """How many of some cases count under each value of a facet, or under any value of each group.

        A value in no group stands alone; what none counts under is left out.
        """
        sets = self._facets.values(connection, facet)
        if groups is not None:
            every = {
                name: [sets[value] for value in values if value in sets] for name, values in groups.items()
            }
            alone = sets.keys() - {value for values in groups.values() for value in values}
            grouped = {name: BitMap.union(*some) for name, some in every.items() if some}
            sets = {value: sets[value] for value in alone} | grouped
        counted = ((value, among.intersection_cardinality(cases)) for value, cases in sets.items())
        return {value: number for value, number in counted if number}

    def _each(self, connection: sa.Connection, parts: Iterable[Wanted]) -> Iterable[BitMap]:
        return (self.numbers(connection, part) for part in parts)

    def _all(self, connection: sa.Connection) -> BitMap:
        return self._facets.having(connection, STATE, (LISTED, TRASHED))

    def _with_words(self, connection: sa.Connection, wanted: HasWords) -> BitMap:
        found = BitMap()
        for facet, value in wanted.values:
            found |= self._facets.having(connection, facet, (value,))
        if not wanted.words:
            return found
        if len(wanted.words) == 1 and not wanted.section:
            asked = f'"{wanted.words[0]}"' if wanted.whole else beginning(wanted.words[0])
            rows = BitMap(self._column(connection, _ROWS, asked))
            shared = [number - SHARED for number in rows & SHARED_ROWS]
            return found | (rows - SHARED_ROWS) | self._holding(connection, shared)
        asked = side_by_side(wanted.words, whole=wanted.whole)
        places = self._column(
            connection, _IN_SECTION if wanted.section else _PLACES, asked, *_named(wanted.section)
        )
        own = BitMap({place // PER_CASE for place in places if place >= PER_CASE})
        return found | own | self._holding(connection, [place for place in places if place < PER_CASE])

    def _with_record(self, connection: sa.Connection, wanted: HasRecord) -> BitMap:
        if not wanted.words:
            return BitMap()
        asked = " AND ".join(beginning(word) for word in wanted.words)
        rows = BitMap(self._column(connection, _ROWS, asked)) & SHARED_ROWS
        return self._holding(connection, [number - SHARED for number in rows], wanted.section)

    def _holding(self, connection: sa.Connection, places: list[int], section: str = "") -> BitMap:
        """The cases that hold one of the shared records whose texts have these numbers."""
        if not places:
            return BitMap()
        text, number = self._tables.search_text, _each_of("numbers")
        wanted = sa.select(text.c.section, text.c.entry_id).where(text.c.number.in_(sa.select(number)))
        records: dict[str, list[str]] = {}
        for key, record in connection.execute(wanted, {"numbers": json.dumps(places)}):
            if section in ("", key):
                records.setdefault(key, []).append(record)
        return reduce(or_, (self._facets.having(connection, *held) for held in records.items()), BitMap())

    def _in_range(self, connection: sa.Connection, wanted: InRange) -> BitMap:
        if wanted.span is Span.PERCENT:
            listed = self._tables.case_list
            within = listed.c.completeness.between(wanted.first, wanted.last)
            return BitMap(connection.scalars(sa.select(listed.c.number).where(within)))
        years = self._facets.values(connection, YEAR)
        within_them = (cases for year, cases in years.items() if touches(year, wanted.first, wanted.last))
        return BitMap.union(BitMap(), *within_them)

    def _changed_since(self, connection: sa.Connection, wanted: ChangedSince) -> BitMap:
        listed = self._tables.case_list
        return BitMap(connection.scalars(sa.select(listed.c.number).where(listed.c.updated_at >= wanted.at)))

    def _among(self, connection: sa.Connection, wanted: AmongCases) -> BitMap:
        listed = self._tables.case_list
        numbers = sa.select(listed.c.number).where(listed.c.id.in_(sa.select(_each_of("ids"))))
        return BitMap(connection.scalars(numbers, {"ids": json.dumps(sorted(wanted.ids))}))

    def _in_order(self, connection: sa.Connection, query: ListQuery) -> Listed:
        found = self.cases(connection, query)
        if query.sort == RELEVANCE:
            best = [number for number in self._telling(connection, query) if number in found]
            filled, empty = self._order(connection, "updated_at")
            return Listed(found, reversed(filled), reversed(empty), first=best)
        filled, empty = self._order(connection, query.sort)
        return Listed(found, *((reversed(filled), reversed(empty)) if query.descending else (filled, empty)))

    def _telling(self, connection: sa.Connection, query: ListQuery) -> list[int]:
        """The cases that answer best to the rarest of the words; none when all of them stand in most cases."""
        words = [one for one in words_wanted(Every((query.wanted, _words(query.text)))) if one.words]
        if not words:
            return []
        rarest = min(words, key=lambda one: len(self.numbers(connection, one)))
        return ranked(connection, rarest) if len(self.numbers(connection, rarest)) <= RANKED else []

    def _order(self, connection: sa.Connection, sort: str) -> tuple[Numbers, Numbers]:
        """All cases by one column, and those that have nothing in it: they stand last, whichever way it is sorted."""
        if sort not in self._orders:
            name = SORTED_BY.get(sort, sort)
            if sort not in CaseRow.__annotations__:
                raise ValueError(f"the list cannot be sorted by {sort!r}")
            column = self._tables.case_list.c[name]
            number = self._tables.case_list.c.number
            every = sa.select(number).order_by(column, number)
            if sort in ALWAYS_FILLED:
                self._orders[sort] = self._ordered(connection, every), array("I")
            else:
                self._orders[sort] = (
                    self._ordered(connection, every.where(column != "")),
                    self._ordered(connection, every.where(column == "")),
                )
        return self._orders[sort]

    def _refresh(self, connection: sa.Connection) -> None:
        """Forget what was kept once anything was written, here or elsewhere."""
        driver: Any = connection.connection.driver_connection
        state = (driver.execute("PRAGMA data_version").fetchone()[0], driver.total_changes)
        if state != self._state:
            self._state, self._last = state, None
            self._orders.clear()
            self._memory.clear()

    def _column(self, connection: sa.Connection, statement: str, *values: object) -> list[int]:
        """The numbers in the first column of all rows, in no order: as one text, which is twice as fast as row by row."""
        driver: Any = connection.connection.driver_connection
        whole = f"SELECT json_group_array(number) FROM ({statement})"  # noqa: S608
        numbers: list[int] = json.loads(driver.execute(whole, values).fetchone()[0])
        return numbers

    def _ordered(self, connection: sa.Connection, statement: sa.Select[Any]) -> Numbers:
        driver: Any = connection.connection.driver_connection
        plain = str(statement.compile(dialect=connection.dialect, compile_kwargs={"literal_binds": True}))
        return array("I", (row[0] for row in driver.execute(plain)))


_ROWS = "SELECT rowid AS number FROM word_index WHERE word_index MATCH ?"
_PLACES = "SELECT rowid AS number FROM search_index WHERE search_index MATCH ?"
_IN_SECTION = (
    "SELECT search_index.rowid AS number FROM search_index JOIN search_text t ON t.number = search_index.rowid"
    " WHERE search_index MATCH ? AND t.section = ?"
)


def _named(section: str) -> tuple[str, ...]:
    return (section,) if section else ()


def _words(text: str) -> Wanted:
    """Every word of a plain text as the beginning of one; a text without any word is found nowhere."""
    found = words_in(text)
    return Every(tuple(HasWords((word,)) for word in found)) if found else Either()


def _each_of(name: str) -> sa.ColumnElement[Any]:
    """The values of a list that is given as JSON under this name: of any length, unlike a list of parameters."""
    return sa.func.json_each(sa.bindparam(name, type_=sa.Text)).table_valued("value").c.value
