"""A book of a hundred cases to PDF: how long it takes, and how much memory at its peak."""

import resource
import time

import attrs
from pypdf import PdfReader

from casebook.domain.records import Sensitivity
from casebook.publishing.order import Order
from casebook.publishing.report import publish
from tests.benchmarks.measuring import show
from tests.builders import build_case
from tests.publishing.sample import sample_materials

CASES = 100
SECONDS, MEGABYTES = 180, 2500
"""What it may cost: a cup of tea, and less than a small laptop has."""


def peak() -> float:
    """Megabytes this process, or the largest it started, has held at once."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(kind).ru_maxrss for kind in kinds) / 1024


def test_a_hundred_cases_in_one_book(tmp_path):
    cases = [attrs.evolve(build_case(seed), sensitivity=Sensitivity.PUBLIC) for seed in range(CASES)]
    order = Order(folder=tmp_path, template="casebook-volume", audience=Sensitivity.INTERNAL)
    start = time.perf_counter()
    (made,) = publish(cases, order, sample_materials()).files
    seconds = time.perf_counter() - start
    pages = len(PdfReader(made).pages)
    show(f"A book of {CASES} cases, {pages} pages, to PDF", seconds, SECONDS, "s", 1)
    show("Memory at its peak, this process or pandoc", peak(), MEGABYTES, "MB", 1)
    assert pages > 5 * CASES and seconds <= SECONDS and peak() <= MEGABYTES
