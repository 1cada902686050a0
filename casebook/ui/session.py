"""One run of the window: application, settings, workbench and window, made in their order and let go in reverse."""

import signal
import socket
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from casebook import paths
from casebook.services.settings import load_settings
from casebook.services.vocabularies import LateVocabularies
from casebook.ui.appearance import Appearance
from casebook.ui.i18n import install_language
from casebook.ui.lasting import keep_constants
from casebook.ui.main_window import MainWindow
from casebook.ui.tasks import Cancelled, Progress
from casebook.ui.window_state import WindowState
from casebook.ui.workbench import Workbench


class Session:
    """Made by the composition root; `start` opens the window, `tell_unexpected` shows what nobody foresaw."""

    def __init__(self, app: QApplication) -> None:
        keep_constants()
        app.setApplicationName("casebook")
        app.setApplicationDisplayName("Casebook")
        app.setDesktopFileName("casebook")
        app.setWindowIcon(QIcon(str(paths.resources() / "icons" / "casebook.svg")))
        self.settings = load_settings(paths.user_config() / "settings.json")
        install_language(app, self.settings.language)
        self.appearance = Appearance(app, self.settings.theme, self.settings.text_percent)
        self.state = WindowState(paths.user_state() / "window.json")
        self.workbench = Workbench(self.settings, LateVocabularies(paths.resources() / "vocabularies"))
        self.workbench.places = self.state.places
        self.window = MainWindow(self.workbench, self.appearance, self.state)
        self._telling = False

    def start(self, library: Path | None) -> None:
        """Show the window, then open `library`, or the last one; with neither, the three ways to begin."""
        path = library or self._last()
        self.window.go("opening" if path is not None else "welcome")
        if path is not None:
            self.window.painted.connect(lambda: self._warm_up(path), Qt.ConnectionType.SingleShotConnection)
        self.window.show()

    def tell_unexpected(self, details: str, log: Path) -> None:
        """Show an error nobody foresaw, one at a time."""
        if self._telling:
            return
        from casebook.ui.dialogs.unexpected_dialog import UnexpectedDialog

        self._telling = True
        try:
            UnexpectedDialog(details, str(log), self.window).exec()
        finally:
            self._telling = False

    def _warm_up(self, path: Path) -> None:
        """Load what opening a library takes off the GUI thread, then open it."""
        self.workbench.run(
            QCoreApplication.translate("Session", "Opening {}").format(path.stem),
            self._load_heavy,
            lambda _loaded: self._open(path),
        )

    def _load_heavy(self, _progress: Progress, _cancelled: Cancelled) -> None:
        """Import what takes long: the database; read vocabularies and the names of countries."""
        import casebook.domain.grades
        import casebook.storage.backups
        import casebook.storage.library  # noqa: F401
        from casebook.iso_names import countries

        countries()
        len(self.workbench.vocabularies)

    def _open(self, path: Path) -> None:
        self.window.door.open(path)
        if self.workbench.library is None:
            self.window.go("welcome")

    def _last(self) -> Path | None:
        kept = self.state.get("library") if self.settings.reopen else ""
        return Path(kept) if kept and Path(kept).is_file() else None


class SignalDoor(QObject):
    """Closes the window, saving everything, when the system asks the process to end (SIGTERM, SIGINT, SIGHUP)."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._read, self._write = socket.socketpair()
        for end in (self._read, self._write):
            end.setblocking(False)
        self._before = signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)
        for name in ("SIGTERM", "SIGINT", "SIGHUP"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), lambda _number, _frame: None)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._close)

    def release(self) -> None:
        """Let the signals go back to what they did."""
        signal.set_wakeup_fd(self._before)
        self._notifier.setEnabled(False)
        self._read.close()
        self._write.close()

    def _close(self) -> None:
        self._read.recv(64)
        self._window.close()
        QApplication.quit()
