"""What a search needs beside the list: the order of what was found, the words around matches, and how it divides."""

from collections.abc import Collection, Sequence

from casebook.domain.wanted import words_wanted
from casebook.storage.case_list import CaseList
from casebook.storage.database import Database
from casebook.storage.facets import Facets
from casebook.storage.finder import Finder, Groups
from casebook.storage.listed import Listed
from casebook.storage.listing import CaseRow, ListQuery
from casebook.storage.record_names import record_names
from casebook.storage.snippets import Snippet, snippets
from casebook.storage.tables import Tables


class Lookup:
    """Answers questions about many cases at once, as `Library.lookup`; cases go by their numbers."""

    def __init__(self, database: Database, tables: Tables, finder: Finder) -> None:
        """Made by the library."""
        self._database = database
        self._tables = tables
        self._list = CaseList(tables)
        self._facets = Facets(tables)
        self._finder = finder

    def listed(self, query: ListQuery) -> Listed:
        """The numbers of all cases of the query, in its order."""
        with self._database.reading() as connection:
            return self._finder.listed(connection, query)

    def rows(self, numbers: Sequence[int]) -> list[CaseRow]:
        """The lines of these cases, in their order; those that are gone are left out."""
        with self._database.reading() as connection:
            return self._list.rows(connection, numbers)

    def ids(self, numbers: Sequence[int]) -> list[str]:
        """The ids of these cases, in their order; those that are gone are left out."""
        with self._database.reading() as connection:
            return self._list.ids(connection, numbers)

    def numbers(self, case_ids: Sequence[str]) -> list[int]:
        """The numbers of some cases, in no order; those that are gone are left out."""
        with self._database.reading() as connection:
            return list(self._list.numbers(connection, case_ids).values())

    def snippets(self, numbers: Sequence[int], query: ListQuery) -> dict[int, Snippet]:
        """Where each of these cases has the words of the query, by number; cases found without a word are left out."""
        with self._database.reading() as connection:
            return snippets(connection, numbers, words_wanted(query.wanted))

    def counts(self, query: ListQuery, facet: str, groups: Groups | None = None) -> dict[str, int]:
        """How many cases of the query count under each value of a facet, or under any value of each group."""
        with self._database.reading() as connection:
            among = self._finder.cases(connection, query)
            return self._finder.counts(connection, facet, among, groups)

    def values(self, facet: str) -> list[str]:
        """Every value of a facet that some case has."""
        with self._database.reading() as connection:
            return list(self._facets.values(connection, facet))

    def names(self, section: str, record_ids: Collection[str]) -> dict[str, str]:
        """What shared records are called: their short form, else their summary."""
        with self._database.reading() as connection:
            return record_names(connection, self._tables.records[section], record_ids)
