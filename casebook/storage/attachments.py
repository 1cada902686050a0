"""Files kept inside the library, each under the SHA-256 of its content."""

from pathlib import Path

LARGEST = 50 * 1024 * 1024
"""Bytes an attachment may have."""


class Attachments:
    """The files in an open library, as `Library.attachments`."""

    def add(self, content: Path | bytes) -> str:
        """Keep a file and return its digest (SHA-256, lower-case hex); the same content is kept once.

        Raises:
            LibraryError: it is larger than 50 MB, cannot be read, or the disk is full.
            ReadOnlyError: the library is open for reading only.
        """
        raise NotImplementedError

    def has(self, digest: str) -> bool:
        """Whether the library holds this file."""
        raise NotImplementedError

    def read(self, digest: str) -> bytes:
        """The content. Raises NotFoundError: the library does not hold it."""
        raise NotImplementedError

    def size(self, digest: str) -> int:
        """Its size in bytes. Raises NotFoundError: the library does not hold it."""
        raise NotImplementedError

    def save_to(self, digest: str, path: Path) -> None:
        """Write the content to `path`, whole or not at all, replacing a file that is there.

        Raises:
            NotFoundError: the library does not hold it.
            LibraryError: the file cannot be written.
        """
        raise NotImplementedError

    def remove_unused(self) -> int:
        """Remove files no record names any more, as closing the library does; returns how many."""
        raise NotImplementedError
