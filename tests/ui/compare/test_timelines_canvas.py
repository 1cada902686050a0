import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip

from casebook.domain.lanes import axis_of, lane_of
from casebook.ui.compare.timelines_canvas import TimelinesCanvas
from tests.domain.test_lanes import WORDING, case

LANES = [
    lane_of(case("liberia", "2003/2018", ("2003-08-18", "Peace"), ("2010", "Some time")), WORDING),
    lane_of(case("iraq", "2003/2011", ("2003-05-23", "Order"), ("2009", "Training")), WORDING),
]


@pytest.fixture
def canvas(qtbot, look):
    made = TimelinesCanvas()
    qtbot.addWidget(made)
    made.resize(900, 260)
    made.show()
    made.show_lanes(LANES, axis_of(LANES), {"agreement": 2})
    return made


def point(canvas, lane, at):
    return canvas.mark_point(LANES[lane].marks[at].record_id).toPoint()


def test_arrows_walk_from_event_to_event_and_tell_it(canvas, qtbot):
    told = []
    canvas.told.connect(told.append)
    canvas.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left):
        qtbot.keyClick(canvas, key)
    assert [words.partition(". ")[2].partition(":")[0] for words in told] == [
        "18 August 2003",
        "2010",
        "2009",
        "23 May 2003",
    ]
    assert canvas.accessibleDescription() == told[-1]
    with qtbot.waitSignal(canvas.opened) as wish:
        qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert wish.args == ["iraq", LANES[1].marks[0].record_id]


def test_the_mouse_tells_chooses_and_opens(canvas, qtbot):
    at = point(canvas, 0, 0)
    QApplication.sendEvent(
        canvas.viewport(), QHelpEvent(QHelpEvent.Type.ToolTip, at, canvas.viewport().mapToGlobal(at))
    )
    assert QToolTip.text() == "18 August 2003: Peace (Agreement)"
    QToolTip.hideText()
    qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert canvas.current.title == "Peace"
    with qtbot.waitSignal(canvas.opened):
        qtbot.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_keys_and_wheel_zoom_and_nought_shows_all(canvas, qtbot):
    whole = canvas.window_
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.window_.last - canvas.window_.first < whole.last - whole.first
    before = canvas.window_
    turn = QWheelEvent(
        QPointF(500, 100),
        QPointF(canvas.viewport().mapToGlobal(QPoint(500, 100))),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas.viewport(), turn)
    assert canvas.window_.last - canvas.window_.first < before.last - before.first
    qtbot.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.window_.is_whole


def test_dragging_moves_the_axis(canvas, qtbot):
    canvas.zoom(4)
    before = canvas.window_.first
    start = QPoint(600, 250)
    qtbot.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(canvas.viewport(), start - QPoint(80, 0))
    qtbot.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=start - QPoint(80, 0))
    assert canvas.window_.first > before


def test_an_event_out_of_view_is_brought_into_it(canvas, qtbot):
    canvas.setFocus()
    canvas.zoom(8, canvas.window_.width)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    at = canvas.mark_point(canvas.current.record_id)
    assert 0 <= at.x() <= canvas.viewport().width()


def test_the_picture_holds_every_lane(canvas):
    canvas.resize(900, 90)
    assert canvas.picture().height() > canvas.viewport().height() * 1.5


def test_nothing_to_show_does_no_harm(canvas, qtbot):
    canvas.show_lanes([], None, {})
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.current is None
    assert canvas.placed_at(QPoint(10, 10)) is None
