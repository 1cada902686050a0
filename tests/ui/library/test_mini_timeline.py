from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from casebook.domain.dates import When
from casebook.ui.library.case_digest import Moment
from casebook.ui.library.mini_timeline import MiniTimeline

MOMENTS = (
    Moment(when=When("2003-08-18"), words="18 August 2003: peace agreement", turning=True),
    Moment(when=When("2005"), words="2005: election", turning=False),
    Moment(when=When("2018"), words="2018: mission closes", turning=False),
)


def made(qtbot):
    line = MiniTimeline()
    qtbot.addWidget(line)
    line.resize(300, line.sizeHint().height())
    line.show()
    line.show_moments(MOMENTS)
    return line


def test_it_speaks_its_events(qtbot, look):
    assert "peace agreement" in made(qtbot).accessibleDescription()


def test_events_stand_in_their_order_in_time(qtbot, look):
    line = made(qtbot)
    left = line._places()
    assert left == sorted(left) and left[2] - left[1] > left[1] - left[0]
    line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    right = line._places()
    assert right == sorted(right, reverse=True)


def test_a_dot_tells_its_event(qtbot, look):
    line = made(qtbot)
    at = QPoint(round(line._places()[0]), 10)
    QApplication.sendEvent(line, QHelpEvent(QEvent.Type.ToolTip, at, line.mapToGlobal(at)))
    assert QToolTip.text() == "18 August 2003: peace agreement"
    QToolTip.hideText()


def test_nothing_and_one_event_are_drawn_without_trouble(qtbot, look):
    line = MiniTimeline()
    qtbot.addWidget(line)
    line.resize(200, 40)
    empty = line.grab().toImage()
    line.show_moments(MOMENTS[:1])
    assert line.grab().toImage() != empty
