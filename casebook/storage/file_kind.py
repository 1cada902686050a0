"""What kind of file is this, told from its bytes before anything opens it as a database."""

from enum import Enum
from pathlib import Path

from casebook.domain.errors import LibraryError, NewerLibraryError, NotALibraryError
from casebook.domain.marking import _

APPLICATION_ID = 0x4373426B
""" "CsBk" in ASCII: marks a SQLite file as a library."""

MAGIC = b"SQLite format 3\x00"
PAGE = 4096
"""Page size of our files, in bytes (SQLite's and SQLCipher's default)."""

RANDOM_ENOUGH = 240
"""Different byte values in the first page from which it counts as encrypted; 4096 random bytes have nearly all 256."""


class FileKind(Enum):
    """How a library has to be opened."""

    PLAIN = "plain"
    ENCRYPTED = "encrypted"


def kind_of(path: Path, latest: int) -> FileKind:
    """Tell a plain from an encrypted library; `latest` is the newest layout this version knows.

    Offsets are those of sqlite.org/fileformat2.html, section 1.3.

    Raises:
        LibraryError: there is no such file, or it may not be read.
        NotALibraryError: it is a folder, empty, or another kind of file.
        NewerLibraryError: a newer version wrote it.
    """
    head = _head(path)
    if head.startswith(MAGIC):
        if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
            raise NotALibraryError(
                _("“{name}” was made by another program and is not a Casebook library.").format(
                    name=path.name
                )
            )
        refuse_newer(int.from_bytes(head[60:64], "big"), latest)
        return FileKind.PLAIN
    if len(head) == PAGE and len(set(head)) >= RANDOM_ENOUGH and path.stat().st_size % PAGE == 0:
        return FileKind.ENCRYPTED
    raise NotALibraryError(
        _("“{name}” is not a Casebook library, or part of it is missing. Nothing was changed.").format(
            name=path.name
        )
    )


def refuse_newer(version: int, latest: int) -> None:
    """Raise NewerLibraryError if a library of layout `version` is beyond what this version knows."""
    if version > latest:
        raise NewerLibraryError(
            _(
                "This library was written by a newer version of Casebook. Update Casebook to open it; nothing was changed."
            )
        )


def _head(path: Path) -> bytes:
    if path.is_dir():
        raise NotALibraryError(_("“{name}” is a folder, not a Casebook library.").format(name=path.name))
    try:
        with path.open("rb") as file:
            head = file.read(PAGE)
    except FileNotFoundError as error:
        raise LibraryError(_("There is no library called “{name}” there.").format(name=path.name)) from error
    except OSError as error:
        raise LibraryError(
            _("“{name}” may not be read. Nothing was changed.").format(name=path.name)
        ) from error
    if not head:
        raise NotALibraryError(_("“{name}” is empty; it is not a Casebook library.").format(name=path.name))
    return head
