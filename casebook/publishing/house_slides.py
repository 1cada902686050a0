"""Slides made with an organisation's own pattern: our marks on it, and letters no larger than our texts leave room for."""

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from casebook.publishing.presentation_parts import MASTER, PRESENTATION, A, P, number, written
from casebook.publishing.slides import HIGH, SIZES, WIDE, below_all, marks_of
from casebook.publishing.word_files import rewrite

if TYPE_CHECKING:
    from lxml.etree import _Element

BODY_WIDE, BODY_HIGH = 8_229_600, 3_660_000
"""Room for text on a slide of ours, for which the lengths of all texts on slides are measured; in EMU."""
TITLE, FIRST_TITLE, UNDER_TITLE, BODY = 2_800, 3_200, 1_600, tuple(SIZES.values())
"""Hundredths of a point that letters may have there: titles, the title slide, and a text by level of its lists."""
LEAST = 0.5
"""Nothing is set smaller than half of that, whatever a master says of its room."""
_TITLES = {"title": TITLE, "ctrTitle": FIRST_TITLE, "subTitle": UNDER_TITLE}
_TEXTS = ("body", "obj")


def mark_slides(pattern: Path, words: Mapping[str, Any]) -> None:
    """Put the marks at the foot of every slide, and make letters smaller where our texts would run off it."""
    from lxml import etree

    with zipfile.ZipFile(pattern) as archive:
        size = etree.fromstring(archive.read(PRESENTATION)).find(f"{P}sldSz")
        master = etree.fromstring(archive.read(MASTER))
    wide, high = (number(size, side) for side in ("cx", "cy")) if size is not None else (0, 0)
    wide, high = wide or WIDE, high or HIGH
    room = _room(master, wide, high)

    def change(name: str, data: bytes) -> bytes:
        if not name.endswith(".xml") or not name.startswith(("ppt/slideMasters/", "ppt/slideLayouts/")):
            return data
        tree = etree.fromstring(data)
        _cap(tree, room)
        text = written(tree).decode("utf-8")
        if name == MASTER:
            text = below_all(text, marks_of(words, "tx1", wide / WIDE, high / HIGH))
        return text.encode("utf-8")

    rewrite(pattern, change)


def _room(master: "_Element", wide: int, high: int) -> float:
    """How many times as large as ours letters may be, by the room the master gives to text."""
    for shape in master.iter(f"{P}sp"):
        place, size = shape.find(f".//{P}ph"), shape.find(f"{P}spPr/{A}xfrm/{A}ext")
        if place is not None and place.get("type") == "body" and size is not None:
            return max(min(number(size, "cx") / BODY_WIDE, number(size, "cy") / BODY_HIGH), LEAST)
    return min(wide / WIDE, high / HIGH)


def _cap(tree: "_Element", room: float) -> None:
    for style in tree.iter(f"{P}titleStyle"):
        _cap_letters(style, (TITLE,), room)
    for style in tree.iter(f"{P}bodyStyle"):
        _cap_letters(style, BODY, room)
    for shape in tree.iter(f"{P}sp"):
        place, style = shape.find(f".//{P}ph"), shape.find(f"{P}txBody/{A}lstStyle")
        if place is None or style is None:
            continue
        kind = place.get("type", "obj")
        if kind in _TITLES:
            _cap_letters(style, (_TITLES[kind],), room)
        elif kind in _TEXTS:
            _cap_letters(style, BODY, room)


def _cap_letters(style: "_Element", largest: tuple[int, ...], room: float) -> None:
    """Make letters no larger than `largest` by level, deeper levels as the last."""
    for at, level in enumerate(style.findall(f"{A}lvl{depth}pPr") for depth in range(1, 10)):
        most = round(largest[min(at, len(largest) - 1)] * room / 100) * 100
        for letters in (one.find(f"{A}defRPr") for one in level):
            if letters is not None and number(letters, "sz") > most:
                letters.set("sz", str(most))
