"""Dated copies of a library, pruned, checked and restorable."""

import re
import secrets
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import attrs
from sqlcipher3 import dbapi2 as sqlite

from casebook.domain.errors import LibraryError
from casebook.domain.marking import _
from casebook.storage.copying import copy_library, free_name
from casebook.storage.lock import LibraryLock
from casebook.storage.migration import MIGRATIONS, latest_of
from casebook.storage.opening import needed_key, open_driver
from casebook.storage.solitude import ReadElsewhereError, alone

KEPT = 10
"""Copies that stay; older ones are removed."""
OFTEN = timedelta(days=1)
"""Age of the latest copy at which the next one is due."""

DATED = "%Y-%m-%d %H.%M.%S"
_DATE = re.compile(r" (\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d)(?: \d+)?")


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
        self._library = library.absolute()
        self.folder = folder or library.with_name(f"{library.stem} backups")

    def all(self) -> list[Backup]:
        """The copies there are, latest first."""
        found: list[Backup] = []
        with suppress(OSError):
            for path in self.folder.iterdir():
                ours = path.name.startswith(self._library.stem) and path.suffix == self._library.suffix
                dated = _DATE.fullmatch(path.stem[len(self._library.stem) :]) if ours else None
                if dated and path.is_file():
                    with suppress(ValueError):
                        made_at = datetime.strptime(dated[1], DATED).replace(tzinfo=UTC)
                        found.append(Backup(path=path, made_at=made_at, size=path.stat().st_size))
        return sorted(found, key=lambda backup: (backup.made_at, backup.path.name), reverse=True)

    def due(self, now: datetime | None = None) -> bool:
        """Whether the latest copy is older than a day, or there is none."""
        backups = self.all()
        return not backups or (now or datetime.now(UTC)) - backups[0].made_at >= OFTEN

    def make(self, passphrase: str = "", now: datetime | None = None) -> Backup:
        """Copy the library as it is now, check the copy, and remove the oldest beyond ten.

        Safe beside the open library, in any thread: it opens its own connection, for reading only.

        Raises:
            LibraryError: the copy could not be written or did not pass its check; none is left half made.
        """
        made_at = (now or datetime.now(UTC)).astimezone(UTC)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryError(
                _("The folder for backups cannot be made, so none was made. The library is untouched.")
            ) from error
        name = f"{self._library.stem} {made_at.strftime(DATED)}{self._library.suffix}"
        path = free_name(self.folder / name)
        _copy(self._library, path, passphrase)
        for old in self.all()[KEPT:]:
            with suppress(OSError):
                old.path.unlink()
        return Backup(path=path, made_at=made_at.replace(microsecond=0), size=path.stat().st_size)

    def restore(self, backup: Path, passphrase: str = "") -> Path:
        """Put a copy in the library's place; what was there is kept beside it. Returns where it is kept.

        Raises:
            LibraryInUseError: the library is open.
            ReadElsewhereError: another window or program reads it.
            LibraryError: the copy does not pass its check or cannot be put in place; the library is untouched.
        """
        lock = LibraryLock(self._library)
        lock.acquire("")
        fresh = self._library.with_name(f".{self._library.name}.{secrets.token_hex(4)}.part")
        try:
            _copy(backup, fresh, passphrase)
            self._see_nobody_reads(passphrase)
            return self._exchange(fresh)
        finally:
            with suppress(OSError):
                fresh.unlink(missing_ok=True)
            lock.release()

    def _see_nobody_reads(self, passphrase: str) -> None:
        """Raise ReadElsewhereError if somebody does; what cannot be opened as a library, nobody reads."""
        latest = latest_of(MIGRATIONS)
        try:
            with alone(self._library, needed_key(self._library, passphrase, latest), latest):
                pass
        except ReadElsewhereError:
            raise
        except (LibraryError, sqlite.Error):
            return

    def _exchange(self, fresh: Path) -> Path:
        today = datetime.now(UTC).astimezone().strftime("%Y-%m-%d")
        name = f"{self._library.stem} before restore {today}{self._library.suffix}"
        kept = free_name(self._library.with_name(name))
        try:
            # A library that was never closed has a log beside it that belongs to it, wherever it goes.
            for ending in ("-wal", ""):
                there = self._library.with_name(self._library.name + ending)
                if there.exists():
                    there.replace(kept.with_name(kept.name + ending))
            self._library.with_name(self._library.name + "-shm").unlink(missing_ok=True)
            fresh.replace(self._library)
        except OSError as error:
            raise LibraryError(
                _("The backup could not be put in place. What was there is kept as “{name}”.").format(
                    name=kept.name
                )
            ) from error
        return kept


def is_backup(path: Path) -> bool:
    """Whether a file is one of the dated copies `Backups` makes; of these no copies are made."""
    stem, dated, rest = path.stem, _DATE.search(path.stem), ""
    if dated:
        stem, rest = path.stem[: dated.start()], path.stem[dated.end() :]
    return dated is not None and not rest and path.parent.name == f"{stem} backups"


def _copy(source: Path, target: Path, passphrase: str) -> None:
    latest = latest_of(MIGRATIONS)
    key = needed_key(source, passphrase, latest)
    driver = open_driver(source, key, latest, read_only=True)
    try:
        copy_library(driver, target, key)
    finally:
        driver.close()
