"""A library file: create, open, close; its key, its lock, its checks."""

import hmac
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from casebook.domain.case import CASE
from casebook.domain.declaration import Declaration
from casebook.domain.errors import CasebookError, LibraryError
from casebook.domain.marking import _
from casebook.storage.attachments import Attachments
from casebook.storage.case_facts import FactReader
from casebook.storage.case_places import CasePlaces
from casebook.storage.cases import CaseStore
from casebook.storage.collections import Collections
from casebook.storage.copying import copy_library, problems
from casebook.storage.database import Database, as_key
from casebook.storage.exports import Exports
from casebook.storage.file_kind import FileKind, kind_of
from casebook.storage.finder import Finder
from casebook.storage.history import History
from casebook.storage.indexing import Reindexing
from casebook.storage.lock import LibraryLock
from casebook.storage.lookup import Lookup
from casebook.storage.making import make_file
from casebook.storage.migration import MIGRATIONS, Migration, latest_of, migrate
from casebook.storage.opening import needed_key, open_driver, refuse_older, refuse_unwritable
from casebook.storage.protecting import remove_leftovers
from casebook.storage.shared_records import SharedRecords
from casebook.storage.shelf import Shelf
from casebook.storage.tables import tables_for
from casebook.storage.term_counts import TermCounts
from casebook.storage.term_use import TermUse
from casebook.storage.title_search import TitleSearch
from casebook.storage.trait_store import TraitStore


