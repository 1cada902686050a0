"""Two hundred cases as PDF on all cores, against the same on one; and beside them bare pandoc and Typst on one."""

import os
import time
from collections.abc import Callable

import attrs

from casebook.publishing.order import Order
from casebook.services.batch import at_once, publish_each
from casebook.services.publishing import Manuscript
from tests.benchmarks.bench_publishing import bare, report_html
from tests.publishing.sample import sample_case, sample_materials

CASES = int(os.environ.get("CASES", "200"))
SAMPLED = max(CASES // 10, 1)
"""Cases that are timed on one core, before and after; the rest cost the same."""
LEAST = 1.6
"""Times faster than on one core, with two; with one there is nothing to gain."""


def on_one_core(work: Callable[[], object]) -> float:
    """Seconds of a work for one case, kept on one core where the system allows."""
    cores = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else None
    if cores is not None:
        os.sched_setaffinity(0, {min(cores)})
    try:
        start = time.perf_counter()
        for _case in range(SAMPLED):
            work()
        return (time.perf_counter() - start) / SAMPLED
    finally:
        if cores is not None:
            os.sched_setaffinity(0, cores)


def test_many_cases_use_all_cores(tmp_path):
    case, materials = sample_case("liberia"), sample_materials()
    order = Order(folder=tmp_path / "out", formats=("pdf",))
    (tmp_path / "floor.html").write_text(report_html(case, order, materials, tmp_path), encoding="utf-8")
    wanted = (
        Manuscript(case=attrs.evolve(case, title=f"Case {number}"), files=dict(materials.blobs))
        for number in range(CASES)
    )
    fonts = materials.resources / "fonts"
    same = Manuscript(case=case, files=dict(materials.blobs))

    def singly() -> tuple[float, float]:
        ours = on_one_core(lambda: list(publish_each([same], order, workers=1)))
        return ours, on_one_core(lambda: bare(tmp_path, fonts))

    before = singly()
    start = time.perf_counter()
    made = [outcome.published for outcome in publish_each(wanted, order)]
    ours = time.perf_counter() - start
    after = singly()
    alone, floor = (CASES * (first + last) / 2 for first, last in zip(before, after, strict=True))
    cores = at_once()
    print(
        f"\n{CASES} cases as PDF on {cores} cores: {ours:.1f} s; on one: {alone:.1f} s = {alone / ours:.2f}x "
        f"(at least {LEAST}x); bare tools on one: {floor:.1f} s = {floor / ours:.2f}x"
    )
    assert len(made) == CASES and all(made)
    assert cores < 2 or alone / ours >= LEAST
