from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from casebook.ui.compare.glyphs import SHAPES, GlyphKey, draw_glyph


def picture(kind):
    image = QImage(40, 40, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setBrush(QColor("black"))
    draw_glyph(painter, kind, QPointF(20, 20), 12)
    painter.end()
    return image


def test_every_sign_is_another(look):
    pictures = [picture(kind) for kind in range(len(SHAPES))]
    for at, one in enumerate(pictures):
        assert all(one != other for other in pictures[at + 1 :])
    assert picture(len(SHAPES)) == pictures[0]


def test_the_key_says_what_it_stands_for(qtbot, look):
    key = GlyphKey(3, "Agreement")
    qtbot.addWidget(key)
    assert key.accessibleName() == "Agreement"
    assert key.sizeHint().width() > key.fontMetrics().horizontalAdvance("Agreement")
    assert key.grab().toImage() != GlyphKey(4, "Agreement").grab().toImage()
