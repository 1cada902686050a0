"""Large libraries for benchmarks: made once, and kept from one run to the next in the folder that BENCH_FOLDER names."""

import os
import time
from pathlib import Path

import pytest

from tests.builders import build_library

CASES = int(os.environ.get("CASES", "100000"))
"""Cases of the large library."""


def large_library(factory: pytest.TempPathFactory, count: int) -> Path:
    """A closed library of so many cases of about forty entries."""
    kept = os.environ.get("BENCH_FOLDER")
    path = (Path(kept) if kept else factory.getbasetemp()) / f"finding-{count}.casebook"
    if not path.exists():
        began = time.monotonic()
        build_library(path, count)
        size, took = path.stat().st_size / 1e9, time.monotonic() - began
        print(f"\n{count:,} cases made in {took:.0f} s, {size:.1f} GB")
    return path
