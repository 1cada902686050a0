"""A file of a template while it is written: saved as one types, read again when another program changes it."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

LARGEST = 1_000_000
"""Bytes of a file that is opened."""
SAVE_AFTER = 400
"""Milliseconds after the last change at which the text is saved."""
LOOK_AFTER = 100
"""Milliseconds after another program's change: many write a file in several steps."""


class TemplateFile(QObject):
    """Emits `saved`, `changed_elsewhere` with the text as another program left it, `failed` with a sentence."""

    saved = Signal()
    changed_elsewhere = Signal(str)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._text = ""
        self._pending: str | None = None
        self._rest = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._rest.timeout.connect(self.flush)
        self._look = QTimer(self, singleShot=True, interval=LOOK_AFTER)
        self._look.timeout.connect(self._read_again)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(lambda _path: self._look.start())
        self._watcher.directoryChanged.connect(lambda _path: self._look.start())

    @property
    def unsaved(self) -> bool:
        """Whether something typed is not on disk yet."""
        return self._pending is not None

    def open(self, path: Path) -> str | None:
        """The text of a file, which is watched from now on; None, with the reason told, when it cannot be read."""
        self.flush()
        self._stop_watching()
        text = self._read(path)
        if text is None:
            return None
        self._path, self._text = path, text
        self._watcher.addPaths([str(path), str(path.parent)])
        return text

    def type(self, text: str) -> None:
        """This is what it shall be; saved soon."""
        if text == self._text:
            self._pending = None
            self._rest.stop()
            return
        self._pending = text
        self._rest.start()

    def flush(self) -> None:
        """Save what is typed, now."""
        self._rest.stop()
        if self._path is None or self._pending is None:
            return
        part = self._path.with_name(f".{self._path.name}.part")
        try:
            part.write_text(self._pending, encoding="utf-8", newline="\n")
            part.replace(self._path)
        except OSError as error:
            self.failed.emit(
                self.tr("The template could not be saved ({}); what you typed is still here.").format(
                    error.strerror or error
                )
            )
            return
        self._text, self._pending = self._pending, None
        self._watch_again()
        self.saved.emit()

    def _read_again(self) -> None:
        if self._path is None or not self._path.exists():
            return
        self._watch_again()
        text = self._read(self._path)
        if text is None or text == self._text:
            return
        if self._pending is not None:
            self.failed.emit(
                self.tr("Another program changed this file as well; what you typed here is kept.")
            )
            return
        self._text = text
        self.changed_elsewhere.emit(text)

    def _read(self, path: Path) -> str | None:
        try:
            if path.stat().st_size > LARGEST:
                self.failed.emit(self.tr("“{}” is too large to be edited here.").format(path.name))
                return None
            return path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            self.failed.emit(self.tr("“{}” cannot be read ({}).").format(path.name, error))
            return None

    def _watch_again(self) -> None:
        """A file that was replaced is another one to the watcher."""
        if self._path is not None and str(self._path) not in self._watcher.files() and self._path.exists():
            self._watcher.addPath(str(self._path))

    def _stop_watching(self) -> None:
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)
