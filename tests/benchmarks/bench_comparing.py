"""Compare: aligning four cases of 200 entries each, opening a row, and two texts of 20,000 words."""

import time
from collections.abc import Callable
from random import Random

import pytest

from casebook.domain.alignment import align
from casebook.domain.comparison_details import details
from casebook.domain.prose_differences import prose_differences
from casebook.domain.wording import Wording
from tests.benchmarks.measuring import percentile
from tests.builders import build_case
from tests.strategies import VOCABULARIES

CASES, ENTRIES, WORDS = 4, 200, 20_000
RUNS = 20
ALIGNING, OPENING, PROSE = 0.050, 0.050, 0.500
"""Seconds that each step may take."""


def told(title: str, step: Callable[[], object], limit: float) -> float:
    """Run a step often, print how long it took, and give the median."""
    seconds = []
    for _run in range(RUNS):
        begun = time.perf_counter()
        step()
        seconds.append(time.perf_counter() - begun)
    middle, slow = percentile(seconds, 0.5), percentile(seconds, 0.95)
    print(f"\n{title}: median {middle * 1000:.1f} ms, p95 {slow * 1000:.1f} ms (limit {limit * 1000:.0f} ms)")
    return middle


@pytest.fixture(scope="module")
def cases():
    return [build_case(seed, ENTRIES) for seed in range(CASES)]


def test_align(cases):
    wording = Wording(vocabularies=VOCABULARIES)
    took = told(f"Aligning {CASES} cases of {ENTRIES} entries", lambda: align(cases, wording), ALIGNING)
    assert took <= ALIGNING


def test_open_a_row(cases):
    made = align(cases, Wording(vocabularies=VOCABULARIES))
    row = made.of_section("challenges")[0]
    assert told("Opening a row", lambda: details(made, row), OPENING) <= OPENING


def test_word_by_word():
    rng = Random(1)
    words = [f"w{number}" for number in range(3000)]
    old = rng.choices(words, [1 / (at + 1) for at in range(3000)], k=WORDS)
    new = [rng.choice(words) if rng.random() < 0.05 else word for word in old]
    texts = " ".join(old), " ".join(new)
    assert told(f"Two texts of {WORDS:,} words", lambda: prose_differences(*texts), PROSE) <= PROSE
