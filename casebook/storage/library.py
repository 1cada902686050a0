"""A library file: create, open, close; its key, its lock, its checks."""

from pathlib import Path
from types import TracebackType
from typing import Self

from casebook.domain.case import CASE
from casebook.domain.declaration import Declaration
from casebook.storage.attachments import Attachments
from casebook.storage.cases import CaseStore
from casebook.storage.history import History
from casebook.storage.search import Search


class Library:
    """An open library; used from the thread that opened it. A context manager that closes it.

    Background work opens its own, `read_only=True`, or takes values.
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
    search: Search
    attachments: Attachments

    @classmethod
    def create(
        cls, path: Path, *, passphrase: str = "", author: str = "", declaration: Declaration = CASE
    ) -> Self:
        """Make a new library and open it. With a passphrase the whole file is encrypted.

        Raises:
            LibraryError: there is a file of that name already, or the folder cannot be written to.
        """
        raise NotImplementedError

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        passphrase: str = "",
        read_only: bool = False,
        author: str = "",
        declaration: Declaration = CASE,
    ) -> Self:
        """Open a library; one from an older version is brought up to date after a copy is made beside it.

        Raises:
            LibraryInUseError: another window or process has it open; it may be opened `read_only`.
            WrongPassphraseError: it is protected, and this (or none) is not its passphrase.
            NewerLibraryError: it was written by a newer version.
            NotALibraryError: the file is something else, damaged or cut short.
            LibraryError: there is no such file, or it cannot be read or written. Whatever is refused is left untouched.
        """
        raise NotImplementedError

    @staticmethod
    def is_encrypted(path: Path) -> bool:
        """Whether the file looks like a library that a passphrase protects; False when there is no such file."""
        raise NotImplementedError

    def backup_to(self, path: Path, *, replace: bool = False) -> None:
        """Write a checked copy to `path`, under the same passphrase, whole or not at all.

        Raises:
            LibraryError: there is such a file already (unless `replace`), or the copy cannot be written or read back.
        """
        raise NotImplementedError

    def close(self) -> None:
        """Put everything into the one file, let the lock go; closing twice does no harm."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
