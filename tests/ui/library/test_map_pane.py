from casebook.services.panels import Tick
from casebook.ui.library.asking import Asking
from casebook.ui.library.map_pane import MapPane


def test_it_shows_the_places_of_what_is_asked(crowded, qtbot):
    asking = Asking(crowded)
    pane = MapPane(crowded, asking)
    qtbot.addWidget(pane)
    pane.resize(900, 600)
    with qtbot.waitSignal(pane.places.shown, timeout=10_000):
        pane.show()
        pane.follow_later()
    asked = []
    show = pane.places.show_found
    pane.places.show_found = lambda ids: (asked.append(ids), show(ids))
    with qtbot.waitSignal(pane.places.shown, timeout=10_000):
        asking.tick(Tick("status", "approved"), on=True)
    assert sorted(asked[-1]) == sorted(crowded.library.cases.ids(asking.query()))
