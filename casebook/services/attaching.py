"""Files from outside become attachments: read within limits, named safely, described as far as one can tell."""

import mimetypes
import re
import unicodedata
from pathlib import Path

import attrs

from casebook.domain.errors import CasebookError
from casebook.domain.marking import _
from casebook.domain.records import TermRef
from casebook.domain.sections.attachments import Attachment

LONGEST_NAME = 120
"""Characters of a file name; file systems allow 255 bytes, and letters take up to four."""

UNNAMED = "attachment"

RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""Names Windows keeps for devices."""

KINDS = {
    "application/pdf": "document",
    "application/msword": "document",
    "application/rtf": "document",
    "application/vnd.oasis.opendocument.text": "document",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "document",
    "application/vnd.ms-excel": "data",
    "application/vnd.oasis.opendocument.spreadsheet": "data",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "data",
    "application/json": "data",
    "text/csv": "data",
    "text/plain": "document",
    "image/jpeg": "photo",
}
"""Terms of the vocabulary "attachment-kind" by media type, where the type says it; a PNG may show anything."""

PROGRAMS = re.compile(
    r"apk|app|appimage|bat|bin|cmd|com|command|cpl|csh|deb|desktop|dll|dmg|exe|gadget|hta|inf|ins|iso"
    r"|jar|jnlp|js|jse|ksh|lnk|mde|msc|msi|msp|pif|pl|ps1|py|pyw|rb|reg|rpm|run|scf|scr|sct|sh|shb|so"
    r"|sys|url|vb|vbe|vbs|wsf|wsh|xbap|zsh",
    re.IGNORECASE,
)
"""Endings of files that a desktop may run when it is asked to open them."""


@attrs.frozen(kw_only=True)
class FoundFile:
    """The content of a file somebody wants to attach, under a safe name."""

    name: str
    content: bytes


def read_file(path: Path) -> FoundFile:
    """Read a file to attach.

    Raises:
        CasebookError: it is not a file, is larger than 50 MB, or cannot be read; nothing was attached.
    """
    from casebook.storage.attachments import LARGEST

    name = safe_name(path.name)
    check_size(path)
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise CasebookError(
            _("“{name}” cannot be read, so it was not attached.").format(name=name)
        ) from error
    if len(content) > LARGEST:
        raise _too_large(name)
    return FoundFile(name=name, content=content)


def check_size(path: Path) -> int:
    """The size of a file in bytes.

    Raises:
        CasebookError: it is not a file, cannot be looked at, or is larger than 50 MB.
    """
    from casebook.storage.attachments import LARGEST

    name = safe_name(path.name)
    try:
        regular, size = path.is_file(), path.stat().st_size
    except (OSError, ValueError) as error:
        raise CasebookError(
            _("“{name}” cannot be read, so it was not attached.").format(name=name)
        ) from error
    if not regular:
        raise CasebookError(_("“{name}” is not a file, so it was not attached.").format(name=name))
    if size > LARGEST:
        raise _too_large(name)
    return size


def attachment_of(file: FoundFile, digest: str) -> Attachment:
    """The entry for a file that the library keeps under `digest`; its caption is the name without its ending."""
    media_type = media_type_of(file.name)
    kind = KINDS.get(media_type) or {"audio": "audio", "video": "video"}.get(media_type.split("/")[0])
    return Attachment(
        caption=" ".join(Path(file.name).stem.replace("_", " ").split()) or file.name,
        file_name=file.name,
        digest=digest,
        media_type=media_type,
        size=len(file.content),
        kind=TermRef(kind) if kind else None,
    )


def media_type_of(name: str) -> str:
    """The media type a file name tells; "application/octet-stream" when it tells none."""
    return mimetypes.guess_type(name)[0] or "application/octet-stream"


def safe_name(name: str) -> str:
    """A file name without folders, control or direction-changing characters, that every system accepts."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    kept = "".join(" " if sign in '<>:"|?*' else sign for sign in last if _is_harmless(sign))
    kept = " ".join(kept.split()).strip(". ")
    stem, dot, ending = kept.rpartition(".")
    if not stem:
        stem, dot, ending = kept, "", ""
    ending = ending[:20]
    kept = stem[: LONGEST_NAME - len(ending)].rstrip(". ") + dot + ending
    if not kept:
        return UNNAMED
    return f"_{kept}" if RESERVED.fullmatch(kept) else kept


def is_program(name: str) -> bool:
    """Whether opening a file of this name may run it."""
    return PROGRAMS.fullmatch(Path(name).suffix.lstrip(".")) is not None


def _is_harmless(sign: str) -> bool:
    # Cc control, Cf format (direction overrides hide a true ending), Cs halves of characters, Zl and Zp line ends
    return unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Zl", "Zp")


def _too_large(name: str) -> CasebookError:
    return CasebookError(
        _("“{name}” is larger than 50 MB, so it was not attached. Link to it instead.").format(name=name)
    )
