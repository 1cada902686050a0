"""Icons from resources/icons, tinted with a colour of the theme."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QWidget

from casebook import paths
from casebook.ui.theme import Tokens, tokens_of

SIZES = (16, 20, 24, 32, 48)
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


def set_icon(button: QAbstractButton, name: str, colour: str = "ink") -> None:
    """Give a button an icon in a colour of the theme, named as in Tokens; it follows when the theme changes."""
    button.setProperty("icon_name", name)
    button.setProperty("icon_colour", colour)
    _tint(button, tokens_of(button))


def refresh_icons(window: QWidget) -> None:
    """Draw every icon set by `set_icon` below `window` in the colours now in force."""
    tokens = tokens_of(window)
    for button in window.findChildren(QAbstractButton):
        if button.property("icon_name"):
            _tint(button, tokens)


def _tint(button: QAbstractButton, tokens: Tokens) -> None:
    button.setIcon(icon(button.property("icon_name"), getattr(tokens, button.property("icon_colour"))))
