"""The sample library: made from its readable sources the first time somebody asks for it."""

import secrets
from contextlib import suppress
from pathlib import Path

from casebook import paths
from casebook.domain.errors import CasebookError, LibraryError
from casebook.services.importing import Cancelled, Progress, files_in, import_files, read_all
from casebook.storage.library import Library

SAMPLE_NAME = "Sample library.casebook"
"""File name of the sample library among the user's libraries."""

SIGNED = "Casebook sample library"
"""Author of the changes that made it."""


def make_sample(path: Path, progress: Progress, cancelled: Cancelled, *, passphrase: str = "") -> bool:
    """Make a library with the sample cases at `path`; False, and nothing made, when cancelled.

    Raises:
        LibraryError: there is such a file already, or it cannot be written.
        CasebookError: a source of the sample is damaged.
    """
    if path.exists():
        raise LibraryError(
            f"There is a file called “{path.name}” already. It was left as it is; choose another name."
        )
    part = path.with_name(f".{secrets.token_hex(6)}.part.casebook")
    try:
        made = _fill(part, progress, cancelled, passphrase)
        if made:
            part.replace(path)
    except OSError as error:
        raise LibraryError(f"The sample library could not be written ({error.strerror}).") from error
    finally:
        for leftover in path.parent.glob(f"{part.name}*"):
            with suppress(OSError):
                leftover.unlink()
    return made


def _fill(part: Path, progress: Progress, cancelled: Cancelled, passphrase: str) -> bool:
    sources = files_in([paths.resources() / "sample"])
    steps = 2 * len(sources)
    read = read_all(sources, lambda done, _: progress(done, steps), cancelled)
    if cancelled():
        return False
    with Library.create(part, passphrase=passphrase, author=SIGNED) as library:
        done = import_files(library, read, lambda done, of: progress(of + done, steps), cancelled)
    if done.refused:
        raise CasebookError(f"The sample library is damaged; install Casebook again. {done.refused[0]}")
    return not cancelled()
