"""Takes in files that are dropped."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent


def accept_copy(event: QDropEvent) -> None:
    """Accept what is dragged here as a copy: the program it comes from would delete what was moved."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
