"""Casebook's own fonts, so that a window looks the same on every machine."""

from PySide6.QtGui import QFontDatabase

from casebook import paths

INTERFACE = "Noto Sans"
"""Family of the window's type."""


def register_fonts() -> None:
    """Make the bundled fonts known to Qt; where one is missing the system's take its place."""
    for file in sorted((paths.resources() / "fonts").glob("NotoSans-*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
