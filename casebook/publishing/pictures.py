"""Attached pictures that can be printed: known by their first bytes and by decoding, never by what they claim to be."""

import struct
from collections.abc import Mapping
from pathlib import Path

import attrs

from casebook.domain.case import Case
from casebook.domain.errors import CasebookError
from casebook.domain.fields import Kind
from casebook.domain.marking import _
from casebook.domain.records import Record
from casebook.publishing.order import Materials
from casebook.publishing.typesetting import Typesetter

SIGNATURES = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg", b"GIF87a": "gif", b"GIF89a": "gif"}
"""First bytes of the formats that every output format can hold."""
MEDIA_TYPES = {"png": "image/png", "jpg": "image/jpeg", "gif": "image/gif"}
LARGEST, LARGEST_TOGETHER, MOST_PIXELS = 20_000_000, 80_000_000, 80_000_000
"""Bytes of one picture, bytes of all pictures of a report, pixels of one picture."""
FOLDER = "assets"
SVG = "image/svg+xml"
"""Media type of the charts Casebook draws itself; an attached SVG is never laid out."""

MISSING = _("The attached file “{}” is missing from the library and is only named in the report.")
TOO_LARGE = _("The picture “{}” is too large to print and is only named in the report.")
DAMAGED = _("The picture “{}” is damaged and is only named in the report.")


@attrs.frozen
class Picture:
    """A picture laid out for a report: its place below the job folder, and its media type."""

    path: str
    media_type: str


def lay_out(
    case: Case, materials: Materials, typesetter: Typesetter, folder: Path
) -> tuple[dict[str, Picture], list[str]]:
    """Write the printable pictures of a case below `folder`.

    Returns them by digest, and a sentence for each file that should be printed but cannot.
    """
    (folder / FOLDER).mkdir()
    found: dict[str, Picture] = {}
    notices: list[str] = []
    together = 0
    for digest, name in _files(case).items():
        data = _bytes(materials, digest)
        if data is None:
            notices.append(materials.translate(MISSING).format(name))
            continue
        suffix = next((suffix for start, suffix in SIGNATURES.items() if data.startswith(start)), "")
        if not suffix:
            continue
        picture = Picture(f"{FOLDER}/{len(found) + 1}.{suffix}", MEDIA_TYPES[suffix])
        together += len(data)
        if len(data) > LARGEST or together > LARGEST_TOGETHER or pixels(data) > MOST_PIXELS:
            notices.append(materials.translate(TOO_LARGE).format(name))
            continue
        (folder / picture.path).write_bytes(data)
        if typesetter.can_show(picture.path, folder):
            found[digest] = picture
        else:
            (folder / picture.path).unlink()
            notices.append(materials.translate(DAMAGED).format(name))
    return found, notices


def pixels(data: bytes) -> int:
    """Width times height as the file's header states them; 0 when it does not."""
    try:
        if data.startswith(b"\x89PNG"):
            width, height = struct.unpack(">II", data[16:24])
        elif data.startswith(b"GIF"):
            width, height = struct.unpack("<HH", data[6:10])
        else:
            height, width = _jpeg_size(data)
    except struct.error:
        return 0
    return int(width * height)


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """Height and width from the frame header (ITU-T T.81, B.2.2)."""
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return height, width
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big") if marker != 0xFF else 1
    return 0, 0


def _bytes(materials: Materials, digest: str) -> bytes | None:
    blobs = materials.blobs
    try:
        return blobs[digest] if isinstance(blobs, Mapping) else blobs(digest)
    except (KeyError, CasebookError):
        return None


def _files(case: Case) -> dict[str, str]:
    files: dict[str, str] = {}
    for key, spec in case.declaration.sections.items():
        for field in spec.fields:
            if field.kind is Kind.FILE:
                for record in case.section(key):
                    files.setdefault(getattr(record, field.name), _name(record, field.name))
    files.pop("", None)
    return files


def _name(record: Record, field: str) -> str:
    return str(getattr(record, "file_name", "") or getattr(record, field)[:12])
