from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QPushButton

from casebook.ui.publish.progress_strip import ProgressStrip
from casebook.ui.widgets.elided_label import ElidedLabel


def test_it_tells_how_far_it_is_and_can_be_stopped(look, qtbot):
    strip = ProgressStrip()
    qtbot.addWidget(strip)
    assert not strip.isVisible()
    strip.begin()
    bar, doing = strip.findChild(QProgressBar), strip.findChild(ElidedLabel, "doing")
    assert strip.isVisible() and bar.value() == 0 and bar.accessibleName()
    strip.advance(0.25, "Liberia")
    assert (bar.value() / bar.maximum(), doing.full_text) == (0.25, "Exporting Liberia")
    with qtbot.waitSignal(strip.stop_wanted):
        qtbot.mouseClick(strip.findChild(QPushButton, "cancel-export"), Qt.MouseButton.LeftButton)
