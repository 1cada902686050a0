from PySide6.QtCore import Qt

from casebook.ui.widgets.completeness_bar import CompletenessBar


def test_a_bar_keeps_within_its_limits_and_speaks(qtbot, look):
    bar = CompletenessBar(140)
    qtbot.addWidget(bar)
    assert (bar.percent, bar.accessibleName()) == (100, "100 per cent complete")
    bar.set_percent(-3)
    assert bar.percent == 0


def test_a_bar_fills_from_where_reading_begins(qtbot, look):
    bar = CompletenessBar(50)
    qtbot.addWidget(bar)
    bar.resize(100, 5)
    left = bar.grab().toImage()
    bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    right = bar.grab().toImage()
    assert left.pixelColor(20, 2) == right.pixelColor(80, 2) != left.pixelColor(80, 2)
