from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casebook.ui.widgets.elided_label import ElidedLabel

LONG = "Peacekeeping after the civil war in Liberia, from 2003 to 2018"


def test_text_that_fits_needs_no_tooltip(qtbot, look):
    label = ElidedLabel("Short")
    qtbot.addWidget(label)
    label.resize(label.sizeHint())
    assert (label.full_text, label.toolTip(), label.accessibleName()) == ("Short", "", "Short")


def test_text_that_does_not_fit_is_kept_whole_in_the_tooltip(qtbot, look):
    label = ElidedLabel(LONG, mode=Qt.TextElideMode.ElideMiddle)
    qtbot.addWidget(label)
    label.show()
    label.resize(120, 20)
    assert label.full_text == label.toolTip() == LONG
    label.resize(label.sizeHint())
    assert label.toolTip() == ""


def test_a_long_label_does_not_push_its_neighbours(qtbot, look):
    row = QWidget()
    qtbot.addWidget(row)
    layout = QHBoxLayout(row)
    layout.addWidget(ElidedLabel(LONG))
    assert row.minimumSizeHint().width() < 80


def test_line_breaks_become_blanks_and_the_text_is_drawn(qtbot, look):
    label = ElidedLabel("One\ntwo")
    qtbot.addWidget(label)
    label.resize(200, 20)
    assert label.full_text == "One two"
    image = label.grab().toImage()
    colours = {QColor(image.pixel(x, y)).name() for x in range(60) for y in range(20)}
    assert len(colours) > 1
