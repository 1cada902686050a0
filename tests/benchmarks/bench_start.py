"""From nothing to the painted window, and to the painted list, with 10,000 cases, and memory when idle, against a bare Qt window."""

from pathlib import Path

import pytest

from tests.benchmarks.measuring import first_paint, median, show
from tests.builders import build_library

CASES = 10_000
RUNS = 5
TIMES, MEMORY = 4.0, 2.5


@pytest.fixture(scope="module")
def starts(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[dict[str, float]], list[dict[str, float]]]:
    """Ours and the floor, taken in turns so that a noisy machine is unkind to both."""
    folder: Path = tmp_path_factory.mktemp("start")
    library = folder / "ten-thousand.casebook"
    build_library(library, CASES)
    ours, floor = [], []
    for _run in range(RUNS + 1):
        floor.append(first_paint("bare", home=folder))
        ours.append(first_paint("casebook", str(library), home=folder))
    return ours[1:], floor[1:]


@pytest.mark.parametrize("what", ["window", "cases"])
def test_start_to_painted(what, starts):
    ours, floor = (
        median([run[at] for run in runs]) for runs, at in zip(starts, (what, "window"), strict=True)
    )
    show(f"Start to painted {what}, {CASES:,} cases", ours, floor, "s", TIMES)
    assert ours <= TIMES * floor


def test_memory_when_idle(starts):
    ours, floor = (median([run["megabytes"] for run in runs]) for runs in starts)
    show(f"Memory when idle, {CASES:,} cases", ours, floor, "MB", MEMORY)
    assert ours <= MEMORY * floor
