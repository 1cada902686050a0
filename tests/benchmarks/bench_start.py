"""From nothing to the painted window, and to the painted list, with 100,000 cases, and memory when idle.

The window and the memory are held against a bare Qt window, the list against one of a hundred cases.
"""

from pathlib import Path

import pytest

from tests.benchmarks.libraries import CASES, large_library
from tests.benchmarks.measuring import first_paint, median, show
from tests.builders import build_library

FEW = 100
RUNS = 5
TIMES, MEMORY, GROWTH = 4.0, 2.5, 1.2

Runs = dict[str, list[dict[str, float]]]


@pytest.fixture(scope="module")
def starts(tmp_path_factory: pytest.TempPathFactory) -> Runs:
    """Ours, the same with few cases, and the floor, taken in turns so that a noisy machine is unkind to all."""
    folder: Path = tmp_path_factory.mktemp("start")
    many, few = large_library(tmp_path_factory, CASES), build_library(folder / "hundred.casebook", FEW)
    runs: Runs = {"bare": [], "few": [], "many": []}
    for _run in range(RUNS + 1):
        runs["bare"].append(first_paint("bare", home=folder))
        runs["few"].append(first_paint("casebook", str(few), home=folder))
        runs["many"].append(first_paint("casebook", str(many), home=folder))
    return {whose: taken[1:] for whose, taken in runs.items()}


def middle(starts: Runs, whose: str, what: str) -> float:
    return median([run[what] for run in starts[whose]])


def test_start_to_painted_window(starts):
    ours, floor = middle(starts, "many", "window"), middle(starts, "bare", "window")
    show(f"Start to painted window, {CASES:,} cases", ours, floor, "s", TIMES)
    assert ours <= TIMES * floor


def test_start_to_painted_list_does_not_grow(starts):
    ours, floor = middle(starts, "many", "cases"), middle(starts, "few", "cases")
    show(f"Start to painted list, {CASES:,} cases against {FEW}", ours, floor, "s", GROWTH)
    bare = middle(starts, "bare", "window")
    print(f"The painted list against a bare window: {ours / bare:.2f}x")
    assert ours <= GROWTH * floor


def test_memory_when_idle(starts):
    ours, floor = middle(starts, "many", "megabytes"), middle(starts, "bare", "megabytes")
    show(f"Memory when idle, {CASES:,} cases", ours, floor, "MB", MEMORY)
    assert ours <= MEMORY * floor
