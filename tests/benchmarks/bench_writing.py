"""Opening a case of 60 entries in Write, to painted; limit 100 ms."""

import time

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

ENTRIES = 60
RUNS = 20
LIMIT = 0.100


def test_open_a_case(qtbot, tmp_path):
    library_path = tmp_path / "cases.casebook"
    build_library(library_path, RUNS, entries=ENTRIES)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    Appearance(app, "light", 100)
    workbench = Workbench(Settings(), load_vocabularies(paths.resources() / "vocabularies"))
    workbench.set_library(Library.open(library_path))
    workspace = WriteWorkspace(workbench)
    qtbot.addWidget(workspace)
    workspace.resize(1360, 860)
    workspace.show()
    seconds = []
    assert workbench.library is not None
    for case_id in workbench.library.cases.ids(ListQuery(limit=RUNS)):
        begun = time.perf_counter()
        workbench.open_case(case_id)
        workspace.repaint()
        QApplication.processEvents()
        seconds.append(time.perf_counter() - begun)
    first, later = seconds[0], percentile(seconds[1:], 0.95)
    print(
        f"\nOpening a case of {ENTRIES} entries: first {first * 1000:.0f} ms, then p95 {later * 1000:.0f} ms (limit 100 ms)"
    )
    workbench.set_library(None)
    assert later <= LIMIT
