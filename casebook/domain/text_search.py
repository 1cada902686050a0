"""Finds words in a text as a person sees them; every place found is given in the text as it was typed."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import attrs

from casebook.domain.names_in_text import JOINED, LETTER, plain

Span = tuple[int, int]
"""Where a place begins and ends in a text, as Python counts."""

QUOTES = str.maketrans("‘’ʼ‛“”„‟«»", '\'\'\'\'""""""')
"""Quotation marks and apostrophes that one types for one another."""

_CLUSTERED = re.compile(r"[\u1160-\u11ff]")
"""The second and third letter of a Korean syllable that was typed in pieces."""
_JOINED, _LETTER = re.compile(f"[{JOINED}]"), re.compile(LETTER)


@attrs.frozen(kw_only=True)
class Wanted:
    """What is looked for, and how exactly it has to be the same."""

    text: str
    match_case: bool = False
    whole_words: bool = False
    match_accents: bool = False


def places(text: str, wanted: Wanted) -> Iterator[Span]:
    """Where `wanted` stands in `text`, from its beginning; places never overlap, nor part a letter from its accents."""
    looked_for = _folded(wanted.text, wanted)
    if not looked_for or looked_for not in _folded(text, wanted):
        return
    signs = _Signs(text, wanted)
    done = 0
    while (at := signs.folded.find(looked_for, done)) >= 0:
        span = signs.span(at, at + len(looked_for))
        if span is None or (wanted.whole_words and not _is_whole(text, *span)):
            done = at + 1
        else:
            done = at + len(looked_for)
            yield span


class _Signs:
    """A text in the form it is compared in, and where each letter of that stands in the text itself."""

    def __init__(self, text: str, wanted: Wanted) -> None:
        self._size = len(text)
        if text.isascii():
            self.folded = _folded(text, wanted)
            self._starts: dict[int, int] | None = None
            return
        self._starts, self._ends = {}, {}
        pieces: list[str] = []
        length = 0
        for start, end in _clusters(text):
            piece = _piece(text[start:end], wanted.match_case, wanted.match_accents)
            if piece:
                self._starts[length] = start
                length += len(piece)
                self._ends[length] = end
                pieces.append(piece)
        self.folded = "".join(pieces)

    def span(self, start: int, end: int) -> Span | None:
        """The place in the text; None when it would begin or end inside a letter, as "s" does inside "ß"."""
        if self._starts is None:
            return start, end
        if start not in self._starts or end not in self._ends:
            return None
        return self._starts[start], self._ends[end]


def _clusters(text: str) -> Iterator[Span]:
    """Each letter with the accents and vowel signs that belong to it."""
    start = 0
    for at in range(1, len(text)):
        if not _continues(text[at]):
            yield start, at
            start = at
    if text:
        yield start, len(text)


@lru_cache(maxsize=20_000)
def _continues(sign: str) -> bool:
    return unicodedata.category(sign).startswith("M") or _CLUSTERED.match(sign) is not None


@lru_cache(maxsize=50_000)
def _piece(cluster: str, match_case: bool, match_accents: bool) -> str:
    """One letter in the form it is compared in; nothing for a sign nobody sees."""
    if unicodedata.category(cluster[0]) == "Zs":
        cluster = " " + cluster[1:]
    piece = unicodedata.normalize("NFC", cluster) if match_accents else plain(cluster).translate(QUOTES)
    if match_case:
        return piece
    folded = unicodedata.normalize("NFC", piece.casefold())
    return folded if match_accents else plain(folded)


def _folded(text: str, wanted: Wanted) -> str:
    if text.isascii():
        return text if wanted.match_case else text.lower()
    case, accents = wanted.match_case, wanted.match_accents
    return "".join(_piece(text[start:end], case, accents) for start, end in _clusters(text))


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word goes on before or behind a place that begins or ends with a letter."""
    goes_on_before = start > 0 and _is_letter(text[start - 1]) and _is_letter(text[start])
    goes_on_after = end < len(text) and _is_letter(text[end - 1]) and _is_letter(text[end])
    return not goes_on_before and not goes_on_after


@lru_cache(maxsize=20_000)
def _is_letter(sign: str) -> bool:
    """A letter, a digit, or a mark on one; none of a script that sets no spaces between its words."""
    if _JOINED.match(sign):
        return False
    return _LETTER.match(sign) is not None or unicodedata.category(sign).startswith("M")
