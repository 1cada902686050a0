"""In Settings: what the word lists are, and the way to them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from casebook.ui.icons import set_icon
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench


class WordListsDoor(QWidget):
    """A heading, a sentence and a button."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = with_look(
            QLabel(
                self.tr(
                    "The words that fields are filled from: challenges, frameworks, roles and others. A library may "
                    "have its own; they are kept in it, for everybody who works with it."
                )
            ),
            "small",
        )
        words.setWordWrap(True)
        button = QPushButton(self.tr("Word lists…"))
        button.setObjectName("word-lists-door")
        set_icon(button, "list", "ink")
        button.clicked.connect(lambda: workbench.workspace_requested.emit("word-lists"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 20, 0, 0)
        column.setSpacing(8)
        column.addWidget(with_look(QLabel(self.tr("Words").upper()), "caps"))
        column.addWidget(words)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
