"""Dated copies of a library, pruned, checked and restorable."""

from datetime import datetime, timedelta
from pathlib import Path

import attrs

KEPT = 10
"""Copies that stay; older ones are removed."""
OFTEN = timedelta(days=1)
"""Age of the latest copy at which the next one is due."""


@attrs.frozen(kw_only=True)
class Backup:
    """One dated copy."""

    path: Path
    made_at: datetime
    """In UTC."""
    size: int
    """In bytes."""


class Backups:
    """The dated copies of one library file; needs only its path, so that a worker thread can make one."""

    def __init__(self, library: Path, folder: Path | None = None) -> None:
        """`folder` is "<name> backups" beside the library unless given."""
        raise NotImplementedError

    def all(self) -> list[Backup]:
        """The copies there are, latest first."""
        raise NotImplementedError

    def due(self, now: datetime | None = None) -> bool:
        """Whether the latest copy is older than a day, or there is none."""
        raise NotImplementedError

    def make(self, passphrase: str = "", now: datetime | None = None) -> Backup:
        """Copy the library as it is now, check the copy, and remove the oldest beyond ten.

        Safe beside the open library, in any thread: it opens its own connection, for reading only.

        Raises:
            LibraryError: the copy could not be written or did not pass its check; none is left half made.
        """
        raise NotImplementedError

    def restore(self, backup: Path, passphrase: str = "") -> Path:
        """Put a copy in the library's place; what was there is kept beside it. Returns where it is kept.

        Raises:
            LibraryInUseError: the library is open.
            LibraryError: the copy does not pass its check or cannot be put in place; the library is untouched.
        """
        raise NotImplementedError
