"""The preview after one edit: how long until the new pages are there, and against the least that could cost."""

import time
from pathlib import Path

import attrs
import pytest
from PySide6.QtCore import QCoreApplication, QEventLoop

from casebook import paths
from casebook.domain.changes import setting
from casebook.publishing.order import Order
from casebook.services.publishing import Manuscript, preview
from casebook.services.settings import Settings
from casebook.services.vocabularies import load_vocabularies
from casebook.storage.library import Library
from casebook.ui.publish.preview_run import PageWish, PreviewRun
from casebook.ui.workbench import Workbench
from tests.benchmarks.bench_publishing import bare, best, report_html
from tests.benchmarks.measuring import median, percentile, show
from tests.publishing.sample import sample_case, sample_materials

ROUNDS = 20
LIMIT = 0.5
"""Seconds from an edit to its pages, for all but one in twenty."""
RATIO = 1.5
"""What the pages may cost, in times what the bare tools cost on the same HTML."""


@pytest.fixture
def workbench(qapp, tmp_path):
    case = sample_case("liberia")
    with Library.create(tmp_path / "field.casebook") as library:
        library.cases.save(None, case)
    desk = Workbench(Settings(), load_vocabularies(paths.resources() / "vocabularies"))
    desk.set_library(Library.open(tmp_path / "field.casebook"))
    desk.open_case(case.id)
    yield desk
    desk.tasks.cancel_all()
    desk.set_library(None, discard=True)


def edit(workbench: Workbench, number: int) -> None:
    """Change the title, which stands on every page, a text in a table of the report, and one of its longest sections."""
    case = workbench.case
    event, outcome = case.timeline[number % len(case.timeline)], case.outcomes[number % len(case.outcomes)]
    targets = ((case, "title"), (event, "description"), (outcome, "description"))
    record, name = targets[number % len(targets)]
    workbench.apply(setting(case, record.id, name, f"{getattr(record, name)} {number}"))


def refreshes(workbench: Workbench, template: str) -> list[float]:
    """Seconds from an edit to the pages that show it, the first (which warms up) left out."""
    run, made = PreviewRun(workbench), []
    run.made.connect(made.append)
    wish = PageWish(
        case_ids=(workbench.case.id,), order=Order(folder=Path(), template=template, formats=("pdf",))
    )
    seconds = []
    for number in range(ROUNDS + 1):
        made.clear()
        start = time.perf_counter()
        edit(workbench, number)
        run.ask(wish)
        while not made:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        seconds.append(time.perf_counter() - start)
    run.stop()
    return seconds[1:]


@pytest.mark.parametrize("template", ["participant-handout", "commanders-brief", "full-report"])
def test_the_pages_follow_an_edit_within_half_a_second(workbench, template):
    seconds = refreshes(workbench, template)
    slow = percentile(seconds, 0.95)
    print(
        f"\nPages of {template} after one edit: median {median(seconds):.3f} s, p95 {slow:.3f} s (limit {LIMIT} s)"
    )
    assert slow <= LIMIT


def test_the_pages_cost_little_more_than_the_tools_they_are_made_with(tmp_path):
    case, materials = sample_case("liberia"), sample_materials()
    order = Order(folder=tmp_path, formats=("pdf",))
    (tmp_path / "floor.html").write_text(report_html(case, order, materials, tmp_path), encoding="utf-8")
    manuscript = Manuscript(case=attrs.evolve(case), files=dict(materials.blobs))
    preview(manuscript, order)
    ours, floor = best(
        lambda: preview(manuscript, order), lambda: bare(tmp_path, materials.resources / "fonts")
    )
    show(
        "Preview of the full report, against bare pandoc and typst on the same HTML", ours, floor, "s", RATIO
    )
    assert ours / floor <= RATIO
