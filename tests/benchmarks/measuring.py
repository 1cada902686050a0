"""What the benchmarks share: running a program from a clean start, percentiles, and one way to print a result."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def first_paint(*arguments: str, home: Path) -> dict[str, float]:
    """One start of `first_paint.py`: seconds to the first paint, and megabytes when idle."""
    environment = os.environ | {
        "STARTED": str(time.monotonic()),
        "CASEBOOK_HOME": str(home),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
    }
    program = [sys.executable, str(HERE / "first_paint.py"), *arguments]
    done = subprocess.run(program, env=environment, capture_output=True, text=True, check=True, timeout=120)
    return json.loads(done.stdout.splitlines()[-1])  # type: ignore[no-any-return]


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` (0 to 1) of `values` do not exceed."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, int(share * len(ranked)))]


def show(title: str, ours: float, floor: float, unit: str, limit: float) -> None:
    """Print one result as a ratio to its floor."""
    print(f"\n{title}: {ours:.3f} {unit} against {floor:.3f} {unit} = {ours / floor:.2f}x (limit {limit}x)")


def median(values: Sequence[float]) -> float:
    """The middle value."""
    return statistics.median(values)
