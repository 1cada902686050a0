"""Draws a plan by its Vega-Lite specification: an SVG that holds words as text, reaches for nothing and runs nothing."""

import json
import math
import re
import threading
from collections.abc import Mapping
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

from casebook.domain.errors import PublishError
from casebook.domain.marking import _
from casebook.publishing.charts.plan import WIDTH, Mark, Plan
from casebook.publishing.charts.shades import darkened
from casebook.publishing.legible import legible, runs_right_to_left

FOLDER, LOOK = "charts", "look.json"
MEASURED = "Liberation Sans"
"""The font vl-convert carries inside itself: measuring any other opens its file anew for every single letter."""
FAMILY = "Noto Sans, Segoe UI, Arial, sans-serif"
VEGA_LITE = "6.4"
NOT_DRAWN = _("The chart “{}” could not be drawn ({}); nothing was written. Report this text.")
BAD_COLOUR = _(
    "“{}” is not a colour; write it as # and six digits, such as the one in your organisation’s style."
)

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\Z")
_NAMED = re.compile(r"@([a-z]+)")
_STAND_IN = re.compile(r"~(\d+)~")
_ISOLATE, _POP = "\u2067", "\u2069"
_lock = threading.Lock()


def draw(name: str, plan: Plan, resources: Path, colours: Mapping[str, str]) -> bytes:
    """The picture of `plan` by the specification called `name`.

    No word of a case reaches the drawing program: it sets numbered stand-ins, which the words, escaped, then replace.

    Raises:
        PublishError: a colour is none, or the chart cannot be drawn.
    """
    words: list[str] = []
    marks = {key: [_with_stand_in(mark, words) for mark in held] for key, held in plan.marks.items()}
    try:
        drawn = _drawn(
            resources / FOLDER / f"{name}.vl.json",
            _palette(resources, colours),
            json.dumps(marks),
            plan.height,
        )
    except ValueError as error:
        raise PublishError(NOT_DRAWN.format(name, error)) from error
    return _STAND_IN.sub(lambda found: _printed(words[int(found[1])]), drawn).encode("utf-8")


def _with_stand_in(mark: Mark, words: list[str]) -> Mark:
    if "text" not in mark:
        return mark
    words.append(mark["text"])
    return {**mark, "text": f"~{len(words) - 1}~"}


def _printed(text: str) -> str:
    text = " ".join(legible(text).split())
    return escape(f"{_ISOLATE}{text}{_POP}" if runs_right_to_left(text) else text)


def _palette(resources: Path, colours: Mapping[str, str]) -> str:
    """The colours of the look with those given instead, as JSON."""
    own = {name: colour for name, colour in colours.items() if colour}
    for colour in own.values():
        if not _COLOUR.match(colour):
            raise PublishError(BAD_COLOUR.format(colour[:40]))
    look = {**json.loads(_read(resources / FOLDER / LOOK)), **own}
    return json.dumps({**look, "accent": darkened(look["accent"], look["paper"])})


@lru_cache(maxsize=16)
def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@lru_cache(maxsize=128)
def _drawn(path: Path, palette: str, marks: str, height: float) -> str:
    import vl_convert

    spec = {
        **_painted(json.loads(_read(path)), json.loads(palette)),
        "width": WIDTH,
        "height": math.ceil(height / 2) * 2,
        "padding": 0,
        "autosize": "none",
        "datasets": json.loads(marks),
    }
    with _lock:
        made = vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE, allowed_base_urls=[])
    return made.replace(f'font-family="{MEASURED}"', f'font-family="{FAMILY}"')


def _painted(part: Any, palette: Mapping[str, str]) -> Any:
    """The specification with each "@name" in its texts replaced by the colour of that name."""
    if isinstance(part, dict):
        return {key: _painted(value, palette) for key, value in part.items()}
    if isinstance(part, list):
        return [_painted(value, palette) for value in part]
    return _NAMED.sub(lambda found: palette[found[1]], part) if isinstance(part, str) else part
