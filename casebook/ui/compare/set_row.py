"""A set that was chosen, with a cross to take it out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from casebook.ui.icons import set_icon
from casebook.ui.widgets.look import with_look


class SetRow(QWidget):
    """Emits `dropped` when the cross is pressed."""

    dropped = Signal()

    def __init__(self, words: str, name: str, parent: QWidget | None = None) -> None:
        """`name` is the object name of the cross."""
        super().__init__(parent)
        self.words = words
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        cross = with_look(QToolButton(), "plain")
        cross.setObjectName(name)
        cross.setAccessibleName(self.tr("Take out {}").format(words))
        cross.setToolTip(self.tr("Take out"))
        set_icon(cross, "x", "muted")
        cross.clicked.connect(self.dropped)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label, 1)
        row.addWidget(cross)
