"""Puts the attached files of a case beside its JSON, where an import looks for them; replaces nothing."""

import hashlib
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

import attrs

from casebook.domain.case import Case
from casebook.domain.errors import CasebookError, LibraryError, NotFoundError
from casebook.domain.fields import Kind
from casebook.domain.marking import _
from casebook.domain.records import Entry
from casebook.services.attaching import safe_name
from casebook.services.importing import BESIDE
from casebook.storage.library import Library

NAME = "file_name"
"""The field of a record with a file that says under which name it lies beside the JSON."""


@attrs.frozen(kw_only=True)
class Exported:
    """A case as it is to be written, whose attachments bear the names their files got.

    `notes` are sentences about files that could not be written.
    """

    case: Case
    notes: tuple[str, ...] = ()


def export_files(library: Library, case: Case, folder: Path) -> Exported:
    """Write the attached files of `case` into "files" in `folder`; a name that is taken gets a number.

    Raises:
        CasebookError: the folder cannot be written to; the library is untouched.
    """
    notes: list[str] = []
    for key, section in case.declaration.sections.items():
        held = [spec.name for spec in section.fields if spec.kind is Kind.FILE]
        for digest_field in held:
            written = [
                _exported(library, entry, getattr(entry, digest_field), folder / BESIDE, notes)
                for entry in case.section(key)
            ]
            case = case.with_section(key, tuple(written))
    return Exported(case=case, notes=tuple(notes))


def _exported(library: Library, entry: Entry, digest: str, folder: Path, notes: list[str]) -> Entry:
    if not digest:
        return entry
    wanted: str = getattr(entry, NAME, "") or digest
    try:
        content = library.attachments.read(digest)
    except (NotFoundError, LibraryError) as error:
        notes.append(_("“{name}” was not written: {why}").format(name=wanted, why=str(error)))
        return entry
    try:
        folder.mkdir(exist_ok=True)
        name = _placed(content, digest, folder, safe_name(wanted))
    except OSError as error:
        raise CasebookError(
            _("“{name}” could not be written ({why}); the library is untouched.").format(
                name=wanted, why=error.strerror or str(error)
            )
        ) from error
    renamed: dict[str, Any] = {NAME: name} if getattr(entry, NAME, name) != name else {}
    return attrs.evolve(entry, **renamed) if renamed else entry


def _placed(content: bytes, digest: str, folder: Path, name: str) -> str:
    """Write `content` under the first free name, unless it lies there already; returns the name."""
    wanted = Path(name)
    for number in count(1):
        path = folder / (name if number == 1 else f"{wanted.stem} ({number}){wanted.suffix}")
        try:
            file = path.open("xb")
        except FileExistsError:
            if _is_same(path, content, digest):
                return path.name
            continue
        try:
            with file:
                file.write(content)
        except OSError:
            with suppress(OSError):
                path.unlink()
            raise
        return path.name
    raise AssertionError("numbers do not end")


def _is_same(path: Path, content: bytes, digest: str) -> bool:
    if path.is_symlink() or not path.is_file() or path.stat().st_size != len(content):
        return False
    return hashlib.sha256(path.read_bytes()).hexdigest() == digest
