"""Icons from resources/icons, tinted with a colour of the theme."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from casebook import paths

SIZES = (16, 20, 24, 40, 48)
"""Pixel sizes drawn, so that icons stay sharp at 100 and 200 %."""


@lru_cache(maxsize=512)
def icon(name: str, colour: str) -> QIcon:
    """The icon `name` drawn in `colour` (#rrggbb).

    Raises:
        FileNotFoundError: there is no such icon.
    """
    source = (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    drawing = QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
    made = QIcon()
    for size in SIZES:
        pixmap = QPixmap(QSize(size, size))
        pixmap.fill(QColor(Qt.GlobalColor.transparent))
        painter = QPainter(pixmap)
        drawing.render(painter, QRectF(0, 0, size, size))
        painter.end()
        made.addPixmap(pixmap)
    return made
