"""What the View and Help menus do with the window itself: its look, its size, its dialogs."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMainWindow

from casebook import paths
from casebook.domain.errors import CasebookError
from casebook.services.settings import save_settings
from casebook.ui.appearance import STEP, Appearance
from casebook.ui.workbench import Workbench

USUAL_SIZE = 100
"""Per cent."""


class ViewCommands(QObject):
    """Each takes effect at once; what is set is kept."""

    def __init__(self, workbench: Workbench, appearance: Appearance, window: QMainWindow) -> None:
        """`window` is the parent of the dialogs."""
        super().__init__(window)
        self._workbench = workbench
        self._appearance = appearance
        self._window = window

    def doers(self) -> dict[str, Callable[[], object]]:
        """What carries out each action, by its key."""

        def theme(name: str) -> Callable[[], None]:
            return lambda: self.look(theme=name)

        return {
            **{f"theme-{name}": theme(name) for name in ("system", "light", "dark")},
            "larger": lambda: self.look(percent=self._appearance.text_percent + STEP),
            "smaller": lambda: self.look(percent=self._appearance.text_percent - STEP),
            "usual-size": lambda: self.look(percent=USUAL_SIZE),
            "full-screen": self.toggle_full_screen,
            "shortcuts": self.show_shortcuts,
            "show-log": self.show_log,
            "about": self.show_about,
        }

    def look(self, *, theme: str = "", percent: int = 0) -> None:
        """Change colours or size of text, and keep the change."""
        settings = self._workbench.settings
        settings.theme = theme or settings.theme
        self._appearance.apply(settings.theme, percent or settings.text_percent)
        settings.text_percent = self._appearance.text_percent
        try:
            save_settings(settings, paths.user_config() / "settings.json")
        except CasebookError as error:
            self._workbench.problem.emit(str(error))

    def toggle_full_screen(self) -> None:
        """Fill the screen, or stop doing so."""
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

    def show_shortcuts(self) -> None:
        """List the keys."""
        from casebook.ui.dialogs.shortcuts_dialog import ShortcutsDialog

        ShortcutsDialog(self._window).exec()

    def show_about(self) -> None:
        """Say what this is."""
        from casebook.ui.dialogs.about_dialog import AboutDialog

        AboutDialog(self._window).exec()

    def show_log(self) -> None:
        """Show the folder of the log in the system's way."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths.user_state())))
