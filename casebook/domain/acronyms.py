"""Finds acronyms that are not spelled out where a reader first meets them."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import attrs

_KNOWN = (
    "UN US USA UK EU AU NATO COVID NGO INGO AIDS HIV GDP GNI USD EUR GBP ID IT TV UTC GMT AM PM BC AD CE BCE CEO "
    "HQ VIP FAQ PDF SMS GPS AI ICT OK DC NB PS VS KM KG MW GW HA II III IV VI VII VIII IX XI XII XIII XIV XV XVI "
    "XVII XVIII XIX XX XXI"
)
# Words of the language by now, units, clock and calendar, and Roman numerals.
KNOWN = frozenset(_KNOWN.split())
"""Acronyms nobody needs spelled out."""

_CANDIDATE = re.compile(r"[A-Z]{2,}")
_NOT_PROSE = re.compile(r"\]\([^)\s]*\)|https?://\S+|`[^`]*`")
_BEFORE = frozenset("@/._#\\")
_NEAR = 160
"""Characters either side in which a full name counts as standing beside its acronym."""


SHOUTED = 0.75
"""Share of capitals above which a stretch of text was typed in capitals."""


@attrs.frozen
class FirstUse:
    """An acronym and the text, by its position in what was read, where it first stands unexplained."""

    acronym: str
    place: int


def unexplained(texts: Iterable[str], explained: Iterable[str]) -> Iterator[FirstUse]:
    """Each acronym whose first use in `texts`, read in order, is not beside its full name.

    `explained` are acronyms that need no words, such as short names of listed actors. Addresses, code,
    citation keys and document numbers are passed over; so is text typed in capitals.
    """
    seen = set(explained) | KNOWN
    for place, text in enumerate(texts):
        fresh = _capitals(text) - seen
        if not fresh:
            continue
        readable = _NOT_PROSE.sub(" ", text)
        for match in _CANDIDATE.finditer(readable):
            acronym = match[0]
            if acronym in fresh and acronym not in seen and _stands_alone(readable, match):
                seen.add(acronym)
                if not _is_explained(readable, match):
                    yield FirstUse(acronym, place)


@lru_cache(maxsize=256)  # while someone types, all texts but one are the same as a moment ago
def _capitals(text: str) -> frozenset[str]:
    return frozenset(_CANDIDATE.findall(text))


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    if start and (text[start - 1].isalnum() or text[start - 1] in _BEFORE):
        return False
    rest = text[end : end + 2]
    if rest[:1].isalnum() and not (rest[0] == "s" and not rest[1:].isalnum()):
        return False
    if rest[:1] in {"/", "_"} or (rest[:1] == "-" and rest[1:].isdigit()):
        return False
    around = text[max(0, start - 30) : end + 30]
    return sum(map(str.isupper, around)) <= SHOUTED * sum(map(str.isalpha, around)) or len(around) < 12


def _is_explained(text: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    if text[:start].endswith("(") or re.match(r"s?\s?\([^\W\d]{3}", text[end : end + 8]):
        return True
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    return any(match[0] in _initials(near) for near in (before, after))


def _initials(text: str) -> str:
    """First letters of the capitalised words, so that "Armed Forces of Liberia" reads "AFL"."""
    return "".join(re.findall(r"(?<!\w)([A-Z])[a-z]", text))
