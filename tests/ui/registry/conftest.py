"""The page of shared records on a real library, with the actors listed and the Liberia case open."""

import pytest

from casebook.storage.record_query import RecordQuery
from casebook.ui.registry.records_page import RecordsPage

ACTORS = "actor_records"


@pytest.fixture
def page(workbench, qtbot):
    """Listed and ready; `undo` is Ctrl+Z as in the window."""
    made = RecordsPage(workbench)
    qtbot.addWidget(made)
    made.resize(1300, 850)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.arrive()
    qtbot.waitUntil(lambda: bool(made.list.model.ids) and not workbench.tasks.running, timeout=10_000)
    return made


@pytest.fixture
def calm(workbench, page, qtbot):
    """Wait until the page has answered."""

    def wait():
        quiet = lambda: not (workbench.tasks.running or workbench.records.busy or page._typing.isActive())  # noqa: E731
        qtbot.waitUntil(quiet, timeout=10_000)

    return wait


@pytest.fixture
def actor(workbench):
    """The actor with a short name, as the library holds it now."""

    def find(mark):
        records = workbench.library.records
        rows = records.rows(ACTORS, records.ids(RecordQuery(section=ACTORS)))
        return records.get(ACTORS, [next(row.id for row in rows if row.mark == mark)])[0]

    return find
