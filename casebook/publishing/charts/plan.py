"""What a chart will show, worked out before anything is drawn: its words, its table, and where each mark stands."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from casebook.publishing.charts import lettering

WIDTH = 600.0
"""Width of every chart in its own units; letters of 11 are 8.5 points when a chart is as wide as an A4 column."""
BODY, SMALL = 11.0, 9.5
"""Sizes of letters."""

Mark = Mapping[str, Any]
"""One mark: numbers for where it stands, words for how it looks, and `text` for what it says."""


@attrs.frozen(kw_only=True)
class Plan:
    """One chart before drawing: `marks` by the name of the data set its specification draws them from."""

    title: str
    alt: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    height: float
    marks: Mapping[str, Sequence[Mark]]


def text(x: float, y: float, words: str, **look: Any) -> Mark:
    """Words whose baseline starts (or, by `align`, ends or is centred) at `x`, `y`; `strong`, `muted`, `size` as look."""
    size = look.get("size", BODY)
    return {"x": round(x, 1), "y": round(y, 1), "text": words, "align": "left", "size": size, **look}


def column(x: float, y: float, broken: Iterable[str], **look: Any) -> list[Mark]:
    """Lines under one another, the first with its baseline at `y`."""
    size = look.get("size", BODY)
    return [text(x, y + number * leading(size), line, **look) for number, line in enumerate(broken)]


def leading(size: float) -> float:
    """From one baseline to the next."""
    return size * 1.25


Sign = tuple[str, Mapping[str, Any], str]
"""An entry of a key: the data set its sign is drawn from, how the sign looks there, and the words beside it."""


def key(x: float, y: float, signs: Iterable[Sign], marks: Mapping[str, list[Mark]]) -> None:
    """Add a key in one row to `marks`; a sign that finds no room is left out with its words.

    A sign stands between `x` and `x2`, `y` and `y2`; what is drawn at a point takes the `middle` of its look.
    """
    for data, look, said in signs:
        room = 10.0 if look.get("middle") else 22.0
        beside = x + room + 5
        if beside + lettering.width(said, SMALL) > WIDTH:
            break
        centre = y - SMALL * 0.35
        left = x + room / 2 if look.get("middle") else x
        place = {"x": left, "y": centre}
        if not look.get("middle"):
            place |= {"x2": x + room, "y": centre - 4, "y2": centre + 4}
        marks[data].append({**place, **look})
        marks["texts"].append(text(beside, y, said, size=SMALL, muted=True))
        x = beside + lettering.width(said, SMALL) + 18


def counted(number: int, one: str, many: str) -> str:
    """ "1 event" or "3 events": `many` has a place for the number."""
    return one if number == 1 else many.format(number)


def listed(items: Sequence[str], most: int, more: str) -> str:
    """Items joined by semicolons; beyond `most` of them `more` says how many there are besides."""
    shown = list(items[:most])
    if len(items) > most:
        shown.append(more.format(len(items) - most))
    return "; ".join(shown)


def sentence(words: str) -> str:
    """`words` ended with one full stop, whatever they end with."""
    return words.rstrip(". ") + "."
