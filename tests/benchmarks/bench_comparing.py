"""Compare: aligning four cases of 200 entries each, the workspace with them painted, opened and scrolled, long texts."""

import time
from collections.abc import Callable
from random import Random

import pytest
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QToolButton

from casebook import paths
from casebook.domain.alignment import align
from casebook.domain.comparison_details import details
from casebook.domain.prose_differences import prose_differences
from casebook.domain.wording import Wording
from casebook.services.settings import Settings
from casebook.services.vocabularies import load_vocabularies
from casebook.storage.library import Library
from casebook.storage.listing import ListQuery
from casebook.ui.compare.compare_workspace import CompareWorkspace
from casebook.ui.fonts import register_fonts
from casebook.ui.theme import LIGHT, apply_theme
from casebook.ui.workbench import Workbench
from tests.benchmarks.measuring import percentile
from tests.builders import build_case, build_library
from tests.strategies import VOCABULARIES

CASES, ENTRIES, WORDS = 4, 200, 20_000
RUNS = 20
ALIGNING, OPENING, PROSE = 0.050, 0.050, 0.500
WAITING = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
PAINTED, SECTIONS, FRAME = 0.150, 0.100, 0.016
"""Seconds that each step may take; of the frames, 99 in 100."""


def told(
    title: str, step: Callable[[], object], limit: float, after: Callable[[], object] = lambda: None
) -> float:
    """Run a step often, print how long it took, and give the median; `after` clears up, untimed."""
    seconds, busy = [], []
    for _run in range(RUNS):
        begun, worked = time.perf_counter(), time.process_time()
        step()
        seconds.append(time.perf_counter() - begun)
        busy.append(time.process_time() - worked)
        after()
    middle, slow = percentile(seconds, 0.5), percentile(seconds, 0.95)
    cpu = percentile(busy, 0.5) * 1000
    print(
        f"\n{title}: median {middle * 1000:.1f} ms ({cpu:.1f} ms of it working), "
        f"p95 {slow * 1000:.1f} ms (limit {limit * 1000:.0f} ms)"
    )
    return middle


@pytest.fixture(scope="module")
def cases():
    return [build_case(seed, ENTRIES) for seed in range(CASES)]


def test_align(cases):
    wording = Wording(vocabularies=VOCABULARIES)
    took = told(f"Aligning {CASES} cases of {ENTRIES} entries", lambda: align(cases, wording), ALIGNING)
    assert took <= ALIGNING


def test_open_a_row(cases):
    made = align(cases, Wording(vocabularies=VOCABULARIES))
    row = made.of_section("challenges")[0]
    assert told("Opening a row", lambda: details(made, row), OPENING) <= OPENING


def test_word_by_word():
    rng = Random(1)
    words = [f"w{number}" for number in range(3000)]
    old = rng.choices(words, [1 / (at + 1) for at in range(3000)], k=WORDS)
    new = [rng.choice(words) if rng.random() < 0.05 else word for word in old]
    texts = " ".join(old), " ".join(new)
    assert told(f"Two texts of {WORDS:,} words", lambda: prose_differences(*texts), PROSE) <= PROSE


@pytest.fixture(scope="module")
def space(tmp_path_factory, qapp):
    """Compare in a window, over a library of four such cases."""
    register_fonts()
    apply_theme(qapp, LIGHT)
    path = build_library(tmp_path_factory.mktemp("compared") / "four.casebook", CASES, entries=ENTRIES)
    bench = Workbench(Settings(author="Ama Mensah"), load_vocabularies(paths.resources() / "vocabularies"))
    bench.set_library(Library.open(path, author="Ama Mensah"))
    made = CompareWorkspace(bench)
    made.resize(1360, 820)
    made.show()
    yield made
    bench.tasks.cancel_all()
    bench.set_library(None, discard=True)


def settle(space) -> None:
    """Until nothing runs any more and everything is saved."""
    while space.desk.busy or space._workbench.tasks.running or space.page.table._unfitted:
        QApplication.processEvents()
    space._workbench.flush()
    QApplication.processEvents()


def test_paint_the_workspace(space):
    ids = tuple(space._workbench.library.cases.ids(ListQuery(limit=CASES)))

    def taken() -> None:
        space.take_cases(ids)
        while space.desk.comparison is None:
            QApplication.processEvents(WAITING)
        space.page.table.viewport().repaint()

    def put_away() -> None:
        settle(space)
        space.desk.close()
        settle(space)

    taken()
    put_away()
    title = f"{CASES} cases of {ENTRIES} entries taken and painted"
    assert told(title, taken, PAINTED, put_away) <= PAINTED


def test_open_every_section_and_scroll(space):
    space.take_cases(tuple(space._workbench.library.cases.ids(ListQuery(limit=CASES))))
    settle(space)
    button = space.page.filters.findChild(QToolButton, "open-all")

    def put_back() -> None:
        settle(space)
        button.click()
        settle(space)

    assert told("Opening every section", button.click, SECTIONS, put_back) <= SECTIONS
    button.click()
    settle(space)
    table, frames, busy = space.page.table, [], []
    for at in range(0, table.verticalScrollBar().maximum(), 60):
        begun, worked = time.perf_counter(), time.process_time()
        table.verticalScrollBar().setValue(at)
        table.viewport().repaint()
        table.row_header.viewport().repaint()
        frames.append(time.perf_counter() - begun)
        busy.append(time.process_time() - worked)
    slow, cpu = percentile(frames, 0.99), percentile(busy, 0.99)
    print(
        f"\n{len(frames)} frames of scrolling: p99 {slow * 1000:.1f} ms ({cpu * 1000:.1f} ms of it working; "
        f"limit {FRAME * 1000:.0f} ms)"
    )
    assert slow <= FRAME
