"""Many different cases as PDF on all cores, against one core: our own, and the tools alone that the reports are made with."""

import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import attrs
import typst

from casebook.domain.case import Case
from casebook.domain.records import Sensitivity
from casebook.publishing.job import Job
from casebook.publishing.names import wording_of
from casebook.publishing.order import Materials, Order, never
from casebook.publishing.pandoc import program
from casebook.publishing.report_facts import report_facts
from casebook.publishing.typesetting import typesetter
from casebook.services.batch import at_once, publish_each
from casebook.services.publishing import Manuscript
from tests.benchmarks.bench_publishing import report_html
from tests.benchmarks.measuring import median
from tests.builders import build_case
from tests.publishing.sample import sample_materials

CASES = int(os.environ.get("CASES", "200"))
ENTRIES = 100
"""Entries of a case, which make eighteen pages."""
TURNS = 4
"""Parts of the cases between which the ways take turns, so that a busy moment of the machine falls on all of them."""
SAMPLED = max(CASES // TURNS // 5, 1)
"""Cases of a part that are made on one core; the rest cost the same."""
LEAST = 1.6
"""Times faster than the tools alone on one core, with two cores."""


def manuscripts(first: int, count: int) -> list[Manuscript]:
    """Cases no two of which are alike: what is kept of one must not speed up another."""
    cases = (build_case(seed, ENTRIES) for seed in range(first, first + count))
    return [Manuscript(case=attrs.evolve(case, sensitivity=Sensitivity.PUBLIC)) for case in cases]


def on_one_core(work: Callable[[], object]) -> float:
    """Seconds of a work that is kept on one core where the system allows."""
    cores = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else None
    if cores is not None:
        os.sched_setaffinity(0, {min(cores)})
    try:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start
    finally:
        if cores is not None:
            os.sched_setaffinity(0, cores)


def laid_out(case: Case, order: Order, materials: Materials, folder: Path) -> Path:
    """The HTML of the report, its charts, and what the look is told, in a folder of their own."""
    folder.mkdir()
    (folder / "floor.html").write_text(report_html(case, order, materials, folder), encoding="utf-8")
    Job(
        folder=folder,
        resources=materials.resources,
        facts=report_facts((case,), order, "Full report", wording_of(materials, order.language)),
        pictures={},
        typesetter=typesetter(materials.resources / "fonts"),
        look="report",
        translate=str,
        cancelled=never,
    ).tell()
    return folder


def bare(folder: Path, resources: Path) -> None:
    """pandoc and Typst with nothing around them, on the HTML in `folder`: to the same pages, in the same standard."""
    shaped = ("--lua-filter", resources / "pandoc" / "typst.lua")
    command = [program(), "-f", "html", "-t", "typst", *shaped, "floor.html", "-o", "floor.typ"]
    subprocess.run(command, cwd=folder, check=True)
    body = (folder / "floor.typ").read_text(encoding="utf-8")
    look = (resources / "pandoc" / "look.typ").read_text(encoding="utf-8")
    (folder / "floor.typ").write_text(look.replace("$body$", body), encoding="utf-8")
    typst.compile(
        folder / "floor.typ",
        output=folder / "floor.pdf",
        root=folder,
        font_paths=[resources / "fonts"],
        pdf_standards=["ua-1"],
    )


def test_many_cases_use_all_cores(tmp_path):
    materials = sample_materials()
    order = Order(folder=tmp_path / "out", formats=("pdf",), audience=Sensitivity.INTERNAL)
    size, seed = CASES // TURNS, 0
    ours, alone, floor = [], [], []

    list(publish_each(manuscripts(10_000, at_once()), order))
    for _turn in range(TURNS):
        batch, single, same = (
            manuscripts(seed + past, of)
            for past, of in ((0, size), (size, SAMPLED), (size + SAMPLED, SAMPLED))
        )
        seed += size + 2 * SAMPLED
        start = time.perf_counter()
        made = list(publish_each(batch, order))
        ours.append((time.perf_counter() - start) / size)
        assert len(made) == size and all(outcome.published for outcome in made)
        alone.append(on_one_core(lambda: list(publish_each(single, order, workers=1))) / SAMPLED)
        folders = [laid_out(one.case, order, materials, tmp_path / one.case.id) for one in same]
        floor.append(on_one_core(lambda: [bare(folder, materials.resources) for folder in folders]) / SAMPLED)
    gained = [one / many for one, many in zip(floor, ours, strict=True)]
    print(
        f"\n{CASES} cases as PDF on {at_once()} cores: {CASES * sum(ours) / TURNS:.1f} s, {median(ours):.2f} s each; "
        f"on one {median(alone):.2f} s each = {median(alone) / median(ours):.2f}x; the tools alone on one "
        f"{median(floor):.2f} s each = {median(gained):.2f}x, turn by turn {', '.join(f'{x:.2f}' for x in gained)} "
        f"(at least {LEAST}x)"
    )
    assert at_once() < 2 or median(gained) >= LEAST
