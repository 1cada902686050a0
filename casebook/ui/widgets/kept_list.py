"""A list of things a library keeps by name."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QWidget

from casebook.ui.widgets.line_delegate import LineDelegate
from casebook.ui.widgets.look import with_look


class KeptList(QListWidget):
    """Delete takes the chosen one away, Enter opens it, F2 renames it."""

    delete_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "lists")
        self.setProperty("pane", True)
        self.setItemDelegate(LineDelegate(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self.itemActivated.emit(self.currentItem())
        else:
            super().keyPressEvent(event)
