"""The words around a match in a text."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from casebook.domain.folding import PARTED, folded, in_word
from casebook.domain.wanted import HasWords

APART = "\x00"
"""Between texts that are looked through together; no text of a case holds this sign."""
MOST = 60
"""Matches of one word that are looked at to find the most telling text."""
AROUND = 40
"""Signs shown before the first match, and up to five times as many from there on."""
ELLIPSIS = "…"

_FOREIGN = re.compile(r"[^\W\x00-\x7f]|[\u0300-\u036f]")
_MARKS = re.compile(r"\*+|^#+ |^> ?|`+", re.MULTILINE)

Parts = tuple[tuple[str, bool], ...]
"""Stretches of text, each with whether it is a match."""


class Matcher:
    """Finds some words in texts as the search index finds them: `parted` texts, folded."""

    def __init__(self, wanted: Iterable[HasWords]) -> None:
        """Words that are looked for; those without any word of their own are left out."""
        self._searches = [_Search(one) for one in dict.fromkeys(wanted) if one.words]

    def best(self, texts: Sequence[str]) -> int:
        """The place of the text in which most of the words stand, the first of several; -1 when there is none."""
        joined = APART.join(texts)
        # Folding every text takes ten times as long as looking: it is done for words that are not there without.
        small = joined.lower()
        if len(small) != len(joined) or any(not search.stands_in(small) for search in self._searches):
            small = folded(joined) if _FOREIGN.search(joined) else small
        starts = [0]
        for text in small.split(APART):
            starts.append(starts[-1] + len(text) + 1)
        points: dict[int, int] = {}
        for search in self._searches:
            places = (bisect_right(starts, start) - 1 for start, _end in islice(search.spans(small), MOST))
            for place in set(places):
                points[place] = points.get(place, 0) + 1
        return max(points, key=lambda place: (points[place], -place), default=-1)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where in `text` the matches are, from left to right, none within another."""
        small, places = _placed(text)
        found = sorted(span for search in self._searches for span in search.spans(small))
        spans: list[tuple[int, int]] = []
        for start, end in found:
            # To the end of the sign the match ends in, and with the marks on it, which folding takes away.
            first = places[start] if places else start
            last = max(places[end], places[end - 1] + 1) if places else end
            if not spans or first >= spans[-1][1]:
                spans.append((first, last))
        return spans

    def excerpt(self, text: str) -> Parts:
        """The stretch of a text with its first match in it, matches marked; its beginning when there is none."""
        spans = self.spans(text)
        begin = max(spans[0][0] - AROUND, 0) if spans else 0
        if begin:
            space = text.find(" ", begin, spans[0][0])
            begin = space + 1 if space >= 0 else begin
        end = min(len(text), begin + 6 * AROUND)
        parts: list[tuple[str, bool]] = [(ELLIPSIS, False)] if begin else []
        at = begin
        for first, last in spans:
            if last > end:
                break
            parts += [(text[at:first], False), (text[first:last], True)]
            at = last
        parts += [(text[at:end], False), (ELLIPSIS if end < len(text) else "", False)]
        return tuple((_plain(words), match) for words, match in parts if words)


class _Search:
    """Words side by side, beginning where a word begins, and running to the end of the last."""

    def __init__(self, wanted: HasWords) -> None:
        self._first, *self._others = wanted.words
        self._whole = wanted.whole

    def stands_in(self, small: str) -> bool:
        """Whether a folded text has a match."""
        return next(self.spans(small), None) is not None

    def spans(self, small: str) -> Iterator[tuple[int, int]]:
        """Start and end of each match in a folded text."""
        at = small.find(self._first)
        while at >= 0:
            end = at + len(self._first)
            # The beginning is looked for by itself: a plain search is many times faster than a pattern's.
            if at == 0 or not in_word(small[at - 1]):
                last = self._end(small, end)
                if last >= 0:
                    yield at, last
                    end = last
            at = small.find(self._first, end)

    def _end(self, small: str, at: int) -> int:
        """Where a match ends whose first word ends at `at`; -1 when the other words do not follow."""
        for word in self._others:
            start = at
            while at < len(small) and small[at] != APART and not in_word(small[at]):
                at += 1
            if at == start or not small.startswith(word, at):
                return -1
            at += len(word)
        end = at
        while end < len(small) and in_word(small[end]):
            end += 1
        return -1 if self._whole and end > at else end


def _placed(text: str) -> tuple[str, list[int] | None]:
    """The folded text, and for each place in it the place in `text`, when folding moved any."""
    small = folded(text)
    # As long as before is not enough: one sign may have become two, and another none.
    alone = {sign: folded(sign) for sign in set(text) if not sign.isascii()}
    if all(len(piece) == 1 for piece in alone.values()):
        return small, None
    pieces = [alone[sign] if sign in alone else sign.lower() for sign in text]
    places = [place for place, piece in enumerate(pieces) for _sign in piece]
    return "".join(pieces), [*places, len(text)]


def _plain(text: str) -> str:
    """On one line, without the signs of Markdown that only set words in bold or italics, or mark a heading."""
    return _MARKS.sub("", text.replace(PARTED, "")).replace("\n", " ")
