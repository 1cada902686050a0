"""Two texts word by word: what stayed, what is gone, what is new; any script, and fast on long texts."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum

import attrs

CLOSE = 40_000
"""Pairs of words that are compared one by one; longer stretches that have no rare word in common are exchanged whole."""

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"\s*(?:[{_UNSPACED}]|[^\W{_UNSPACED}]+|[^\w\s]|\S)")
"""A word or a sign with the space before it; scripts that set no words apart go sign by sign."""


class Kept(StrEnum):
    """What became of a run of words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@attrs.frozen
class Run:
    """Words that stand together, with the spaces before them."""

    kept: Kept
    text: str


Block = tuple[int, int, int, int]
"""From and to in the one text, from and to in the other."""


def prose_differences(old: str, new: str) -> tuple[Run, ...]:
    """How `new` differs from `old`, as runs in reading order; kept words are spaced as in `new`.

    Kept and removed runs hold every word of `old`, kept and added runs every word of `new`, in order.
    """
    left, right = _WORD.findall(old), _WORD.findall(new)
    one, other = [word.strip() for word in left], [word.strip() for word in right]
    runs: list[Run] = []
    a = b = 0
    for start, start_new, size in [*_matches(one, other), (len(one), len(other), 0)]:
        _add(runs, Kept.REMOVED, left[a:start])
        _add(runs, Kept.ADDED, right[b:start_new])
        _add(runs, Kept.KEPT, right[start_new : start_new + size])
        a, b = start + size, start_new + size
    return tuple(runs)


def _add(runs: list[Run], kept: Kept, words: Sequence[str]) -> None:
    if not words:
        return
    text = "".join(words)
    if runs and runs[-1].kept is kept:
        text = runs.pop().text + text
    runs.append(Run(kept, text))


def _matches(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Stretches both texts have, as (from, from in the other, length), in order."""
    waiting: list[tuple[Block, bool]] = [((0, len(one), 0, len(other)), False)]
    while waiting:
        (a, a_end, b, b_end), same = waiting.pop()
        if same:
            yield a, b, a_end - a
            continue
        parts = list(_parts(one, other, (a, a_end, b, b_end)))
        waiting += reversed(parts)


def _parts(one: Sequence[str], other: Sequence[str], block: Block) -> Iterator[tuple[Block, bool]]:
    """A block as smaller ones, those that are the same marked; nothing where nothing is."""
    a, a_end, b, b_end = block
    start = a
    while a < a_end and b < b_end and one[a] == other[b]:
        a, b = a + 1, b + 1
    if a > start:
        yield (start, a, b - (a - start), b), True
    tail = 0
    while a < a_end - tail and b < b_end - tail and one[a_end - tail - 1] == other[b_end - tail - 1]:
        tail += 1
    yield from _middle(one, other, (a, a_end - tail, b, b_end - tail))
    if tail:
        yield (a_end - tail, a_end, b_end - tail, b_end), True


def _middle(one: Sequence[str], other: Sequence[str], block: Block) -> Iterator[tuple[Block, bool]]:
    a, a_end, b, b_end = block
    if a >= a_end or b >= b_end:
        return
    if (a_end - a) * (b_end - b) <= CLOSE:
        matcher = SequenceMatcher(None, one[a:a_end], other[b:b_end], autojunk=False)
        for at, at_new, size in matcher.get_matching_blocks():
            if size:
                yield (a + at, a + at + size, b + at_new, b + at_new + size), True
        return
    anchors = _anchors(one, other, block)
    if not anchors:
        return
    for at, at_new in anchors:
        yield (a, at, b, at_new), False
        yield (at, at + 1, at_new, at_new + 1), True
        a, b = at + 1, at_new + 1
    yield (a, a_end, b, b_end), False


def _anchors(one: Sequence[str], other: Sequence[str], block: Block) -> list[tuple[int, int]]:
    """Words that stand once in each block, as many as come in the same order in both (patience)."""
    a, a_end, b, b_end = block
    counts, counts_new = Counter(one[a:a_end]), Counter(other[b:b_end])
    places = {word: b + at for at, word in enumerate(other[b:b_end]) if counts_new[word] == 1}
    pairs = [
        (at, places[word]) for at, word in enumerate(one[a:a_end], a) if counts[word] == 1 and word in places
    ]
    return _rising(pairs)


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs in which both numbers rise; the first already does."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (_at, place) in enumerate(pairs):
        pile = bisect_left(tops, place)
        before.append(ends[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [place]
        ends[pile : pile + 1] = [number]
    chain: list[tuple[int, int]] = []
    number = ends[-1] if ends else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]
