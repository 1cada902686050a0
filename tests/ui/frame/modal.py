"""Answers modal dialogs the way a person would: waits until one is there, then acts on it."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QPushButton, QWidget

EVERY = 20
"""Milliseconds between two looks."""
PATIENCE = 250
"""Looks after which nobody comes any more."""


class Answers:
    """Kept by a test; `seen` lists the dialogs that were answered."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self._waiting: list[Callable[[QWidget], None]] = []
        self._timer = QTimer(interval=EVERY)
        self._timer.timeout.connect(self._look)
        self._left = PATIENCE

    def then(self, act: Callable[[QWidget], None]) -> None:
        """Act on the next dialog that comes."""
        self._waiting.append(act)
        self._left = PATIENCE
        self._timer.start()

    def choose_files(self, *names: str) -> None:
        """Name files, or a folder, in the next file dialog."""

        def act(dialog: QWidget) -> None:
            assert isinstance(dialog, QFileDialog)
            line = dialog.findChild(QLineEdit, "fileNameEdit")
            line.setText(" ".join(f'"{name}"' for name in names) if len(names) > 1 else names[0])
            dialog.accept()

        self.then(act)

    def press(self, button: str, /, **typed: str) -> None:
        """Type into lines by their names, then press a button, in the next dialog."""

        def act(dialog: QWidget) -> None:
            for line, text in typed.items():
                dialog.findChild(QLineEdit, line).setText(text)
            dialog.findChild(QPushButton, button).click()

        self.then(act)

    def give_up(self) -> None:
        """Reject the next dialog."""
        self.then(lambda dialog: dialog.reject() if isinstance(dialog, QDialog) else None)

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        self._left -= 1
        if dialog is not None and dialog.isVisible() and self._waiting:
            self.seen.append(dialog.windowTitle())
            self._waiting.pop(0)(dialog)
        elif dialog is not None and self._left < 0 and isinstance(dialog, QDialog):
            dialog.reject()
        if not self._waiting and dialog is None:
            self._timer.stop()
