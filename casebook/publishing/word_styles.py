"""Styles taken from an organisation's own Word document, checked, and joined with those that reports need."""

import base64
import binascii
import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.parsers import expat

from casebook.domain.errors import FormatError
from casebook.domain.marking import _
from casebook.publishing.look import LARGEST_STYLES
from casebook.publishing.office_file import TYPES, packed

STYLES, THEME = "word/styles.xml", "word/theme/theme1.xml"
LARGEST_FILE, LARGEST_UNPACKED, LARGEST_PART, MOST_PARTS = 30_000_000, 200_000_000, 5_000_000, 5_000
"""Bytes of the document, of all in it and of one part that is read, unpacked; how many parts it may have."""
DOCUMENTS = (b"wordprocessingml.document.main+xml", b"wordprocessingml.template.main+xml")
MACROS = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE)
OURS = frozenset({"header", "footer"})
"""Styles that stay Casebook's own, for their tabs fit the words it puts there."""

UNREADABLE = _("“{}” cannot be read; its styles were not taken.")
TOO_LARGE = _("“{}” is too large; take a document with nothing in it but the styles.")
NOT_WORD = _("“{}” is not a Word document (.docx or .dotx); its styles were not taken.")
WITH_MACROS = _("“{}” holds macros; save it without them (.docx) and choose it again.")

_STYLE = re.compile(r"<w:style\b.*?</w:style>", re.DOTALL)
_ID = re.compile(r'w:styleId="([^"]*)"')
_NAME = re.compile(r'<w:name w:val="([^"]*)"')
_REFERENCE = re.compile(r'(<w:(?:basedOn|next|link) w:val=")([^"]*)(")')
_FONTS = re.compile(r"<w:rFonts\b[^>]*/>")


def read_styles(path: Path) -> str:
    """The styles of a Word document, as a `Look` holds them: these alone, none of its text, macros or pictures.

    Raises:
        FormatError: it is no Word document, is too large or holds macros.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise FormatError(TOO_LARGE.format(path.name))
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        raise FormatError(UNREADABLE.format(path.name)) from error
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as document:
            kept = _parts(document, path.name)
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        OSError,
        ValueError,
        NotImplementedError,
        RuntimeError,
    ) as error:
        raise FormatError(NOT_WORD.format(path.name)) from error
    text = base64.b64encode(packed(kept)).decode("ascii")
    if len(text) > LARGEST_STYLES:
        raise FormatError(TOO_LARGE.format(path.name))
    return text


def parts_of(word_styles: str) -> dict[str, str]:
    """The parts a `Look` holds; none when what it holds is damaged."""
    if not word_styles:
        return {}
    try:
        with zipfile.ZipFile(io.BytesIO(base64.b64decode(word_styles, validate=True))) as document:
            return {name: data.decode("utf-8") for name, data in _parts(document, "", bare=True).items()}
    except (
        zipfile.BadZipFile,
        binascii.Error,
        FormatError,
        OSError,
        ValueError,
        NotImplementedError,
        RuntimeError,
    ):
        return {}


def joined(house: str, ours: str) -> str:
    """The organisation's styles with those added that reports need and it does not have, in its own letters."""
    taken = _named(house)
    ids = set(taken.values())
    renamed: dict[str, str] = {}
    added: list[tuple[str, str]] = []
    for style in _STYLE.findall(ours):
        (own_id,), (name,) = _ID.findall(style)[:1], _NAME.findall(style)[:1]
        same = taken.get(name.casefold())
        if same is not None and name.casefold() not in OURS:
            renamed[own_id] = same
        elif same is not None:
            house = _without(house, same)
            renamed[own_id] = same
            added.append((own_id, style))
        else:
            renamed[own_id] = f"Casebook{own_id}" if own_id in ids else own_id
            added.append((own_id, style))
    fresh = "".join(_fitted(style, own_id, renamed) for own_id, style in added)
    return house.replace("</w:styles>", f"{fresh}</w:styles>")


def _parts(document: zipfile.ZipFile, name: str, *, bare: bool = False) -> dict[str, bytes]:
    """The parts with styles; `bare` when there are no others."""
    listed = document.infolist()
    if len(listed) > MOST_PARTS or sum(part.file_size for part in listed) > LARGEST_UNPACKED:
        raise FormatError(TOO_LARGE.format(name))
    names = {part.filename for part in listed}
    if STYLES not in names or (TYPES not in names and not bare):
        raise FormatError(NOT_WORD.format(name))
    if not bare:
        types = _read(document, TYPES, name)
        if MACROS.search(types) or any(MACROS.search(part.encode()) for part in names):
            raise FormatError(WITH_MACROS.format(name))
        if not any(kind in types for kind in DOCUMENTS):
            raise FormatError(NOT_WORD.format(name))
    return {part: _read(document, part, name) for part in (STYLES, THEME) if part in names}


def _read(document: zipfile.ZipFile, part: str, name: str) -> bytes:
    with document.open(part) as file:
        data = file.read(LARGEST_PART + 1)
    if len(data) > LARGEST_PART:
        raise FormatError(TOO_LARGE.format(name))

    def refuse(*_declared: object) -> None:
        raise FormatError(NOT_WORD.format(name))

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise FormatError(NOT_WORD.format(name)) from error
    if part == STYLES and (b"<w:styles" not in data or b"</w:styles>" not in data):
        raise FormatError(NOT_WORD.format(name))
    return data


def _named(styles: str) -> dict[str, str]:
    """Ids of styles by their names in small letters."""
    found: dict[str, str] = {}
    for style in _STYLE.findall(styles):
        ids, names = _ID.findall(style), _NAME.findall(style)
        if ids and names:
            found.setdefault(names[0].casefold(), ids[0])
    return found


def _without(styles: str, style_id: str) -> str:
    return _STYLE.sub(lambda found: "" if _ID.findall(found[0])[:1] == [style_id] else found[0], styles)


def _fitted(style: str, own_id: str, renamed: Mapping[str, str]) -> str:
    style = style.replace(f'w:styleId="{own_id}"', f'w:styleId="{renamed[own_id]}"', 1).replace(
        ' w:default="1"', ""
    )
    style = _REFERENCE.sub(lambda found: found[1] + renamed.get(found[2], found[2]) + found[3], style)
    return _FONTS.sub("", style)
