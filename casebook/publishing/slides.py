"""The look of slides: pandoc's own pattern for PowerPoint with our type, and the marks of the report on each slide."""

import re
from html import escape
from pathlib import Path

from casebook.publishing.word_files import rewrite

THEME, MASTER, TITLE = "ppt/theme/theme1.xml", "ppt/slideMasters/slideMaster1.xml", "slideLayout1.xml"
INK, ACCENT, MUTED = "1D2730", "0F5C6E", "5A656E"
"""Colours as Office Open XML writes them."""
SIZES = {"1": 1800, "2": 1600, "3": 1400}
"""Hundredths of a point, by level of a list."""
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
MARKS = (
    '<p:sp><p:nvSpPr><p:cNvPr id="91" name="Marks"/><p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
    '<a:xfrm><a:off x="457200" y="4790000"/><a:ext cx="7200000" cy="250000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
    '</a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle/>'
    '<a:p><a:r><a:rPr sz="900"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:rPr><a:t>{}</a:t></a:r></a:p>'
    "</p:txBody></p:sp>"
)
_COLOUR = re.compile(r'(<a:(?:accent1|hlink|folHlink)><a:srgbClr val=")[0-9A-F]{6}')
_SIZE = re.compile(r'(<a:lvl([1-3])pPr marL=(?:(?!<a:defRPr).)*<a:defRPr sz=")\d+', re.DOTALL)
_PLACED_BY_FILE = re.compile(rb'(<p:cNvPr descr="[^"]*?)\s*assets/\d+\.\w+"')
"""How pandoc describes a picture: by its title, then by where it lay."""


def dress_slides(pattern: Path, marks: str) -> None:
    """Give pandoc's pattern our colours and sizes, and put `marks` at the foot of every slide."""

    def change(name: str, data: bytes) -> bytes:
        text = data.decode("utf-8")
        if name == THEME:
            return _theme(text).encode("utf-8")
        if name == MASTER:
            return _master(text, marks).encode("utf-8")
        if name.endswith(TITLE):
            return _title_slide(text).encode("utf-8")
        return data

    rewrite(pattern, change)


def describe_slides(slides: Path) -> None:
    """Leave in the description of each picture what it shows, not where it lay while the slides were made."""
    rewrite(
        slides,
        lambda name, data: _PLACED_BY_FILE.sub(rb'\1"', data) if name.startswith("ppt/slides/") else data,
    )


def _theme(text: str) -> str:
    text = re.sub(r"<a:dk1>.*?</a:dk1>", f'<a:dk1><a:srgbClr val="{INK}"/></a:dk1>', text)
    text = re.sub(r"<a:dk2>.*?</a:dk2>", f'<a:dk2><a:srgbClr val="{MUTED}"/></a:dk2>', text)
    return _COLOUR.sub(rf"\g<1>{ACCENT}", text)


def _master(text: str, marks: str) -> str:
    text = re.sub(r"<p:titleStyle>.*?</p:titleStyle>", TITLE_STYLE, text, flags=re.DOTALL)
    text = text.replace('<a:spcPct val="20000"/>', '<a:spcPct val="45000"/>')
    text = _SIZE.sub(lambda size: f"{size[1]}{SIZES[size[2]]}", text)
    text = text.replace(
        'y="205979"/><a:ext cx="8229600" cy="857250"', 'y="180000"/><a:ext cx="8229600" cy="760000"'
    )
    text = text.replace(
        'y="1200151"/><a:ext cx="8229600" cy="3394472"', 'y="1030000"/><a:ext cx="8229600" cy="3660000"'
    )
    shown = BAND + MARKS.format(escape(marks, quote=False))
    return text.replace("</p:grpSpPr>", f"</p:grpSpPr>{shown}", 1)


def _title_slide(text: str) -> str:
    text = text.replace(
        'x="685800" y="1597819"/><a:ext cx="7772400"', 'x="457200" y="1250000"/><a:ext cx="8229600"'
    )
    text = text.replace(
        'x="1371600" y="2914650"/><a:ext cx="6400800"', 'x="457200" y="2560000"/><a:ext cx="8229600"'
    )
    return text.replace('algn="ctr"', 'algn="l"')
