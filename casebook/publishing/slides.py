"""The look of slides: pandoc's own pattern for PowerPoint in the house style, and the marks of the report on each slide."""

import re
import zipfile
from collections.abc import Mapping
from html import escape
from pathlib import Path
from types import MappingProxyType
from typing import Any

from casebook.publishing.logo import LaidOut
from casebook.publishing.office_file import TYPES
from casebook.publishing.presentation_parts import MASTER, THEME
from casebook.publishing.word_files import rewrite

MASTER_LINKS = "ppt/slideMasters/_rels/"
TITLE, TITLE_LINKS = "ppt/slideLayouts/slideLayout1.xml", "ppt/slideLayouts/_rels/slideLayout1.xml.rels"
INK, ACCENT, MUTED = "1D2730", "0F5C6E", "5A656E"
"""Colours as Office Open XML writes them."""
SIZES = {"1": 1800, "2": 1600, "3": 1400}
"""Hundredths of a point, by level of a list."""
EMU = 36_000
"""Units of a drawing to a millimetre."""
WIDE, HIGH = 9_144_000, 5_143_500
"""A slide as pandoc makes it, in those units: 254 by 143 mm, sixteen to nine."""
LEFT, TOP, FOOT = 548_640, 380_000, 4_745_000
LOGO_WIDE, LOGO_HIGH = 60.0, 18.0
"""Millimetres a logo may take on the title slide."""
TITLE_STYLE = (
    '<p:titleStyle><a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="90000"/></a:lnSpc><a:spcBef><a:spcPct val="0"/></a:spcBef>'
    '<a:buNone/><a:defRPr sz="2600" b="1" kern="1200"><a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'
    '<a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-cs"/></a:defRPr></a:lvl1pPr></p:titleStyle>'
)
BAND = (
    '<p:sp><p:nvSpPr><p:cNvPr id="90" name="Band"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="9144000" cy="64800"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
)
_TEXT_BOX = (
    '<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name}"/><p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
    '<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
    '</a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"/>'
    "<a:lstStyle/>{lines}</p:txBody></p:sp>"
)
_LINE = (
    '<a:p><a:pPr algn="{side}"/><a:r><a:rPr sz="{size}"><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill></a:rPr>'
    "<a:t>{words}</a:t></a:r></a:p>"
)
_LOGO = (
    '<p:pic><p:nvPicPr><p:cNvPr id="92" name="Logo" descr="{words}"/><p:cNvPicPr/><p:nvPr userDrawn="1"/></p:nvPicPr>'
    '<p:blipFill><a:blip r:embed="rIdLogo"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>'
    '<a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    "</p:spPr></p:pic>"
)
_LOGO_LINK = (
    '<Relationship Id="rIdLogo" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
    'Target="../media/{}"/></Relationships>'
)
_COLOUR = re.compile(r'(<a:(?:accent1|hlink|folHlink)><a:srgbClr val=")[0-9A-F]{6}')
_FONT = re.compile(r'(<a:(?:majorFont|minorFont)>\s*<a:latin typeface=")[^"]*')
_SIZE = re.compile(r'(<a:lvl([1-3])pPr marL=(?:(?!<a:defRPr).)*<a:defRPr sz=")\d+', re.DOTALL)
_PLACED_BY_FILE = re.compile(rb'(<p:cNvPr descr="[^"]*?)\s*assets/\d+\.\w+"')
"""How pandoc describes a picture: by its title, then by where it lay."""
_LAYOUT = re.compile(r"ppt/slideLayouts/(?:_rels/)?(slideLayout\d+\.xml)(?:\.rels)?\Z")
_LAYOUT_TYPE = re.compile(rb'<Override\b[^>]*PartName="/ppt/slideLayouts/(slideLayout\d+\.xml)"[^>]*/>')


def dress_slides(pattern: Path, words: Mapping[str, Any], logo: LaidOut | None) -> None:
    """Give pandoc's pattern the house style, and put the marks at the foot of every slide.

    `words` is what stands in running headers and footers, with the look (`Job.words`).
    """

    def change(name: str, data: bytes) -> bytes:
        if name not in (THEME, MASTER, TITLE, TITLE_LINKS, TYPES):
            return data
        text = data.decode("utf-8")
        if name == THEME:
            text = _theme(text, words)
        elif name == MASTER:
            text = _master(text, words)
        elif name == TITLE:
            text = _title_slide(text, words, logo)
        elif logo is not None:
            text = _with_logo_link(name, text, logo)
        return text.encode("utf-8")

    media: Mapping[str, bytes] = {f"ppt/media/{_file(logo)}": logo.data} if logo else MappingProxyType({})
    rewrite(pattern, change, media)


def finish_slides(slides: Path) -> None:
    """Describe each picture by what it shows, not by where it lay, and leave out layouts that no master has."""
    with zipfile.ZipFile(slides) as archive:
        links = [archive.read(name) for name in archive.namelist() if name.startswith(MASTER_LINKS)]
    had = set(re.findall(r"slideLayout\d+\.xml", b"".join(links).decode("utf-8")))

    def change(name: str, data: bytes) -> bytes | None:
        if name.startswith("ppt/slides/"):
            return _PLACED_BY_FILE.sub(rb'\1"', data)
        if name == TYPES:
            return _LAYOUT_TYPE.sub(lambda type_: type_[0] if type_[1].decode() in had else b"", data)
        layout = _LAYOUT.match(name)
        return None if layout and layout[1] not in had else data

    rewrite(slides, change)


