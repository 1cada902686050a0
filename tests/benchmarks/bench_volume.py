"""A book of a hundred cases to PDF: how long it takes, and how much memory at its peak."""

import json
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.measuring import show

CASES = 100
SECONDS, MEGABYTES = 180, 2500
"""What it may cost: a cup of tea, and less than a small laptop has."""
ROOT = Path(__file__).resolve().parents[2]


def test_a_hundred_cases_in_one_book(tmp_path):
    asked = [sys.executable, "-m", "tests.benchmarks.one_book", str(CASES), str(tmp_path)]
    told = json.loads(subprocess.run(asked, cwd=ROOT, check=True, capture_output=True, text=True).stdout)
    seconds, megabytes, pages = told["seconds"], told["megabytes"], told["pages"]
    show(f"A book of {CASES} cases, {pages} pages, to PDF", seconds, SECONDS, "s", 1)
    show("Memory at its peak, this process or pandoc", megabytes, MEGABYTES, "MB", 1)
    assert pages > 5 * CASES and seconds <= SECONDS and megabytes <= MEGABYTES
