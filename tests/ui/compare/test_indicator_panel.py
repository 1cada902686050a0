import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from casebook.domain.panels import Role, panels_of
from casebook.ui.compare.indicator_panel import IndicatorPanel
from tests.domain.test_panels import CHAD, IRAQ, LIBERIA, WORDING


@pytest.fixture
def panel(qtbot, look):
    shared = panels_of([LIBERIA, IRAQ, CHAD], WORDING)
    made = IndicatorPanel(next(one for one in shared if len(one.series) == 2), WORDING)
    qtbot.addWidget(made)
    made.resize(420, made.sizeHint().height())
    made.show()
    return made


def test_it_can_be_heard(panel):
    assert panel.accessibleName().startswith("Women in the police, per cent. Liberia: baseline 2")


def test_the_keyboard_walks_its_lines_and_opens_one(panel, qtbot):
    panel.setFocus()
    qtbot.keyClick(panel, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.opened) as wish:
        qtbot.keyClick(panel, Qt.Key.Key_Return)
    assert wish.args == ["iraq", panel.panel.series[1].record_id]


def test_a_press_opens_the_line_under_the_mouse(panel, qtbot):
    with qtbot.waitSignal(panel.opened) as wish:
        qtbot.mouseClick(panel, Qt.MouseButton.LeftButton, pos=panel._line_box(0).center().toPoint())
    assert wish.args[0] == "liberia"


def test_a_point_tells_its_value(panel):
    box = panel._line_box(0)
    target = next(point for point in panel.panel.series[0].points if point.role is Role.TARGET)
    inner = box.adjusted(14, 0, -14, 0)
    at = QPoint(round(panel._x(target.number, inner)), round(box.center().y()))
    QApplication.sendEvent(panel, QHelpEvent(QHelpEvent.Type.ToolTip, at, panel.mapToGlobal(at)))
    assert "target: 20 per cent" in QToolTip.text()
    QToolTip.hideText()


def test_other_units_are_flagged(panel, qtbot):
    plain = IndicatorPanel(panels_of([LIBERIA, IRAQ], WORDING)[0], WORDING)
    qtbot.addWidget(plain)
    plain.resize(panel.size())
    assert plain.grab().toImage() != panel.grab().toImage()
    assert panel.panel.other_units == ("officers",)
