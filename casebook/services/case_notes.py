"""Notes that a reviewer leaves on a case for its author: kept in the library, never part of the case or its reports."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import attrs

from casebook.domain.errors import FormatError
from casebook.domain.marking import _

if TYPE_CHECKING:
    from casebook.storage.library import Library
    from casebook.storage.shelf import Kept

KIND = "note"
LONGEST = 5_000
"""Characters of one note."""


@attrs.frozen(kw_only=True)
class CaseNote:
    """A note on a case. `record_id` and `field` say where in it, as jumps do; both empty mean the case as a whole.

    `about` names that place in words, as it was called when the note was written. `at` is ISO 8601 in UTC.
    """

    id: str = ""
    case_id: str
    text: str
    record_id: str = ""
    field: str = ""
    about: str = ""
    who: str = ""
    at: str = ""
    done: bool = False


def notes(library: "Library", case_id: str = "") -> tuple[CaseNote, ...]:
    """The notes on a case, or on all cases; open ones first, then the latest first."""
    held = [note for kept in library.shelf.all(KIND) if (note := _read(kept)) is not None]
    wanted = [note for note in held if not case_id or note.case_id == case_id]
    return tuple(sorted(sorted(wanted, key=lambda note: note.at, reverse=True), key=lambda note: note.done))


def add_note(library: "Library", note: CaseNote) -> CaseNote:
    """Keep a new note; returns it with its id, its author and the hour.

    Raises:
        FormatError: it says nothing, or more than a note can hold.
        ReadOnlyError: the library is open for reading only.
        LibraryError: the disk is full or refuses.
    """
    text = note.text.strip()
    if not text:
        raise FormatError(_("A note has to say something."))
    if len(text) > LONGEST:
        raise FormatError(_("A note can have {} characters at most; nothing was kept.").format(LONGEST))
    now = datetime.now(UTC).isoformat(timespec="seconds")
    whole = attrs.evolve(note, text=text, who=note.who or library.author, at=note.at or now)
    return _kept(library, whole)


def settle(library: "Library", note: CaseNote, *, done: bool = True) -> CaseNote:
    """Mark a note as done, or as open again.

    Raises:
        ReadOnlyError: the library is open for reading only.
        LibraryError: the disk is full or refuses.
    """
    return _kept(library, attrs.evolve(note, done=done))


def remove_note(library: "Library", note: CaseNote) -> None:
    """Take a note away; `restore_note` brings it back.

    Raises:
        NotFoundError: it is not there any more.
        ReadOnlyError: the library is open for reading only.
    """
    library.shelf.remove(note.id)


def restore_note(library: "Library", note: CaseNote) -> CaseNote:
    """Put a note back that was taken away, as it was."""
    return _kept(library, note)


def _kept(library: "Library", note: CaseNote) -> CaseNote:
    body = {key: value for key, value in attrs.asdict(note).items() if key != "id"}
    kept = library.shelf.put(KIND, note.about, body, note.id)
    return attrs.evolve(note, id=kept.id)


def _read(kept: "Kept") -> CaseNote | None:
    """The note, or None where a newer version wrote something else."""
    body: Mapping[str, Any] = kept.body
    names = {attribute.name: attribute.type for attribute in attrs.fields(CaseNote) if attribute.name != "id"}
    values = {name: body[name] for name, kind in names.items() if isinstance(body.get(name), kind or object)}
    if not {"case_id", "text"} <= values.keys():
        return None
    return CaseNote(id=kept.id, **values)
