import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from casebook.ui.library.map_tools import MapTools


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("map-nearer", "nearer"),
        ("map-further", "further"),
        ("map-fit", "everything"),
        ("map-view", "view_wanted"),
        ("map-draw", "drawing"),
    ],
)
def test_each_button_says_what_it_does_and_does_it(qtbot, look, name, signal):
    tools = MapTools()
    qtbot.addWidget(tools)
    tools.show()
    button = tools.findChild(QToolButton, name)
    assert button.toolTip() and button.accessibleName() and not button.icon().isNull()
    with qtbot.waitSignal(getattr(tools, signal)):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
