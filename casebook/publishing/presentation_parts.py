"""Parts of a presentation taken over one by one, each with nothing in it that points to what is not taken over.

Names of parts and elements after ECMA-376, part 1 (PresentationML, DrawingML) and part 2 (packages).
"""

import io
import posixpath
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import attrs

from casebook.publishing.office_file import OfficeFileError
from casebook.publishing.photos import UnsafePictureError, cleaned, encoded

if TYPE_CHECKING:
    from lxml.etree import _Element

SHARPEST = 1920
"""Pixels along the longer side that a picture behind slides is kept with; a screen shows no more."""
PICTURE = "picture"
"""Why a presentation is refused whose picture cannot be drawn anew."""

PRESENTATION, MASTER, THEME = (
    "ppt/presentation.xml",
    "ppt/slideMasters/slideMaster1.xml",
    "ppt/theme/theme1.xml",
)
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_LEFT_OUT = frozenset(
    {f"{P}extLst", f"{A}extLst", f"{P}custDataLst", f"{P}controls", f"{P}timing", f"{P}transition"}
)
"""What a master may have and a pattern does without: extensions, programs, sound and movement."""
_SHAPES = frozenset(f"{P}{name}" for name in ("pic", "graphicFrame", "sp", "cxnSp", "grpSp", "bg"))
"""What goes when something it needs is not carried over."""
_TAIL = re.compile(r"[^/]*\Z")


@attrs.frozen
class Link:
    """What a part points to: the kind of the relation, and the part."""

    kind: str
    part: str


@attrs.define
class Parts:
    """Takes parts over one by one, each with nothing in it that points to what is not taken over."""

    given: Mapping[str, bytes]
    made: dict[str, bytes] = attrs.field(factory=dict)
    _pictures: dict[str, str] = attrs.field(factory=dict)

    def read(self, part: str) -> "_Element":
        """A part as a tree.

        Raises:
            OfficeFileError: it is not there, is no XML, or defines entities of its own.
        """
        from lxml import etree

        data = self.given.get(part, b"")
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise OfficeFileError(OfficeFileError.DAMAGED, part)
        try:
            return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
        except (etree.XMLSyntaxError, ValueError) as error:
            raise OfficeFileError(OfficeFileError.DAMAGED, part) from error

    def links(self, part: str) -> dict[str, Link]:
        """What a part points to inside the file, by the id it uses for it."""
        folder, name = posixpath.split(part)
        listed = f"{folder}/_rels/{name}.rels"
        if listed not in self.given:
            return {}
        found: dict[str, Link] = {}
        for entry in self.read(listed):
            if isinstance(entry.tag, str) and entry.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, entry.get("Target", ""))).lstrip("/")
                kind = _TAIL.search(entry.get("Type", ""))
                found[entry.get("Id", "")] = Link(kind[0] if kind else "", target)
        return found

    def linked(self, part: str, kind: str) -> list[str]:
        """The parts of a kind that a part points to, in its order."""
        return [
            link.part for link in self.links(part).values() if link.kind == kind and link.part in self.given
        ]

    def carry(self, part: str, to: str, others: Mapping[str, str], name: str = "") -> None:
        """Take a part over under another name; of what it points to, pictures and `others` stay."""
        tree = self.read(part)
        if name:
            for common in tree.iter(f"{P}cSld"):
                common.set("name", name)
        without_extras(tree)
        links = self.links(part)
        kept: dict[str, tuple[str, str]] = {}
        for element, link_id in pointing(tree):
            link = links.get(link_id)
            target = self._target(link, others) if link is not None else None
            if link is None or target is None:
                let_go(element)
            else:
                kept[link_id] = (link.kind, target)
        for link_id, link in links.items():
            if link.kind in ("slideMaster", "theme") and link.part in others:
                kept[link_id] = (link.kind, others[link.part])
        folder, base = posixpath.split(to)
        self.made[to] = written(tree)
        if kept:
            self.made[f"{folder}/_rels/{base}.rels"] = relations(kept, folder)

    def _target(self, link: Link, others: Mapping[str, str]) -> str | None:
        if link.part in others:
            return others[link.part]
        if link.kind != "image" or link.part not in self.given:
            return None
        if link.part not in self._pictures:
            data, suffix = _picture(self.given[link.part])
            self._pictures[link.part] = f"ppt/media/image{len(self._pictures) + 1}.{suffix}"
            self.made[self._pictures[link.part]] = data
        return self._pictures[link.part]


def number(element: "_Element", name: str) -> int:
    """A whole number an element has under that name; 0 when it has none, or something else."""
    text = element.get(name, "")
    return int(text) if re.fullmatch(r"\d{1,9}", text, re.ASCII) else 0


def without_extras(tree: "_Element") -> None:
    """Take out what a pattern does without; of two ways to say the same, keep the one every program reads."""
    for choice in list(tree.iter(f"{_MC}AlternateContent")):
        parent, fallback = choice.getparent(), choice.find(f"{_MC}Fallback")
        if parent is None:
            continue
        for child in list(fallback) if fallback is not None else ():
            choice.addprevious(child)
        parent.remove(choice)
    for element in [one for one in tree.iter() if one.tag in _LEFT_OUT]:
        if (parent := element.getparent()) is not None:
            parent.remove(element)


def pointing(tree: "_Element") -> list[tuple["_Element", str]]:
    """Elements that point to other parts, with the ids they use."""
    return [
        (element, value)
        for element in tree.iter()
        for name, value in element.attrib.items()
        if str(name).startswith(R) and value
    ]


def let_go(element: "_Element") -> None:
    """Remove what points to nothing: an address alone, anything else with the shape it is in."""
    gone: Any = element
    if not str(element.tag).startswith((f"{A}hlink", f"{P}sldLayoutId")):
        gone = next((one for one in element.iterancestors() if one.tag in _SHAPES), element)
    if (parent := gone.getparent()) is not None:
        parent.remove(gone)


def _picture(data: bytes) -> tuple[bytes, str]:
    """A picture drawn anew, no sharper than a screen shows it."""
    from PIL import Image

    try:
        photo = cleaned(data)
    except UnsafePictureError as error:
        large = error.kind == UnsafePictureError.LARGE
        raise OfficeFileError(OfficeFileError.LARGE if large else PICTURE) from error
    with Image.open(io.BytesIO(photo.data)) as opened:
        if max(opened.size) <= SHARPEST:
            return photo.data, photo.suffix
        smaller = opened.copy()
    smaller.thumbnail((SHARPEST, SHARPEST))
    drawn = encoded(smaller, as_jpeg=photo.suffix == "jpg")
    return drawn.data, drawn.suffix


def written(tree: "_Element") -> bytes:
    """A tree as a part holds it."""
    from lxml import etree

    data: bytes = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def relations(links: Mapping[str, tuple[str, str]], folder: str) -> bytes:
    """The part that says what a part in `folder` points to: kind and target by id."""
    from lxml import etree

    made = etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap={None: _RELATIONS})
    for link_id, (kind, target) in links.items():
        there = posixpath.relpath(target, folder) if folder else target
        etree.SubElement(
            made,
            f"{{{_RELATIONS}}}Relationship",
            {"Id": link_id, "Type": f"{_OFFICE}{kind}", "Target": there},
        )
    return written(made)
