"""How wide words are in a drawing: cutting, breaking and counting lines without asking a font."""

import unicodedata
from itertools import accumulate

ELLIPSIS = "…"
LONGEST = 1000
"""Signs of a text that are looked at: more than any drawing has room for."""
# Advance widths of Noto Sans Regular for U+0020 to U+007E, in hundredths of the letter size (its hmtx table).
_ASCII = (
    *(26, 27, 41, 65, 57, 83, 73, 22, 30, 30, 55, 57, 27, 32, 27, 37),
    *(57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 27, 27, 57, 57, 57, 43),
    *(90, 64, 65, 63, 73, 56, 52, 73, 74, 34, 27, 62, 52, 91, 76, 78),
    *(60, 78, 62, 55, 56, 73, 60, 93, 59, 57, 57, 33, 37, 33, 57, 44),
    *(28, 56, 62, 48, 62, 56, 34, 62, 62, 26, 26, 53, 26, 94, 62, 60),
    *(62, 62, 41, 48, 36, 62, 51, 79, 53, 51, 47, 38, 55, 38, 57),
)
_WIDE, _OTHER = 100, 62
SEMIBOLD = 1.05
"""How much wider a line is in the semibold cut."""


def width(text: str, size: float) -> float:
    """How wide `text` is in letters of `size`, in the unit of `size`; other scripts by the usual width of a letter."""
    return sum(map(_advance, text)) * size / 100


def cut(text: str, room: float, size: float) -> str:
    """`text` on one line, ended with an ellipsis where it would be wider than `room`."""
    text = " ".join(text[:LONGEST].split())
    if width(text, size) <= room:
        return text
    return text[: _fitting(text, room - width(ELLIPSIS, size), size)].rstrip(" ,;:–-") + ELLIPSIS


def lines(text: str, room: float, size: float, most: int = 2) -> tuple[str, ...]:
    """`text` in at most `most` lines no wider than `room`, broken between words; the last is cut if need be."""
    words = text[:LONGEST].split()
    broken: list[str] = []
    while words and len(broken) < most - 1:
        taken = 0
        while taken < len(words) and width(" ".join(words[: taken + 1]), size) <= room:
            taken += 1
        if not taken:
            # A word wider than the line, as every line of Chinese is, breaks where it must.
            at = max(_fitting(words[0], room, size), 1)
            words[:1] = [words[0][:at], words[0][at:]]
            taken = 1
        broken.append(" ".join(words[:taken]))
        words = words[taken:]
    return (*broken, cut(" ".join(words), room, size)) if words else tuple(broken)


def _fitting(text: str, room: float, size: float) -> int:
    """How many of the first signs of `text` fit into `room`, none parted from the marks that belong to it."""
    fitting = sum(reached <= room * 100 / size for reached in accumulate(map(_advance, text)))
    while 0 < fitting < len(text) and _combines(text[fitting]):
        fitting -= 1
    return fitting


def _advance(sign: str) -> int:
    if " " <= sign <= "~":
        return _ASCII[ord(sign) - 32]
    if unicodedata.east_asian_width(sign) in "WF":
        return _WIDE
    return 0 if _combines(sign) else _OTHER


def _combines(sign: str) -> bool:
    return unicodedata.category(sign) in ("Mn", "Me", "Cf")
