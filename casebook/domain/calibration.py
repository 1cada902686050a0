"""How far a case is a member of a set, from 0 (fully out) over 0.5 (neither) to 1 (fully in)."""

import math

FULLY = 3.0
"""Log odds of a membership of about 0.95, at which a case counts as fully in (Ragin 2008, table 5.1)."""

Anchors = tuple[float, float, float]
"""Values at which a case is fully out, neither out nor in, and fully in."""


def crisp(number: int) -> float:
    """1 for at least one entry, 0 for none."""
    return 1.0 if number else 0.0


def share(level: int, high: int) -> float:
    """A step of a scale as a share of its highest step: severity 4 of 5 is 0.8."""
    return min(max(level / high, 0.0), 1.0) if high else 0.0


def direct(value: float, anchors: Anchors) -> float:
    """The direct method: exp(l) / (1 + exp(l)), l being the distance from the crossover in units of 3 / (anchor − crossover).

    Charles C. Ragin, Redesigning Social Inquiry: Fuzzy Sets and Beyond, University of Chicago Press, 2008, chapter 5.

    Raises:
        ValueError: the crossover does not lie between the other two.
    """
    out, crossover, into = anchors
    if not (out < crossover < into or out > crossover > into):
        raise ValueError("the crossover has to lie between fully out and fully in")
    towards_in = (value > crossover) == (into > crossover)
    odds = (value - crossover) * FULLY / abs((into if towards_in else out) - crossover)
    odds = odds if into > out else -odds
    return 1.0 / (1.0 + math.exp(-max(min(odds, 700.0), -700.0)))
