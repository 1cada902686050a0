"""Cases in the library: load, save what differs, list pages, Trash."""

from collections.abc import Iterable

from casebook.domain.case import Case
from casebook.domain.changes import Change
from casebook.domain.records import SharedRecord
from casebook.storage.listing import CaseRow, ListQuery


class CaseStore:
    """The cases of an open library, as `Library.cases`."""

    def load(self, case_id: str) -> Case:
        """The case with the shared records it holds or refers to.

        Raises:
            NotFoundError: the library has no such case.
        """
        raise NotImplementedError

    def resolve(self, text: str) -> str:
        """The id of the case that `text` names by reference code (any letter case) or by id.

        Raises:
            NotFoundError: no case, or more than one, answers to it.
        """
        raise NotImplementedError

    def save(self, before: Case | None, after: Case, change: Change | None = None) -> None:
        """Write what differs between two states of a case, and the change into the history, in one transaction.

        `before` is None for a case that is new to the library. Stamps are written as the records carry them. A shared
        record that `before` does not hold and the library already has is kept as the library has it; leaving a case
        never deletes a shared record.

        Raises:
            ReadOnlyError: the library is open for reading only.
            NotFoundError: the case is no longer in the library.
            LibraryError: the disk is full or refuses, or a link points to nothing; nothing was written.
        """
        raise NotImplementedError

    def add_all(self, cases: Iterable[Case]) -> int:
        """Write many new cases in one transaction; returns how many. Raises as `save` does; all or none."""
        raise NotImplementedError

    def page(self, query: ListQuery) -> list[CaseRow]:
        """The lines of one page of the list."""
        raise NotImplementedError

    def count(self, query: ListQuery) -> int:
        """How many cases the query has on all its pages."""
        raise NotImplementedError

    def ids(self, query: ListQuery) -> list[str]:
        """The ids of all cases of the query, on all its pages, in its order."""
        raise NotImplementedError

    def trash(self, case_id: str) -> None:
        """Move the case to the Trash. Raises NotFoundError, ReadOnlyError."""
        raise NotImplementedError

    def restore(self, case_id: str) -> None:
        """Take the case out of the Trash. Raises NotFoundError, ReadOnlyError."""
        raise NotImplementedError

    def delete(self, case_id: str) -> None:
        """Remove the case and its history for good; shared records stay. Raises NotFoundError, ReadOnlyError."""
        raise NotImplementedError

    def next_reference(self, country: str, year: int) -> str:
        """The next free reference code for a country (alpha-2) and a year: "LR-2003-001"."""
        raise NotImplementedError

    def shared(self, section_key: str, text: str = "", limit: int = 20) -> tuple[SharedRecord, ...]:
        """Shared records whose words begin with the words of `text`, best match first; latest first without text."""
        raise NotImplementedError

    def trashed_ids(self) -> frozenset[str]:
        """Ids of all cases and shared records that lie in the Trash."""
        raise NotImplementedError
