"""Entries that may be the same thing: alike by title, in rows of different cases, for a person to decide about."""

from collections import defaultdict
from collections.abc import Sequence

import attrs

from casebook.domain.comparison import Candidate, Decisions, Held, Row, pair_of
from casebook.domain.likeness import ALIKE, likeness, words_of

MOST = 3
"""Candidates that are offered for one row."""


def with_candidates(rows: Sequence[Row], decisions: Decisions) -> tuple[Row, ...]:
    """The rows of one section, each with those entries of other cases it may be the same as."""
    waiting = [(row, _holders(row), _entries(row)) for row in rows if len(_holders(row)) < len(row.cells)]
    found: dict[str, list[Candidate]] = defaultdict(list)
    for at, (row, holders, entries) in enumerate(waiting):
        for other, other_holders, other_entries in waiting[at + 1 :]:
            if holders.isdisjoint(other_holders):
                candidate = _closest(row, entries, other, other_entries, decisions)
                if candidate:
                    found[row.key].append(candidate)
                    found[other.key].append(candidate)
    chosen = {
        key: sorted(held, key=lambda one: (-one.likeness, one.one, one.other))[:MOST]
        for key, held in found.items()
    }
    kept = {pair_of(one.one, one.other): one for held in chosen.values() for one in held}
    return tuple(
        attrs.evolve(row, similar=tuple(one for one in kept.values() if row.key in one.rows))
        if row.key in found
        else row
        for row in rows
    )


Read = tuple[Held, frozenset[str]]


def _holders(row: Row) -> frozenset[int]:
    return frozenset(number for number, cell in enumerate(row.cells) if cell.entries)


def _entries(row: Row) -> list[Read]:
    return [(held, words_of(held.words)) for cell in row.cells for held in cell.entries]


def _closest(
    row: Row, entries: list[Read], other: Row, other_entries: list[Read], decisions: Decisions
) -> Candidate | None:
    """The two entries of two rows that are most alike; None when none are alike, or all were decided about."""
    best, pair = 0.0, None
    for one, words in entries:
        for two, other_words in other_entries:
            alike = likeness(words, other_words)
            if alike < ALIKE or pair_of(one.id, two.id) in decisions.apart:
                continue
            if pair is None or (-alike, *pair_of(one.id, two.id)) < (-best, *pair_of(pair[0].id, pair[1].id)):
                best, pair = alike, (one, two)
    if pair is None:
        return None
    one, two = pair
    if one.id > two.id:
        one, two, row, other = two, one, other, row
    return Candidate(
        one=one.id,
        other=two.id,
        rows=(row.key, other.key),
        words=(one.words, two.words),
        likeness=round(best, 3),
    )
