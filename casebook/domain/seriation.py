"""Puts similar rows and columns of a table of presences next to each other, always the same way."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

ROUNDS = 40
"""Averaging steps; the order of the small tables people look at stands long before."""


def serial_order(rows: Mapping[str, Collection[str]], columns: Sequence[str]) -> tuple[list[str], list[str]]:
    """An order of the rows and one of the columns in which like stands beside like.

    Reciprocal averaging (M. O. Hill, "Reciprocal averaging: an eigenvector method of ordination", Journal of Ecology
    61, 1973): a row's score is the mean of its columns' scores and the other way round, until they stand. Rows that
    share nothing, however indirectly, are ordered apart, the largest group first; empty lines stand last. Ties are
    broken by key, so the order does not depend on the one they came in.
    """
    patterns: dict[frozenset[str], list[str]] = defaultdict(list)
    known = set(columns)
    for key in sorted(rows):
        patterns[frozenset(rows[key]) & known].append(key)
    empty = patterns.pop(frozenset(), [])
    row_order: list[str] = []
    column_order: list[str] = []
    for group in _groups(patterns):
        ordered, across = _averaged(group, patterns)
        row_order += [key for pattern in ordered for key in patterns[pattern]]
        column_order += across
    used = set(column_order)
    return row_order + empty, column_order + sorted(known - used)


def _groups(patterns: Mapping[frozenset[str], list[str]]) -> list[list[frozenset[str]]]:
    """Patterns that are linked by the columns they share; the group with most rows first."""
    leader: dict[str, str] = {}

    def lead(column: str) -> str:
        while leader.setdefault(column, column) != column:
            leader[column] = leader[leader[column]]
            column = leader[column]
        return column

    for pattern in patterns:
        first, *others = sorted(pattern)
        for column in others:
            leader[lead(column)] = lead(first)
    found: dict[str, list[frozenset[str]]] = defaultdict(list)
    for pattern in patterns:
        found[lead(min(pattern))].append(pattern)

    def rank(group: list[frozenset[str]]) -> tuple[int, str]:
        return -sum(len(patterns[pattern]) for pattern in group), min(min(pattern) for pattern in group)

    return sorted(found.values(), key=rank)


def _averaged(
    group: list[frozenset[str]], patterns: Mapping[frozenset[str], list[str]]
) -> tuple[list[frozenset[str]], list[str]]:
    lines = sorted(tuple(sorted(pattern)) for pattern in group)
    weights = [float(len(patterns[frozenset(line)])) for line in lines]
    columns = sorted({column for line in lines for column in line})
    mass = dict.fromkeys(columns, 0.0)
    for line, weight in zip(lines, weights, strict=True):
        for column in line:
            mass[column] += weight
    scores = {column: float(place) for place, column in enumerate(columns)}
    rows = [0.0] * len(lines)
    for _round in range(ROUNDS):
        rows = [sum(scores[column] for column in line) / len(line) for line in lines]
        fresh = dict.fromkeys(columns, 0.0)
        for line, weight, score in zip(lines, weights, rows, strict=True):
            for column in line:
                fresh[column] += weight * score
        scores = _spread({column: fresh[column] / mass[column] for column in columns}, mass)
    order = sorted(range(len(lines)), key=lambda at: (round(rows[at], 9), lines[at]))
    across = sorted(columns, key=lambda column: (round(scores[column], 9), column))
    return [frozenset(lines[at]) for at in order], across


def _spread(scores: dict[str, float], mass: Mapping[str, float]) -> dict[str, float]:
    """Scores about their weighted mean, stretched to 1: what all lines have in common is taken out."""
    mean = sum(scores[key] * mass[key] for key in scores) / (sum(mass.values()) or 1.0)
    widest = max((abs(score - mean) for score in scores.values()), default=0.0) or 1.0
    return {key: (score - mean) / widest for key, score in scores.items()}