def _theme(text: str, words: Mapping[str, Any]) -> str:
    accent = (words["accent"] or ACCENT).removeprefix("#")
    text = re.sub(r"<a:dk1>.*?</a:dk1>", f'<a:dk1><a:srgbClr val="{INK}"/></a:dk1>', text)
    text = re.sub(r"<a:dk2>.*?</a:dk2>", f'<a:dk2><a:srgbClr val="{MUTED}"/></a:dk2>', text)
    text = _COLOUR.sub(rf"\g<1>{accent}", text)
    family = escape(words["family"])
    return _FONT.sub(lambda font: f"{font[1]}{family}", text) if family else text


def _master(text: str, words: Mapping[str, Any]) -> str:
    text = re.sub(r"<p:titleStyle>.*?</p:titleStyle>", TITLE_STYLE, text, flags=re.DOTALL)
    text = text.replace('<a:spcPct val="20000"/>', '<a:spcPct val="45000"/>')
    text = _SIZE.sub(lambda size: f"{size[1]}{SIZES[size[2]]}", text)
    text = text.replace(
        'y="205979"/><a:ext cx="8229600" cy="857250"', 'y="180000"/><a:ext cx="8229600" cy="760000"'
    )
    text = text.replace(
        'y="1200151"/><a:ext cx="8229600" cy="3394472"', 'y="1030000"/><a:ext cx="8229600" cy="3660000"'
    )
    return below_all(text, BAND + marks_of(words, "tx2", 1.0, 1.0))


def marks_of(words: Mapping[str, Any], colour: str, across: float, down: float) -> str:
    """Status and audience, and the organisation's line above them, at the foot of a slide of that many times our size."""
    said = [line for line in (words["line"], words["footer"]) if line]
    size = round(800 * min(across, down))
    return _box(
        (91, "Marks"),
        (LEFT * across, FOOT * down, (WIDE - 2 * LEFT) * across, 330_000 * down),
        "b",
        [_line(line, size, colour, "l") for line in said],
    )


def _title_slide(text: str, words: Mapping[str, Any], logo: LaidOut | None) -> str:
    text = text.replace(
        'x="685800" y="1597819"/><a:ext cx="7772400"', 'x="457200" y="1250000"/><a:ext cx="8229600"'
    )
    text = text.replace(
        'x="1371600" y="2914650"/><a:ext cx="6400800"', 'x="457200" y="2560000"/><a:ext cx="8229600"'
    )
    return below_all(text.replace('algn="ctr"', 'algn="l"'), _letterhead(words, logo))


def _letterhead(words: Mapping[str, Any], logo: LaidOut | None) -> str:
    """The logo at the head of the title slide and the name of the organisation, beside it if there is one."""
    shown = ""
    if logo is not None:
        wide, high = (round(size * EMU) for size in logo.within(LOGO_WIDE, LOGO_HIGH))
        described = escape(words["organisation"] or words["title"])
        shown += _LOGO.format(words=described, x=LEFT, y=TOP, wide=wide, high=high)
    if words["organisation"]:
        side = "r" if logo is not None else "l"
        start = LEFT + LOGO_WIDE * EMU if logo is not None else LEFT
        place = (start, TOP, WIDE - LEFT - start, LOGO_HIGH * EMU)
        anchor = "ctr" if logo is not None else "t"
        line = _line(words["organisation"], 1200, "tx2", side)
        shown += _box((93, "Organisation"), place, anchor, [line])
    return shown


def _with_logo_link(name: str, text: str, logo: LaidOut) -> str:
    if name == TITLE_LINKS:
        return text.replace("</Relationships>", _LOGO_LINK.format(_file(logo)))
    suffix = _file(logo).rpartition(".")[2]
    if f'Extension="{suffix}"' in text:
        return text
    kind = "image/png" if suffix == "png" else "image/jpeg"
    return text.replace("</Types>", f'<Default Extension="{suffix}" ContentType="{kind}"/></Types>')


def _file(logo: LaidOut) -> str:
    """Its name in the file: pandoc takes over pictures called image, and begins to count its own after those."""
    return f"image1{Path(logo.path).suffix}"


def _box(
    named: tuple[int, str], place: tuple[float, float, float, float], anchor: str, lines: list[str]
) -> str:
    x, y, wide, high = (round(size) for size in place)
    return _TEXT_BOX.format(
        id=named[0], name=named[1], x=x, y=y, wide=wide, high=high, anchor=anchor, lines="".join(lines)
    )


def _line(words: str, size: int, colour: str, side: str) -> str:
    return _LINE.format(side=side, size=size, colour=colour, words=escape(words, quote=False))


def below_all(text: str, shapes: str) -> str:
    """Put shapes below all others of a master or layout."""
    found = re.search(r"</p:grpSpPr>|<p:grpSpPr\s*/>", text)
    return text[: found.end()] + shapes + text[found.end() :] if found and shapes else text
