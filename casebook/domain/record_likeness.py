"""Which shared records may be the same thing: the same name, the same mark such as a DOI, or titles that are alike."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from math import ceil
from typing import Any

import attrs

from casebook.domain.fields import Kind, field_specs
from casebook.domain.likeness import likeness, normal, words_of
from casebook.domain.record_merge import names_of
from casebook.domain.records import RecordId, SharedRecord

NAME, ALIKE = "name", "alike"
"""Why two records may be the same, beside the name of a field that says the same in both."""
VERY_ALIKE = 0.8
"""Share of words in common from which two titles are worth asking about."""
MISSPELT = 0.7
"""Share of letters in common from which one word may be another, written otherwise."""
CROWDED = 100
"""Records that share two words from which the two say nothing about which of them are the same."""
MOST_RARE = 8
"""Words of a title that are looked up."""
MOST = 500
"""Groups told at most."""
LARGEST = 12
"""Records of one group at most; what goes on beyond that is no group of one thing."""
TELLING = frozenset({Kind.WHEN, Kind.COUNTRY})
"""Kinds of facts that tell things of one name apart: ministries of two countries, reports of two years."""

Apart = Collection[frozenset[str]]
"""Pairs of ids that somebody said are not the same."""

_SIGNS = re.compile(r"[\s\-–—_]+")
_ADDRESS = re.compile(r"^(https?://)?(dx\.)?(www\.)?(doi\.org/|doi:)?")


@attrs.frozen
class Likely:
    """Records that may be one and the same, and why: NAME, ALIKE or the name of the field."""

    ids: tuple[RecordId, ...]
    why: str


@attrs.frozen(eq=False)
class _Known:
    record: SharedRecord
    names: frozenset[str]
    short: str
    words: frozenset[str]
    numbers: frozenset[str]
    facts: dict[str, Any]


def likely_same(records: Sequence[SharedRecord], apart: Apart = ()) -> list[Likely]:
    """Groups of records of one section that may be the same, those with a mark or name in common first."""
    known = {record.id: _known(record) for record in records}
    refused = frozenset(apart)
    pairs: dict[frozenset[str], str] = {}
    for why, one, other in _pairs(known):
        pair = frozenset((one, other))
        if pair not in refused:
            pairs.setdefault(pair, why)
    return _groups({record.id: at for at, record in enumerate(records)}, pairs)[:MOST]


def _known(record: SharedRecord) -> _Known:
    specs = field_specs(type(record))
    title = next((getattr(record, spec.name) for spec in specs if spec.summary), "")
    facts = {
        spec.name: getattr(record, spec.name)
        for spec in specs
        if spec.fact and spec.kind in TELLING and not spec.is_empty(getattr(record, spec.name))
    }
    words = words_of(title)
    numbers = frozenset(word for word in words if any(sign.isdigit() for sign in word))
    short = next((_bare(getattr(record, spec.name)) for spec in specs if spec.short_form), "")
    names = frozenset(map(_bare, names_of(record))) - {""}
    return _Known(record, names, short, words, numbers, facts)


def _pairs(known: dict[RecordId, _Known]) -> Iterator[tuple[str, RecordId, RecordId]]:
    """(why, one, other), the surest first."""
    if not known:
        return
    some = next(iter(known.values())).record
    for spec in field_specs(type(some)):
        if spec.identifying:
            marks = ((_mark(getattr(held.record, spec.name)), ident) for ident, held in known.items())
            for one, other in _together(marks, LARGEST):
                yield spec.name, one, other
    names = ((name, ident) for ident, held in known.items() for name in held.names)
    for one, other in _together(names, LARGEST):
        if _fits(known[one], known[other]):
            yield NAME, one, other
    for one, other in _together(_signatures(known), CROWDED):
        if _alike(known[one], known[other]):
            yield ALIKE, one, other


def _signatures(known: dict[RecordId, _Known]) -> Iterator[tuple[str, RecordId]]:
    """Pairs of the rarer words of each title: titles as alike as VERY_ALIKE have one of them in common.

    Of two such titles, the shorter has at least two thirds of the words of the longer, so 0.4 × (n + 2n/3) = 2n/3 of n
    words are in both; of the rarest n/3 + 2 words of each, two are in both.
    """
    often = Counter(word for one in known.values() for word in one.words)
    for ident, one in known.items():
        rarest = sorted(one.words, key=lambda word: (often[word], word))
        rare = rarest[: len(rarest) - ceil(2 * len(rarest) / 3) + 2][:MOST_RARE]
        for pair in combinations(rare, 2):
            yield " ".join(sorted(pair)), ident


def _together(held: Iterable[tuple[str, RecordId]], most: int) -> Iterator[tuple[RecordId, RecordId]]:
    """Pairs of records that have something in common, unless more than `most` have."""
    by_value: dict[str, list[RecordId]] = defaultdict(list)
    for value, ident in held:
        if value:
            by_value[value].append(ident)
    for ids in by_value.values():
        if 1 < len(ids) <= most:
            yield from combinations(ids, 2)


def _alike(one: _Known, other: _Known) -> bool:
    return (
        one.numbers == other.numbers
        and len(one.words & other.words) > 1
        and likeness(one.words, other.words) >= VERY_ALIKE
        and _fits(one, other)
        and not (one.short and other.short and one.short != other.short)
        and _misspelt(one.words - other.words, other.words - one.words)
    )


def _misspelt(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether words that only one of two titles has are no more than added, or written otherwise in the other.

    Where a word stands for another, as in a mission in Sudan and one in Somalia, the two are different things.
    """
    few, many = sorted((some, others), key=len)
    return all(any(SequenceMatcher(None, word, near).ratio() >= MISSPELT for near in many) for word in few)


def _fits(one: _Known, other: _Known) -> bool:
    """Whether no fact tells them apart."""
    return all(one.facts[name] == other.facts[name] for name in one.facts.keys() & other.facts.keys())


def _groups(order: dict[RecordId, int], pairs: dict[frozenset[str], str]) -> list[Likely]:
    """What has something in common comes together; what is only alike is told two by two."""
    group_of: dict[str, int] = {}
    groups: list[tuple[set[str], str]] = []
    alike: list[Likely] = []
    for pair, why in pairs.items():
        ids = tuple(sorted(map(RecordId, pair), key=order.__getitem__))
        at = {group_of[ident] for ident in ids if ident in group_of}
        if why == ALIKE:
            if len(at) != 1 or not all(ident in group_of for ident in ids):
                alike.append(Likely(ids, why))
            continue
        both = set(pair).union(*(groups[one][0] for one in at))
        if len(both) <= LARGEST:
            groups.append((both, groups[min(at)][1] if at else why))
            group_of |= dict.fromkeys(both, len(groups) - 1)
    found = [groups[at] for at in dict.fromkeys(group_of.values())]
    sure = [Likely(tuple(sorted(map(RecordId, ids), key=order.__getitem__)), why) for ids, why in found]
    return [*sorted(sure, key=lambda group: order[group.ids[0]]), *alike]


def _bare(name: str) -> str:
    return _SIGNS.sub(" ", normal(name)).strip(" .")


def _mark(value: str) -> str:
    """A DOI, an address or a number as it is compared: without what one may write before or between."""
    return _SIGNS.sub("", _ADDRESS.sub("", normal(value))).rstrip("/")
