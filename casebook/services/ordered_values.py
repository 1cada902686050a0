"""Values that can be compared: years, levels, grades, steps of a scale; ">=3", "2003..2010", "<=training"."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta

from casebook.domain.folding import folded
from casebook.domain.grades import UNJUDGED
from casebook.domain.records import Sensitivity
from casebook.domain.wording import SENSITIVITY_WORDS

LETTERS, FIGURES = "ABCDEF" + UNJUDGED, "123456" + UNJUDGED
LATEST = 9999

_COMPARED = re.compile(r"(>=|<=|>|<|=)?\s*(.*)", re.DOTALL)
_RANGE = re.compile(r"(?P<first>[^.–—]*?)\s*(?:\.\.+|–|—)\s*(?P<last>[^.–—]*)")
_WITH_HYPHEN = re.compile(r"(\d{4})-(\d{4})")


def span(value: str, names: Mapping[str, int] | None = None, top: int = LATEST) -> tuple[int, int] | None:
    """The whole numbers that "3", ">=3", "<3", "2..4", "2.." or, by their `names`, "<=training" mean, up to `top`.

    None when there is no number in it.
    """
    text = value.strip()
    ranged = _WITH_HYPHEN.fullmatch(text) or _RANGE.fullmatch(text)
    if ranged:
        first, last = (_rank(end, names or {}) for end in ranged.groups())
        if first is None and last is None:
            return None
        return (0 if first is None else first), (top if last is None else last)
    sign, rest = compared(text)
    rank = _rank(rest, names or {})
    if rank is None:
        return None
    bounds = {">": (rank + 1, top), ">=": (rank, top), "<": (0, rank - 1), "<=": (0, rank)}
    return bounds.get(sign, (rank, rank))


def compared(text: str) -> tuple[str, str]:
    """The sign of comparison a value begins with, empty for none, and what follows."""
    matched = _COMPARED.fullmatch(text.strip())
    return (matched[1] or "", matched[2].strip()) if matched else ("", text)


def since(value: str, now: datetime) -> str | None:
    """The moment that "14" (days ago) or "2026-05-01" means, ISO 8601 in UTC; None when it is neither."""
    days = _rank(value, {})
    if days is not None:
        return (now - timedelta(days=days)).isoformat(timespec="seconds")
    try:
        return datetime.fromisoformat(compared(value)[1]).replace(tzinfo=UTC).isoformat(timespec="seconds")
    except ValueError:
        return None


def levels(value: str) -> Iterator[str]:
    """The levels of sensitivity that "training" or "<=partner" means."""
    names = {folded(words): int(level) for level, words in SENSITIVITY_WORDS.items()}
    within = span(value, names | {level.key: int(level) for level in Sensitivity}, max(Sensitivity))
    if within is not None:
        yield from (level.key for level in Sensitivity if within[0] <= level <= within[1])


def grades(value: str) -> Iterator[str]:
    """Grades that are ">=C3" (at least as good), "<=C3" (at most), "C3" or "C"; A is best, and 1; both halves count."""
    sign, rest = compared(value)
    asked = rest.upper()[:2]
    letter, figure = LETTERS.find(asked[:1] or " "), FIGURES.find(asked[1:] or " ")
    if letter < 0 or (figure < 0 and len(asked) > 1):
        return
    for at, first in enumerate(LETTERS):
        for place, second in enumerate(FIGURES):
            better = at <= letter and (figure < 0 or place <= figure)
            worse = at >= letter and (figure < 0 or place >= figure)
            same = better and worse
            if {">=": better, ">": better and not same, "<=": worse, "<": worse and not same}.get(sign, same):
                yield first + second


def _rank(text: str | None, names: Mapping[str, int]) -> int | None:
    said = folded((text or "").strip().rstrip("%").strip())
    if said in names:
        return names[said]
    return int(said) if said.isascii() and said.isdigit() and len(said) <= len(str(LATEST)) else None
