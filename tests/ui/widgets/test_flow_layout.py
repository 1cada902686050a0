from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget

from casebook.ui.widgets.flow_layout import FlowLayout


def laid_out(widths, room, direction=Qt.LayoutDirection.LeftToRight):
    host = QWidget()
    host.setLayoutDirection(direction)
    flow = FlowLayout(host, spacing=4)
    for width in widths:
        item = QLabel()
        item.setFixedSize(width, 20)
        flow.addWidget(item)
    flow.setGeometry(QRect(0, 0, room, 1000))
    return host, flow, [flow.itemAt(at).geometry() for at in range(flow.count())]


@given(st.lists(st.integers(10, 120), max_size=20), st.integers(120, 400))
@settings(max_examples=25)
def test_items_never_overlap_and_stay_inside(qapp, widths, room):
    _host, flow, places = laid_out(widths, room)
    for at, one in enumerate(places):
        assert one.left() >= 0 and one.right() < room
        assert not any(one.intersects(other) for other in places[at + 1 :])
    assert flow.heightForWidth(room) == max((place.bottom() + 1 for place in places), default=0)


def test_rows_run_from_the_right_where_the_language_does(look):
    _host, _flow, places = laid_out([50, 50], 200, Qt.LayoutDirection.RightToLeft)
    assert [place.right() for place in places] == [199, 145]


def test_a_spread_layout_asks_for_one_row_and_lives_with_less(look):
    host = QWidget()
    flow = FlowLayout(host, spacing=4, spread=True)
    for _ in range(3):
        item = QLabel()
        item.setFixedSize(50, 20)
        flow.addWidget(item)
    assert (flow.sizeHint().width(), flow.minimumSize().width()) == (158, 50)


def test_clearing_takes_everything_out(look):
    _host, flow, _places = laid_out([50, 60], 200)
    flow.clear()
    assert (flow.count(), flow.itemAt(0), flow.takeAt(0)) == (0, None, None)
