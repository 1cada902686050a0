"""Write, each step to painted: opening a case of 60 entries, going to the next entry, a key and undo in a case of 200."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from casebook import paths
from casebook.services.settings import Settings
from casebook.services.vocabularies import load_vocabularies
from casebook.storage.library import Library
from casebook.storage.listing import ListQuery
from casebook.ui.appearance import Appearance
from casebook.ui.workbench import Workbench
from casebook.ui.write.write_workspace import WriteWorkspace
from tests.benchmarks.measuring import percentile
from tests.builders import build_library

ENTRIES, MANY = 60, 200
RUNS = 20
OPENING, STEPPING, TYPING = 0.100, 0.050, 0.016
"""Seconds that each step may take."""


def write_on(library_path: Path, qtbot) -> WriteWorkspace:
    """Write in the usual size on a library that is open."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    Appearance(app, "light", 100)
    workbench = Workbench(Settings(), load_vocabularies(paths.resources() / "vocabularies"))
    workbench.set_library(Library.open(library_path))
    workspace = WriteWorkspace(workbench)
    qtbot.addWidget(workspace)
    workspace.resize(1360, 860)
    workspace.show()
    workspace.activateWindow()
    return workspace


@pytest.fixture
def writing(qtbot, tmp_path) -> Iterator[WriteWorkspace]:
    """Write with a case of 200 entries open."""
    path = build_library(tmp_path / "cases.casebook", 1, entries=MANY)
    workspace = write_on(path, qtbot)
    workbench = workspace._workbench
    assert workbench.library is not None
    workbench.open_case(workbench.library.cases.ids(ListQuery())[0])
    QApplication.processEvents()
    yield workspace
    workbench.set_library(None)


def seconds_of(step: Callable[[], object]) -> float:
    """How long a step takes until all it changes is painted."""
    begun = time.perf_counter()
    step()
    QApplication.processEvents()
    return time.perf_counter() - begun


def told(title: str, seconds: list[float], limit: float) -> float:
    """Print a result; the 95th percentile."""
    slow = percentile(seconds, 0.95)
    middle = percentile(seconds, 0.5)
    print(f"\n{title}: median {middle * 1000:.0f} ms, p95 {slow * 1000:.0f} ms (limit {limit * 1000:.0f} ms)")
    return slow


def test_open_a_case(qtbot, tmp_path):
    library_path = build_library(tmp_path / "cases.casebook", RUNS, entries=ENTRIES)
    workspace = write_on(library_path, qtbot)
    workbench = workspace._workbench
    assert workbench.library is not None
    seconds = []
    for case_id in workbench.library.cases.ids(ListQuery(limit=RUNS)):
        begun = time.perf_counter()
        workbench.open_case(case_id)
        workspace.repaint()
        QApplication.processEvents()
        seconds.append(time.perf_counter() - begun)
    print(f"\nOpening the first case: {seconds[0] * 1000:.0f} ms")
    slow = told(f"Opening a case of {ENTRIES} entries", seconds[1:], OPENING)
    workbench.set_library(None)
    assert slow <= OPENING


@pytest.mark.parametrize("key", ["challenges", "outcomes", "timeline"])
def test_go_to_the_next_entry(writing, key):
    writing.show_section(key)
    QApplication.processEvents()
    steps = [1, 1, 1, 1, -1, -1, -1, -1] * 3
    seconds = [seconds_of(lambda by=by: writing.entries.step(by)) for by in steps]
    assert told(f"Going to the next entry of {key}", seconds[4:], STEPPING) <= STEPPING


@pytest.mark.parametrize(("key", "field"), [("timeline", "title"), ("challenges", "description")])
def test_type_a_letter(writing, key, field):
    writing.show_section(key)
    editor = writing.page.current.form.editor(field)
    editor.control.setFocus()
    QApplication.processEvents()
    letters = "the patrols met every week and told nobody " * 3
    seconds = [seconds_of(lambda letter=letter: QTest.keyClick(editor.control, letter)) for letter in letters]
    assert editor.value()
    assert told(f"A key in {key} with {MANY} entries", seconds, TYPING) <= TYPING


def test_undo(writing, qtbot):
    writing.show_section("timeline")
    QApplication.processEvents()
    seconds = []
    for _ in range(10):
        writing._wishes.duplicate()
        qtbot.waitUntil(lambda: not writing._review._soon.isActive())
        QApplication.processEvents()
        seconds.append(seconds_of(writing._workbench.undo))
    assert told("Undoing a duplicate", seconds, OPENING) <= OPENING
