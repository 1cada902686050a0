"""Light or dark, and how large: applied to the whole application, followed from the system, switched at once."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from casebook.ui.fonts import INTERFACE, register_fonts
from casebook.ui.icons import refresh_icons
from casebook.ui.theme import DARK, LIGHT, Tokens, apply_theme, system_is_dark

SMALLEST, LARGEST, STEP = 100, 200, 10
"""Text sizes in per cent."""


class Appearance(QObject):
    """Holds the application's look; emits `changed` after it was applied."""

    changed = Signal()

    def __init__(self, app: QApplication, theme: str = "system", text_percent: int = 100) -> None:
        """`theme` is "system", "light" or "dark"."""
        super().__init__(app)
        self._app = app
        self.theme = theme
        self.text_percent = text_percent
        register_fonts()
        app.setFont(QFont(INTERFACE))
        app.styleHints().colorSchemeChanged.connect(self._on_system_change)
        self.apply(theme, text_percent)

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        dark = self.theme == "dark" or (self.theme == "system" and system_is_dark())
        return DARK if dark else LIGHT

    def apply(self, theme: str, text_percent: int) -> None:
        """Give every window this look now."""
        self.theme = theme
        self.text_percent = max(SMALLEST, min(LARGEST, text_percent))
        apply_theme(self._app, self.tokens, text_percent=self.text_percent)
        for window in self._app.topLevelWidgets():
            refresh_icons(window)
        self.changed.emit()

    def _on_system_change(self, _scheme: Qt.ColorScheme) -> None:
        if self.theme == "system":
            self.apply(self.theme, self.text_percent)
