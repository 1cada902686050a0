"""Takes in files that are dropped."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent


def accept_copy(event: QDropEvent) -> None:
    """Accept what is dragged here as a copy: the program it comes from would delete what was moved."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def dropped_files(event: QDropEvent) -> list[Path]:
    """The files of this computer among what is dragged."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
