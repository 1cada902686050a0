"""Casebook's own fonts, so that a window looks the same on every machine."""

from functools import lru_cache

from PySide6.QtGui import QFontDatabase

from casebook import paths

INTERFACE = "Noto Sans"
"""Family of the window's type."""

STYLES = ("Regular", "Italic", "SemiBold", "Bold")
"""What the window is set in; each file stays in memory."""


def register_fonts() -> None:
    """Make the bundled fonts known to Qt; where one is missing the system's take its place."""
    for style in STYLES:
        QFontDatabase.addApplicationFont(str(paths.resources() / "fonts" / f"NotoSans-{style}.ttf"))


@lru_cache(maxsize=1)
def register_report_font() -> None:
    """Make the letters that reports are read in known to Qt, where a page is drawn in the window."""
    QFontDatabase.addApplicationFont(str(paths.resources() / "fonts" / "NotoSerif-Regular.ttf"))
