"""Cases in the library: load, save what differs, list pages, Trash."""

from collections.abc import Iterable, Sequence
from itertools import islice

import sqlalchemy as sa

from casebook.domain.case import Case
from casebook.domain.changes import Change
from casebook.domain.errors import NotFoundError
from casebook.domain.marking import _
from casebook.domain.records import SharedRecord
from casebook.storage.case_list import CaseList
from casebook.storage.case_reader import CaseReader
from casebook.storage.case_writer import CaseWriter
from casebook.storage.database import Database
from casebook.storage.facet_reading import LIST
from casebook.storage.facets import Facets
from casebook.storage.finder import Finder
from casebook.storage.history import History, Note, described, utc_now
from casebook.storage.listing import CaseRow, ListQuery
from casebook.storage.search import matching_shared
from casebook.storage.tables import Tables

AT_ONCE = 50
"""Cases whose rows are held in memory while many are written."""

GONE = _("That case is no longer in the library. Nothing was changed.")


class CaseStore:
    """The cases of an open library, as `Library.cases`."""

    def __init__(
        self, database: Database, tables: Tables, history: History, finder: Finder, author: str
    ) -> None:
        """Made by the library; `author` signs what carries no stamp."""
        self._database = database
        self._tables = tables
        self._history = history
        self._author = author
        self._reader = CaseReader(tables)
        self._writer = CaseWriter(tables)
        self._list = CaseList(tables)
        self._facets = Facets(tables)
        self._finder = finder

    def load(self, case_id: str) -> Case:
        """The case with the shared records it holds or refers to.

        Raises:
            NotFoundError: the library has no such case.
            NotALibraryError: what the library holds of it is damaged.
        """
        with self._database.reading() as connection:
            case = self._reader.read(connection, case_id)
        if case is None:
            raise NotFoundError(_("The library has no such case."))
        return case

    def resolve(self, text: str) -> str:
        """The id of the case that `text` names by reference code (any letter case) or by id.

        Raises:
            NotFoundError: no case, or more than one, answers to it.
        """
        listed = self._tables.case_list
        name = text.strip()
        named = sa.or_(listed.c.id == name.lower(), sa.func.lower(listed.c.ref_code) == name.lower())
        wanted = sa.select(listed.c.id, listed.c.trashed_at).where(named, sa.true() if name else sa.false())
        with self._database.reading() as connection:
            rows = connection.execute(wanted).all()
        found = [row for row in rows if not row.trashed_at] or list(rows)
        if not found:
            raise NotFoundError(_("No case is called “{name}”.").format(name=name[:80]))
        if len(found) > 1:
            raise NotFoundError(
                _("More than one case is called “{name}”; use its id instead.").format(name=name[:80])
            )
        return str(found[0].id)

    def save(self, before: Case | None, after: Case, change: Change | None = None) -> None:
        """Write what differs between two states of a case, and the change into the history, in one transaction.

        `before` is None for a case that is new to the library. Stamps are written as the records carry them. A shared
        record that `before` does not hold and the library already has is kept as the library has it; leaving a case
        never deletes a shared record.

        Raises:
            ReadOnlyError: the library is open for reading only.
            NotFoundError: the case is no longer in the library.
            LibraryError: the disk is full or refuses, or a link points to nothing; nothing was written.
            ChangeError: the change does not fit `before`; nothing was written.
        """
        self.save_all([(before, after, change)])

    def save_all(self, changed: Sequence[tuple[Case | None, Case, Change | None]]) -> None:
        """Write several cases, each as `save` does, in one transaction: all or none. Raises as `save` does."""
        notes: list[tuple[str, Note]] = []
        for before, after, change in changed:
            what, plain = described(before, after, change)
            at, by = self._stamp(after)
            notes.append((after.id, Note(what=what, change=plain, by=by, at=at)))
        with self._database.writing() as connection:
            for (before, after, _change), (case_id, note) in zip(changed, notes, strict=True):
                self._writer.write(connection, [(before, after)], note.at, note.by)
                self._history.append(connection, case_id, note)

    def add_all(self, cases: Iterable[Case]) -> int:
        """Write many new cases in one transaction; returns how many. Raises as `save` does; all or none."""
        count, waiting = 0, iter(cases)
        with self._database.writing() as connection:
            while some := list(islice(waiting, AT_ONCE)):
                self._writer.write(connection, [(None, case) for case in some], utc_now(), self._author)
                for case in some:
                    what, plain = described(None, case, None)
                    at, by = self._stamp(case)
                    self._history.append(connection, case.id, Note(what=what, change=plain, by=by, at=at))
                count += len(some)
        return count

    def page(self, query: ListQuery) -> list[CaseRow]:
        """The lines of one page of the list."""
        with self._database.reading() as connection:
            numbers = self._finder.listed(connection, query)
            return self._list.rows(connection, numbers[query.offset : query.offset + query.limit])

    def count(self, query: ListQuery) -> int:
        """How many cases the query has on all its pages."""
        with self._database.reading() as connection:
            return len(self._finder.cases(connection, query))

    def ids(self, query: ListQuery) -> list[str]:
        """The ids of all cases of the query, on all its pages, in its order."""
        with self._database.reading() as connection:
            return self._list.ids(connection, self._finder.listed(connection, query))

    def trash(self, case_id: str) -> None:
        """Move the case to the Trash. Raises NotFoundError, ReadOnlyError."""
        _none_missing(self.trash_all([case_id]))

    def restore(self, case_id: str) -> None:
        """Take the case out of the Trash. Raises NotFoundError, ReadOnlyError."""
        _none_missing(self.restore_all([case_id]))

    def trash_all(self, case_ids: Sequence[str]) -> frozenset[str]:
        """Move cases to the Trash in one transaction; the ids of those the library has. Raises ReadOnlyError."""
        return self._mark(case_ids, utc_now(), _("Moved to the Trash"), "trash")

    def restore_all(self, case_ids: Sequence[str]) -> frozenset[str]:
        """Take cases out of the Trash in one transaction; the ids of those the library has. Raises ReadOnlyError."""
        return self._mark(case_ids, "", _("Taken out of the Trash"), "restore")

    def delete(self, case_id: str) -> None:
        """Remove the case and its history for good; shared records stay. Raises NotFoundError, ReadOnlyError."""
        cases = self._tables.records[""].table
        with self._database.writing() as connection, self._facets.following(connection, [case_id], None):
            gone = connection.execute(sa.delete(cases).where(cases.c.id == case_id)).rowcount
            if not gone:
                raise NotFoundError(GONE)

    def references(self) -> dict[str, str]:
        """The ids of all cases that have a reference code, by that code; those in the Trash too."""
        listed = self._tables.case_list
        wanted = sa.select(listed.c.ref_code, listed.c.id).where(listed.c.ref_code != "")
        with self._database.reading() as connection:
            return {row[0]: row[1] for row in connection.execute(wanted)}

    def next_reference(self, country: str, year: int) -> str:
        """The next free reference code for a country (alpha-2) and a year: "LR-2003-001"."""
        start = f"{country.upper()}-{year:04d}-"
        listed = self._tables.case_list
        taken = sa.select(listed.c.ref_code).where(listed.c.ref_code.startswith(start, autoescape=True))
        with self._database.reading() as connection:
            codes = connection.scalars(taken).all()
        ends = [code[len(start) :] for code in codes]
        # Digits of a file from outside may be any length, in any script.
        numbers = [int(end) for end in ends if end.isascii() and end.isdigit() and len(end) < 9]
        return f"{start}{max(numbers, default=0) + 1:03d}"

    def shared(self, section_key: str, text: str = "", limit: int = 20) -> tuple[SharedRecord, ...]:
        """Shared records whose words begin with the words of `text`, best match first; latest first without text.

        Records in the Trash are left out.
        """
        table = self._tables.records[section_key].table
        with self._database.reading() as connection:
            if text.strip():
                ids = matching_shared(connection, section_key, text, limit)
            else:
                latest = sa.select(table.c.id).order_by(table.c.updated_at.desc(), table.c.id.desc())
                ids = list(connection.scalars(latest.where(~table.c.trashed).limit(limit)))
            records = self._reader.shared(connection, section_key, ids)
        return tuple(record for record in records if not record.trashed)

    def with_field(self, section_key: str, field: str) -> tuple[SharedRecord, ...]:
        """Every shared record of a section in which a text field is filled in; those in the Trash too."""
        table = self._tables.records[section_key].table
        filled = sa.select(table.c.id).where(sa.func.trim(table.c[field]) != "").order_by(table.c.id)
        with self._database.reading() as connection:
            return tuple(self._reader.shared(connection, section_key, list(connection.scalars(filled))))

    def trashed_ids(self) -> frozenset[str]:
        """Ids of all cases and shared records that lie in the Trash."""
        listed = self._tables.case_list
        wanted = [sa.select(listed.c.id).where(listed.c.trashed_at != "")]
        wanted += [sa.select(part.table.c.id).where(part.table.c.trashed) for part in self._tables.shared]
        with self._database.reading() as connection:
            return frozenset(connection.scalars(sa.union_all(*wanted)))

    def _stamp(self, case: Case) -> tuple[str, str]:
        return case.stamp.updated_at or utc_now(), case.stamp.updated_by or self._author

    def _mark(self, case_ids: Sequence[str], trashed_at: str, what: str, verb: str) -> frozenset[str]:
        listed = self._tables.case_list
        with self._database.writing() as connection:
            here = list(self._list.numbers(connection, case_ids))
            if not here:
                return frozenset()
            with self._facets.following(connection, here, {LIST}):
                marked = sa.update(listed).where(listed.c.id == sa.bindparam("case"))
                connection.execute(
                    marked.values(trashed_at=trashed_at), [{"case": case_id} for case_id in here]
                )
            note = Note(what=what, change={"do": verb}, by=self._author, at=utc_now())
            self._history.append_to_all(connection, here, note)
        return frozenset(here)


def _none_missing(moved: frozenset[str]) -> None:
    if not moved:
        raise NotFoundError(GONE)
