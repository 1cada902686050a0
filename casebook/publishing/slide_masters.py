"""The master and layouts of an organisation's own presentation, checked and written anew as a pattern for slides.

Names of parts and elements after ECMA-376, part 1 (PresentationML, DrawingML) and part 2 (packages).
"""

import base64
import binascii
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from casebook.domain.errors import FormatError
from casebook.domain.marking import _
from casebook.publishing.look import LARGEST_MASTERS
from casebook.publishing.office_file import TYPES, OfficeFileError, bytes_of, packed, unpacked
from casebook.publishing.presentation_parts import (
    MASTER,
    PICTURE,
    PRESENTATION,
    THEME,
    A,
    P,
    Parts,
    R,
    let_go,
    pointing,
    relations,
    without_extras,
    written,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST_FILE, LARGEST_UNPACKED, LARGEST_TEXT, MOST_PARTS = 60_000_000, 200_000_000, 4_000_000, 5_000
"""Bytes of the presentation, of all in it and of one part of text, unpacked; how many parts it may have."""
LAYOUTS: Mapping[str, str] = {
    "title": "Title Slide",
    "secHead": "Section Header",
    "obj": "Title and Content",
    "twoObj": "Two Content",
    "twoTxTwoObj": "Comparison",
    "objTx": "Content with Caption",
    "blank": "Blank",
}
"""Layouts that slides are made with: their kind in the file, and the name pandoc knows them by in every language."""
NEEDED = ("title", "obj")
MACROS, LAYOUT_MISSING = "macros", "layout missing"
"""Why a presentation is refused, beside what `OfficeFileError` names."""
DOCUMENTS = (b"presentationml.presentation.main+xml", b"presentationml.template.main+xml")

UNREADABLE = _("“{}” cannot be read; its slides were not taken.")
TOO_LARGE = _("“{}” is too large; take a presentation with no slides and smaller pictures.")
NO_SLIDES = _("“{}” is not a PowerPoint presentation (.pptx or .potx); its slides were not taken.")
WITH_MACROS = _("“{}” holds macros; save it without them (.pptx) and choose it again.")
NO_LAYOUT = _("“{}” has no layout for a title slide or for a title with text; its slides were not taken.")
FOREIGN_PICTURE = _(
    "“{}” has a picture behind its slides that is not PNG, JPEG or GIF; put it there as PNG and choose the file again."
)

_MACROS = re.compile(r"vbaproject|vbadata|activex", re.IGNORECASE)


def read_masters(path: Path) -> str:
    """The pattern in a presentation, as a `Look` holds it: none of its slides, notes, comments, programs or names.

    Raises:
        FormatError: it is no presentation, is too large, holds macros, or has no layouts to make slides with.
    """
    try:
        data = bytes_of(path, LARGEST_FILE)
        text = base64.b64encode(_pattern(data)).decode("ascii")
    except OfficeFileError as error:
        raise FormatError(_SENTENCES[error.kind].format(path.name)) from error
    if len(text) > LARGEST_MASTERS:
        raise FormatError(TOO_LARGE.format(path.name))
    return text


@lru_cache(maxsize=1)
def pattern_of(slide_masters: str) -> bytes | None:
    """The presentation a `Look` holds, checked once more; None when it holds none, or what it holds is damaged.

    The last one is kept, for a batch makes the slides of many cases with it.
    """
    if not slide_masters:
        return None
    try:
        return _pattern(base64.b64decode(slide_masters, validate=True))
    except (OfficeFileError, binascii.Error, ValueError):
        return None


_SENTENCES: Mapping[str, str] = {
    OfficeFileError.UNREADABLE: UNREADABLE,
    OfficeFileError.NO_ZIP: NO_SLIDES,
    OfficeFileError.DAMAGED: NO_SLIDES,
    OfficeFileError.LARGE: TOO_LARGE,
    MACROS: WITH_MACROS,
    LAYOUT_MISSING: NO_LAYOUT,
    PICTURE: FOREIGN_PICTURE,
}


def _pattern(data: bytes) -> bytes:
    """A presentation without slides: the first master of this one, its layouts, its theme and their pictures."""
    parts = unpacked(data, most_parts=MOST_PARTS, largest=LARGEST_UNPACKED, largest_text=LARGEST_TEXT)
    types = parts.get(TYPES, b"")
    if b"macroEnabled" in types or any(_MACROS.search(part) for part in parts):
        raise OfficeFileError(MACROS)
    if PRESENTATION not in parts or not any(kind in types for kind in DOCUMENTS):
        raise OfficeFileError(OfficeFileError.NO_ZIP)
    copy = Parts(parts)
    presentation = copy.read(PRESENTATION)
    master = _first_master(copy, presentation)
    chosen = _layouts(copy, master)
    named = {part: f"ppt/slideLayouts/slideLayout{at}.xml" for at, part in enumerate(chosen, 1)}
    copy.carry(master, MASTER, {**named, **dict.fromkeys(copy.linked(master, "theme"), THEME)})
    for part, kind in chosen.items():
        copy.carry(part, named[part], {master: MASTER}, LAYOUTS[kind])
    for theme in copy.linked(master, "theme")[:1]:
        copy.carry(theme, THEME, {})
    copy.made[PRESENTATION] = written(_presentation(presentation))
    copy.made["ppt/_rels/presentation.xml.rels"] = relations({"rId1": ("slideMaster", MASTER)}, "ppt")
    copy.made["_rels/.rels"] = relations({"rId1": ("officeDocument", PRESENTATION)}, "")
    return packed({TYPES: _types(copy.made), **copy.made})


def _first_master(copy: Parts, presentation: "_Element") -> str:
    links = copy.links(PRESENTATION)
    for entry in presentation.iter(f"{P}sldMasterId"):
        target = links.get(entry.get(f"{R}id", ""))
        if target is not None and target.part in copy.given:
            return target.part
    raise OfficeFileError(LAYOUT_MISSING)


def _layouts(copy: Parts, master: str) -> dict[str, str]:
    """Parts of the layouts to keep, with their kinds: of each the one with the usual name, or else the first."""
    found: dict[str, str] = {}
    for part in copy.linked(master, "slideLayout"):
        layout = copy.read(part)
        kind = layout.get("type", "")
        common = layout.find(f"{P}cSld")
        usual = common is not None and common.get("name") == LAYOUTS.get(kind)
        if kind in LAYOUTS and (kind not in found or usual):
            found[kind] = part
    if any(kind not in found for kind in NEEDED):
        raise OfficeFileError(LAYOUT_MISSING)
    return {found[kind]: kind for kind in LAYOUTS if kind in found}


def _presentation(given: "_Element") -> "_Element":
    """A presentation with one master and no slides, of the same size and with the same usual letters."""
    from lxml import etree

    names = {"a": A[1:-1], "p": P[1:-1], "r": R[1:-1]}
    made = etree.Element(f"{P}presentation", nsmap=names)
    listed = etree.SubElement(made, f"{P}sldMasterIdLst")
    first = given.find(f"{P}sldMasterIdLst/{P}sldMasterId")
    master_id = first.get("id", "2147483648") if first is not None else "2147483648"
    etree.SubElement(listed, f"{P}sldMasterId", {"id": master_id, f"{R}id": "rId1"})
    for name in ("sldSz", "notesSz", "defaultTextStyle"):
        if (element := given.find(f"{P}{name}")) is not None:
            without_extras(element)
            for lost, _link in pointing(element):
                let_go(lost)
            made.append(element)
    return made


def _types(made: Mapping[str, bytes]) -> bytes:
    from lxml import etree

    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    office = "application/vnd.openxmlformats-officedocument."
    root = etree.Element(f"{{{space}}}Types", nsmap={None: space})
    usual = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "png": "image/png",
        "jpg": "image/jpeg",
    }
    for suffix, kind in usual.items():
        etree.SubElement(root, f"{{{space}}}Default", Extension=suffix, ContentType=kind)
    kinds = {
        PRESENTATION: "presentationml.presentation.main+xml",
        MASTER: "presentationml.slideMaster+xml",
        THEME: "theme+xml",
    }
    for part in made:
        layout = "presentationml.slideLayout+xml" if re.match(r"ppt/slideLayouts/slide", part) else ""
        if kind := kinds.get(part, layout):
            etree.SubElement(root, f"{{{space}}}Override", PartName=f"/{part}", ContentType=f"{office}{kind}")
    return written(root)
