"""Many different cases as PDF on all cores, against one core: our own, and the tools alone that the reports are made with."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import attrs
import typst

from casebook.domain.case import Case
from casebook.domain.records import Sensitivity
from casebook.publishing import kept_pandoc
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
SAMPLED = max(CASES // TURNS // 5, 2)
"""Cases of a part that are made on one core; the rest cost the same."""
LEAST = 1.6
"""Times faster than the tools alone on one core, with two cores."""


def manuscripts(first: int, count: int) -> list[Manuscript]:
    """Cases no two of which are alike: what is kept of one must not speed up another."""
    cases = (build_case(seed, ENTRIES) for seed in range(first, first + count))
    return [Manuscript(case=attrs.evolve(case, sensitivity=Sensitivity.PUBLIC)) for case in cases]


def seconds(work: Callable[[], object]) -> float:
    """How long a work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


@contextmanager
def one_core() -> Iterator[None]:
    """Keeps what starts within on one core, where the system allows."""
    cores = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else None
    if cores is not None:
        os.sched_setaffinity(0, {min(cores)})
    try:
        yield
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


def turn(seed: int, order: Order, materials: Materials, folder: Path) -> tuple[float, float, float]:
    """Seconds for a case: in a batch on all cores, on one core, and by the tools alone on one core."""
    wanted = [
        laid_out(one.case, order, materials, folder / one.case.id) for one in manuscripts(seed, SAMPLED)
    ]
    with one_core():
        floor = seconds(lambda: [bare(one, materials.resources) for one in wanted])
        # Those that wait may run on any core; these start their own.
        kept_pandoc.forget()
        single = manuscripts(seed + SAMPLED, SAMPLED)
        alone = seconds(lambda: list(publish_each(single, order, workers=1)))
        kept_pandoc.forget()
    batch, made = manuscripts(seed + 2 * SAMPLED, CASES // TURNS), []
    ours = seconds(lambda: made.extend(publish_each(batch, order)))
    assert len(made) == len(batch) and all(outcome.published for outcome in made)
    return ours / len(batch), alone / SAMPLED, floor / SAMPLED


def test_many_cases_use_all_cores(tmp_path):
    materials, cores = sample_materials(), at_once()
    order = Order(folder=tmp_path / "out", formats=("pdf",), audience=Sensitivity.INTERNAL)
    list(publish_each(manuscripts(100_000, cores), order))
    turns = [turn(number * CASES, order, materials, tmp_path) for number in range(TURNS)]
    ours, alone, floor = (median(column) for column in zip(*turns, strict=True))
    gained = [bare_one / one for one, _alone, bare_one in turns]
    print(
        f"\n{CASES} cases as PDF on {cores} cores: {ours:.2f} s each; on one {alone:.2f} s each = {alone / ours:.2f}x; "
        f"the tools alone on one {floor:.2f} s each = {median(gained):.2f}x, in turns of "
        f"{', '.join(f'{share:.2f}x' for share in gained)} (at least {LEAST}x)"
    )
    assert cores < 2 or median(gained) >= LEAST
