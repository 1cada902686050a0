import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget

from casebook.services.panels import PANELS, Tick
from casebook.storage.listing import ListQuery
from casebook.ui.library.facet_panels import FacetPanels
from casebook.ui.widgets.line_delegate import NOTE_ROLE


@pytest.fixture
def panels(crowded, asking, qtbot):
    made = FacetPanels(crowded, asking)
    qtbot.addWidget(made)
    made.resize(220, 900)
    made.show()
    asking.changed.connect(made.count_later)
    made.count_later()
    yield made
    made.stop()


def counts(panels, key):
    view = panels.findChild(QListWidget, f"facet-{key}")
    if view is None:
        return {}
    return {
        view.item(at).data(Qt.ItemDataRole.UserRole): int(view.item(at).data(NOTE_ROLE))
        for at in range(view.count())
    }


def by_status(crowded, asking):
    library, found = crowded.library, {}
    for status in crowded.vocabularies["status"].by_id:
        query = asking.base()
        number = len(set(library.cases.ids(query)) & set(library.cases.ids(ListQuery(statuses=(status,)))))
        if number:
            found[status] = number
    return found


def test_counts_follow_the_words(crowded, asking, panels, qtbot):
    every = by_status(crowded, asking)
    qtbot.waitUntil(lambda: bool(counts(panels, "status")), timeout=10_000)
    assert set(counts(panels, "status").items()) <= set(every.items())
    asking.ask("17")
    fewer = by_status(crowded, asking)
    assert fewer != every
    qtbot.waitUntil(lambda: set(counts(panels, "status").items()) <= set(fewer.items()), timeout=10_000)


def test_a_tick_asks_and_leaves_the_counts_of_its_own_facet(crowded, asking, panels, qtbot):
    qtbot.waitUntil(lambda: bool(counts(panels, "status")), timeout=10_000)
    before = counts(panels, "status")
    view = panels.findChild(QListWidget, "facet-status")
    value = view.item(0).data(Qt.ItemDataRole.UserRole)
    with qtbot.waitSignal(asking.changed):
        qtbot.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualItemRect(view.item(0)).center()
        )
    assert asking.ticks == (Tick("status", value),)
    qtbot.waitUntil(lambda: view.item(0).text().startswith("✓"), timeout=10_000)
    assert counts(panels, "status") == before
    qtbot.waitUntil(lambda: sum(counts(panels, "region").values()) <= before[value], timeout=10_000)


def test_the_library_is_let_go_with_its_panels(crowded, asking, panels, qtbot):
    qtbot.waitUntil(lambda: bool(counts(panels, "status")), timeout=10_000)
    path = crowded.library.path
    crowded.set_library(None)
    assert all(not counts(panels, panel.key) for panel in PANELS)
    path.unlink()
    assert not path.exists()