class Library:
    """An open library; used from the thread that opened it. A context manager that closes it.

    Background work opens its own, `read_only=True`, takes values, or takes `attachments_apart`.
    """

    path: Path
    name: str
    """The file name without its ending."""
    encrypted: bool
    read_only: bool
    author: str
    declaration: Declaration
    cases: CaseStore
    history: History
    attachments: Attachments
    exports: Exports
    shelf: Shelf
    records: SharedRecords
    counts: TermCounts
    lookup: Lookup
    places: CasePlaces
    traits: TraitStore
    titles: TitleSearch
    facts: FactReader
    collections: Collections

    def __init__(self, path: Path, database: Database, lock: LibraryLock | None, passphrase: str) -> None:
        """Use `create` or `open`."""
        self.path = path
        self.name = path.stem
        self.encrypted = bool(passphrase)
        self.read_only = database.read_only
        self._database = database
        self._lock = lock
        self._passphrase = passphrase
        self._closed = False

    @classmethod
    def create(
        cls, path: Path, *, passphrase: str = "", author: str = "", declaration: Declaration = CASE
    ) -> Self:
        """Make a new library and open it. With a passphrase the whole file is encrypted.

        Raises:
            LibraryError: there is a file of that name already, or the folder cannot be written to.
        """
        path = path.absolute()
        if path.exists():
            raise LibraryError(
                _(
                    "There is a file called “{name}” already. It was left as it is; choose another name."
                ).format(name=path.name)
            )
        make_file(path, passphrase, declaration)
        return cls.open(path, passphrase=passphrase, author=author, declaration=declaration)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        passphrase: str = "",
        read_only: bool = False,
        author: str = "",
        declaration: Declaration = CASE,
        migrations: tuple[Migration, ...] = MIGRATIONS,
    ) -> Self:
        """Open a library; one from an older version is brought up to date after a copy is made beside it.

        Raises:
            LibraryInUseError: another window or process has it open; it may be opened `read_only`.
            WrongPassphraseError: it is protected, and this (or none) is not its passphrase.
            NewerLibraryError: it was written by a newer version.
            NotALibraryError: the file is something else, damaged or cut short.
            LibraryError: there is no such file, or it cannot be read or written. Whatever is refused is left untouched.
        """
        path = path.absolute()
        key = needed_key(path, passphrase, latest_of(migrations))
        with ExitStack() as undone:
            lock = None if read_only else LibraryLock(path)
            if lock is not None:
                refuse_unwritable(path)
                lock.acquire(author)
                undone.callback(lock.release)
                remove_leftovers(path)
            driver = open_driver(path, key, latest_of(migrations), read_only)
            undone.callback(driver.close)
            library = cls(path, Database(driver, read_only=read_only), lock, key)
            library._set_up(author, declaration, migrations)
            # All went well: from here on closing the library does what would have been undone.
            undone.pop_all()
        return library

    def _set_up(self, author: str, declaration: Declaration, migrations: tuple[Migration, ...]) -> None:
        database, tables = self._database, tables_for(declaration)
        self.author, self.declaration = author, declaration
        self.history = History(database, tables)
        finder = Finder(tables)
        self.cases = CaseStore(database, tables, self.history, finder, author)
        self.lookup = Lookup(database, tables, finder)
        self.attachments = Attachments(database, tables)
        self.exports = Exports(database, tables, author)
        self.shelf = Shelf(database, tables, author)
        self.records = SharedRecords(database, tables, self.history, author)
        self.counts = TermCounts(database, tables)
        self.places = CasePlaces(database, tables)
        self.traits = TraitStore(database, tables)
        self.titles = TitleSearch(database)
        self.facts = FactReader(database, tables)
        self.collections = Collections(database, tables, author)
        if self.read_only:
            refuse_older(database.driver, latest_of(migrations))
        else:
            migrate(database, self.path, self._passphrase, tables, migrations)
            database.driver.execute("PRAGMA journal_mode = WAL")

    def interrupt(self) -> None:
        """Stop what is being read now, from any thread: the reader is told that it was stopped."""
        self._database.interrupt()

    def rest(self) -> None:
        """Give back the memory that what was read last took; for one that waits long for the next question."""
        self._database.rest()

    def opens_with(self, passphrase: str) -> bool:
        """Whether this is the passphrase it was opened with."""
        return hmac.compare_digest(as_key(passphrase), as_key(self._passphrase))

    @staticmethod
    def is_encrypted(path: Path) -> bool:
        """Whether the file looks like a library that a passphrase protects; False when there is no such file."""
        try:
            return kind_of(path, latest_of(MIGRATIONS)) is FileKind.ENCRYPTED
        except LibraryError:
            return False

    def problems(self) -> list[str]:
        """What SQLite's own checks find wrong with the file; empty when it is sound. Reads all of it."""
        return problems(self._database.driver)

    def reindex(self, progress: Callable[[int, int], None], cancelled: Callable[[], bool] = bool) -> bool:
        """Make the search index anew from the cases; False, and all is as it was, when it is cancelled in between.

        Raises:
            ReadOnlyError: the library is open for reading only.
            LibraryError: the disk is full or refuses; all is as it was.
        """
        return Reindexing(tables_for(self.declaration)).run(self._database, progress, cancelled)

    def backup_to(self, path: Path, *, replace: bool = False) -> None:
        """Write a checked copy to `path`, under the same passphrase, whole or not at all.

        Raises:
            LibraryError: there is such a file already (unless `replace`), or the copy cannot be written or read back.
        """
        if path.absolute() == self.path:
            raise LibraryError(_("A library cannot be copied onto itself. Choose another name."))
        copy_library(self._database.driver, path.absolute(), self._passphrase, replace=replace)

    def copying_to(self, path: Path) -> Callable[[], None]:
        """A step that does what `backup_to` does, replacing what is there, and may be taken in any thread."""
        source, target, passphrase = self.path, path.absolute(), self._passphrase
        if target == source:
            raise LibraryError(_("A library cannot be copied onto itself. Choose another name."))

        def copy() -> None:
            driver = open_driver(source, passphrase, latest_of(MIGRATIONS), read_only=True)
            try:
                copy_library(driver, target, passphrase, replace=True)
            finally:
                driver.close()

        return copy

    def opening_apart(self) -> Callable[[], "Library"]:
        """A step that opens this library once more, for reading, and may be taken in any thread; close what it gives."""
        path, passphrase, declaration = self.path, self._passphrase, self.declaration
        return lambda: Library.open(path, passphrase=passphrase, read_only=True, declaration=declaration)

    @contextmanager
    def attachments_apart(self) -> Iterator[Attachments]:
        """The attachments over a connection of their own, for work in another thread while the library is open.

        Raises:
            LibraryError: the file cannot be opened a second time.
        """
        with self._apart() as database:
            yield Attachments(database, tables_for(self.declaration))

    @contextmanager
    def term_use_apart(self) -> Iterator[TermUse]:
        """Which terms are in use, looked up over a connection of its own, in any thread while the library is open.

        Raises:
            LibraryError: the file cannot be opened a second time.
        """
        with self._apart() as database:
            yield TermUse(database, tables_for(self.declaration))

    @contextmanager
    def records_apart(self) -> Iterator[SharedRecords]:
        """The shared records over a connection of their own, for reading in another thread while the library is open.

        Raises:
            LibraryError: the file cannot be opened a second time.
        """
        tables = tables_for(self.declaration)
        with self._apart() as database:
            yield SharedRecords(database, tables, History(database, tables), self.author)

    @contextmanager
    def _apart(self) -> Iterator[Database]:
        driver = open_driver(self.path, self._passphrase, latest_of(MIGRATIONS), self.read_only)
        database = Database(driver, read_only=self.read_only)
        try:
            yield database
        finally:
            database.close()

    def close(self) -> None:
        """Put everything into the one file, let the lock go; closing twice does no harm."""
        if self._closed:
            return
        self._closed = True
        try:
            if not self.read_only:
                # Tidying is no reason to fail: what could not be removed now will be the next time.
                with suppress(CasebookError):
                    self.attachments.remove_unused()
        finally:
            self._database.close()
            if self._lock is not None:
                self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
