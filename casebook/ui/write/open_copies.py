"""Copies of attachments that other programs show; they lie in a folder of the person's own until the window closes."""

import stat
from pathlib import Path

from PySide6.QtCore import QDir, QObject, QTemporaryDir

from casebook.domain.errors import CasebookError
from casebook.services.attaching import safe_name


class OpenCopies(QObject):
    """Holds the folder; it is removed with this object. `put` may be called in any thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Made with access for the person alone (QTemporaryDir: mode 0700).
        self._folder = QTemporaryDir(QDir.tempPath() + "/casebook-XXXXXX")

    @classmethod
    def of(cls, owner: QObject) -> "OpenCopies":
        """The copies of this window, whose `owner` lives as long as it does."""
        return owner.findChild(cls) or cls(owner)

    def put(self, digest: str, name: str, content: bytes) -> Path:
        """Write a copy that others can only read, and return where it is; one per content and name.

        Raises:
            CasebookError: it cannot be written.
        """
        folder = Path(self._folder.path()) / digest[:16]
        copy = folder / safe_name(name)
        try:
            if not self._folder.isValid():
                raise OSError(self._folder.errorString())
            folder.mkdir(mode=0o700, exist_ok=True)
            if not copy.exists():
                copy.write_bytes(content)
                copy.chmod(stat.S_IRUSR)
        except OSError as error:
            raise CasebookError(
                self.tr("“{name}” could not be opened: there is no room for a copy of it.").format(name=name)
            ) from error
        return copy
