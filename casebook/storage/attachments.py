"""Files kept inside the library, each under the SHA-256 of its content."""

import hashlib
import secrets
from contextlib import suppress
from pathlib import Path

import sqlalchemy as sa

from casebook.domain.errors import LibraryError, NotFoundError
from casebook.domain.fields import Kind
from casebook.domain.marking import _
from casebook.storage.database import Database
from casebook.storage.tables import Tables

LARGEST = 50 * 1024 * 1024
"""Bytes an attachment may have."""


class Attachments:
    """The files in an open library, as `Library.attachments`."""

    def __init__(self, database: Database, tables: Tables) -> None:
        """Made by the library."""
        self._database = database
        self._tables = tables
        self._blobs = tables.blobs

    def add(self, content: Path | bytes) -> str:
        """Keep a file and return its digest (SHA-256, lower-case hex); the same content is kept once.

        Raises:
            LibraryError: it is larger than 50 MB, cannot be read, or the disk is full.
            ReadOnlyError: the library is open for reading only.
        """
        data = _read(content) if isinstance(content, Path) else content
        if len(data) > LARGEST:
            raise LibraryError(
                _("The file is larger than 50 MB, so it was not attached. Link to it instead.")
            )
        digest = hashlib.sha256(data).hexdigest()
        there = sa.select(self._blobs.c.digest).where(self._blobs.c.digest == digest)
        with self._database.writing() as connection:
            if connection.scalar(there) is None:
                row = {"digest": digest, "size": len(data), "content": data}
                connection.execute(sa.insert(self._blobs), row)
        return digest

    def has(self, digest: str) -> bool:
        """Whether the library holds this file."""
        with self._database.reading() as connection:
            wanted = sa.select(self._blobs.c.digest).where(self._blobs.c.digest == digest)
            return connection.scalar(wanted) is not None

    def read(self, digest: str) -> bytes:
        """The content.

        Raises:
            NotFoundError: the library does not hold it.
            LibraryError: what it holds is not what was put in.
        """
        with self._database.reading() as connection:
            wanted = sa.select(self._blobs.c.content).where(self._blobs.c.digest == digest)
            content = connection.scalar(wanted)
        if content is None:
            raise NotFoundError(_("The library does not hold this file."))
        data = bytes(content)
        if hashlib.sha256(data).hexdigest() != digest:
            raise LibraryError(
                _("This file is damaged in the library. Restore it from a backup of the library.")
            )
        return data

    def size(self, digest: str) -> int:
        """Its size in bytes. Raises NotFoundError: the library does not hold it."""
        with self._database.reading() as connection:
            size = connection.scalar(sa.select(self._blobs.c.size).where(self._blobs.c.digest == digest))
        if size is None:
            raise NotFoundError(_("The library does not hold this file."))
        return int(size)

    def save_to(self, digest: str, path: Path) -> None:
        """Write the content to `path`, whole or not at all, replacing a file that is there.

        Raises:
            NotFoundError: the library does not hold it.
            LibraryError: the file cannot be written.
        """
        data = self.read(digest)
        part = path.with_name(f".{secrets.token_hex(8)}.part")
        try:
            part.write_bytes(data)
            part.replace(path)
        except OSError as error:
            raise LibraryError(
                _("“{name}” could not be written. Check the folder and the space on the disk.").format(
                    name=path.name
                )
            ) from error
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)

    def remove_unused(self) -> int:
        """Remove files no record names any more, as closing the library does; returns how many."""
        unused = sa.delete(self._blobs)
        for table in self._tables.records.values():
            for spec in table.fields:
                if spec.kind is Kind.FILE:
                    column = table.table.c[spec.name]
                    unused = unused.where(
                        self._blobs.c.digest.not_in(sa.select(column).where(column.is_not(None)))
                    )
        with self._database.writing() as connection:
            return connection.execute(unused).rowcount


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise LibraryError(
            _("“{name}” cannot be read, so it was not attached.").format(name=path.name)
        ) from error
