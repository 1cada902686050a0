"""A file of an office program as it comes from outside: a zip of parts, unpacked within bounds."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

TYPES = "[Content_Types].xml"
"""The part that says of what kind the others are (ECMA-376, part 2)."""


class OfficeFileError(Exception):
    """The file is not unpacked; `kind` says why, `part` where."""

    UNREADABLE, NO_ZIP, LARGE, DAMAGED = "unreadable", "no zip", "large", "damaged"

    def __init__(self, kind: str, part: str = "") -> None:
        super().__init__(kind, part)
        self.kind = kind
        self.part = part


def bytes_of(path: Path, largest: int) -> bytes:
    """The file, when it has no more than `largest` bytes.

    Raises:
        OfficeFileError: it has, or cannot be read; `part` says why.
    """
    try:
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except (OSError, ValueError) as error:
        raise OfficeFileError(OfficeFileError.UNREADABLE, getattr(error, "strerror", "") or "") from error
    if len(data) > largest:
        raise OfficeFileError(OfficeFileError.LARGE)
    return data


def unpacked(data: bytes, *, most_parts: int, largest: int, largest_text: int) -> dict[str, bytes]:
    """Every part by its name; never more than `largest` bytes in all, whatever the file says of itself.

    Raises:
        OfficeFileError: it is no zip, is locked, names a part twice, or holds more than allowed.
    """
    parts: dict[str, bytes] = {}
    left = largest
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > most_parts:
                raise OfficeFileError(OfficeFileError.LARGE)
            for entry in entries:
                if entry.flag_bits & 1 or entry.filename in parts:
                    raise OfficeFileError(OfficeFileError.DAMAGED, entry.filename)
                if entry.is_dir():
                    continue
                with archive.open(entry) as part:
                    content = part.read(left + 1)
                left -= len(content)
                if left < 0 or (entry.filename.endswith(".xml") and len(content) > largest_text):
                    raise OfficeFileError(OfficeFileError.LARGE, entry.filename)
                parts[entry.filename] = content
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise OfficeFileError(OfficeFileError.NO_ZIP) from error
    return parts


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A zip of these parts, as small as can be and the same for the same parts."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()
