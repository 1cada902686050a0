from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from casebook.ui.compare.stamps import KEPT, Stamps

SIZE = QSize(8, 8)


def test_a_picture_is_drawn_once(qtbot, look):
    widget = QWidget()
    qtbot.addWidget(widget)
    stamps, drawn = Stamps(widget), []

    def draw(painter, box):
        drawn.append(box.size())
        painter.fillRect(box, QColor("red"))

    stamps.begin()
    first = stamps.get("a", SIZE, draw)
    assert stamps.get("a", SIZE, draw).cacheKey() == first.cacheKey()
    assert drawn == [SIZE]
    assert first.toImage().pixelColor(3, 3) == QColor("red")
    stamps.forget()
    stamps.get("a", SIZE, draw)
    assert len(drawn) == 2


def test_another_type_size_draws_anew(qtbot, look):
    widget = QWidget()
    qtbot.addWidget(widget)
    stamps, drawn = Stamps(widget), []
    for pixels in (13, 13, 26):
        font = widget.font()
        font.setPixelSize(pixels)
        widget.setFont(font)
        stamps.begin()
        stamps.get("a", SIZE, lambda _painter, box: drawn.append(box))
    assert len(drawn) == 2


def test_memory_is_bounded(qtbot, look):
    widget = QWidget()
    qtbot.addWidget(widget)
    stamps = Stamps(widget)
    for number in range(KEPT + 10):
        stamps.get(number, QSize(1, 1), lambda _painter, _box: None)
    assert len(stamps._kept) == KEPT
