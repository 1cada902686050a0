"""Tags of some cases, offered in the order of how many have them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from casebook.ui.organise.tag_offers import MOST, TagOffers


def test_most_first_and_not_all_of_many(workbench, qtbot):
    offers = TagOffers(workbench.tag_colours)
    qtbot.addWidget(offers)
    offers.offer([(f"tag {at}", at) for at in range(MOST + 5)])
    shown = offers.findChildren(QToolButton)
    assert len(shown) == MOST and shown[0].text() == f"tag {MOST + 4} · {MOST + 4}"
    with qtbot.waitSignal(offers.picked) as told:
        qtbot.keyClick(shown[1], Qt.Key.Key_Space)
    assert told.args == [f"tag {MOST + 3}"]


def test_a_long_tag_is_cut_and_told_whole(workbench, qtbot):
    offers = TagOffers(workbench.tag_colours)
    qtbot.addWidget(offers)
    offers.offer([("R & D " * 20, 1)])
    (shown,) = offers.findChildren(QToolButton)
    assert len(shown.text()) < 45 and shown.toolTip() == "R & D " * 20
    assert "&&" in shown.text()


def test_without_any_it_takes_no_room(workbench, qtbot):
    offers = TagOffers(workbench.tag_colours)
    qtbot.addWidget(offers)
    offers.offer([])
    assert offers.isHidden()
