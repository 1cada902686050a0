"""Looks into a Word file before anything is done with it: what is in it that it must not have, and how large it is."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

from casebook.domain.errors import PublishError
from casebook.domain.marking import _
from casebook.publishing.office_file import TYPES, OfficeFileError, bytes_of, unpacked

LARGEST_FILE, LARGEST_UNPACKED, LARGEST_TEXT = 20_000_000, 80_000_000, 8_000_000
"""Bytes of the file, of all its parts unpacked, and of one part of text."""
MOST_PARTS = 1000
MAIN = b"wordprocessingml.document.main+xml"
TEMPLATE_LINK = b"/attachedTemplate"
ACTIVE = re.compile(r"(?i)vbaproject|vbadata|activex|/embeddings/.*\.bin$|/attachedtoolbars|customui/")
"""Names of parts that hold programs."""
_RELATION = re.compile(rb"<Relationship\b[^>]*>")
_OUTSIDE = re.compile(rb"TargetMode\s*=\s*[\"']External[\"']", re.IGNORECASE)
_TYPE = re.compile(rb"\bType\s*=\s*[\"']([^\"']*)[\"']")
_ID = re.compile(rb"\bId\s*=\s*[\"']([^\"']*)[\"']")
_ATTACHED = re.compile(
    rb"<w:attachedTemplate\b[^>]*/>|<w:attachedTemplate\b.*?</w:attachedTemplate>", re.DOTALL
)
_FETCHING = re.compile(rb"(?i)\b(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE)\b")
_QUOTED = re.compile(rb"\"[^\"]*\"|&quot;.*?&quot;", re.DOTALL)
_INSTRUCTION = re.compile(rb"<w:instrText\b[^>]*>(.*?)</w:instrText>|\bw:instr\s*=\s*\"([^\"]*)\"", re.DOTALL)
_UNUSABLE = (b"<w:altChunk", b"<w:mailMerge", b"<w:subDoc")

CANNOT = _("“{}” cannot be used as a Word template: {}.")
NO_WORD = _("it is not a Word file (.docx)")
MACROS = _("it has macros; save it as “Word document (.docx)” without them")
TOO_LARGE = _("it is too large; leave out large pictures")
DAMAGED = _("it is damaged ({})")
REACHES = _("it fetches something from elsewhere ({}); put it into the file instead")
EMBEDS = _("it holds a part that a template may not have ({})")
ENTITIES = _("it defines entities of its own, which no word processor does")


class UnusableWordFileError(PublishError):
    """A Word file that is no template; nothing was done with it."""


def vetted(path: Path) -> bytes:
    """The Word file, without the link to the template it was once made from.

    Raises:
        UnusableWordFileError: it is no Word file, is too large, has macros, or reaches for what lies elsewhere.
    """
    try:
        data = bytes_of(path, LARGEST_FILE)
        parts = unpacked(data, most_parts=MOST_PARTS, largest=LARGEST_UNPACKED, largest_text=LARGEST_TEXT)
    except OfficeFileError as error:
        raise _refused(path, _why(error)) from error
    _check_kind(path, parts)
    for name, content in parts.items():
        if ACTIVE.search(name):
            raise _refused(path, MACROS if "vba" in name.lower() else EMBEDS.format(name))
        if name.endswith((".xml", ".rels")):
            _check_text(path, name, content)
    linked = [name for name, content in parts.items() if name.endswith(".rels") and TEMPLATE_LINK in content]
    return _without_link(parts) if linked else data


def _check_kind(path: Path, parts: dict[str, bytes]) -> None:
    types = parts.get(TYPES, b"")
    if b"macroEnabled" in types:
        raise _refused(path, MACROS)
    if MAIN not in types or "word/document.xml" not in parts:
        raise _refused(path, NO_WORD)


def _check_text(path: Path, name: str, content: bytes) -> None:
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content or b"\x00" in content:
        raise _refused(path, ENTITIES)
    if name.endswith(".rels"):
        for relation in _RELATION.findall(content):
            kind = (_TYPE.search(relation) or re.search(rb"()", b""))[1]  # type: ignore[index]
            if _OUTSIDE.search(relation) and not kind.endswith((b"/hyperlink", TEMPLATE_LINK)):
                raise _refused(path, REACHES.format(kind.rpartition(b"/")[2].decode("utf-8", "replace")))
        return
    for mark in _UNUSABLE:
        if mark in content:
            raise _refused(path, EMBEDS.format(mark.decode().strip("<")))
    said = b"".join(first or second for first, second in _INSTRUCTION.findall(content))
    fetching = _FETCHING.search(_QUOTED.sub(b" ", said))
    if fetching:
        raise _refused(path, REACHES.format(fetching[1].decode().upper()))


def _without_link(parts: dict[str, bytes]) -> bytes:
    fresh = BytesIO()
    with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            kept = content
            if name.endswith(".rels"):
                kept = _RELATION.sub(lambda m: b"" if TEMPLATE_LINK in m[0] else m[0], content)
            elif name == "word/settings.xml":
                kept = _ATTACHED.sub(b"", content)
            archive.writestr(name, kept)
    return fresh.getvalue()


def _why(error: OfficeFileError) -> str:
    if error.kind == OfficeFileError.LARGE:
        return TOO_LARGE
    return NO_WORD if error.kind == OfficeFileError.NO_ZIP else DAMAGED.format(error.part)


def _refused(path: Path, why: str) -> UnusableWordFileError:
    return UnusableWordFileError(CANNOT.format(path.name, why))
