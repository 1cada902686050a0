"""A line for something taken from a file: says whether it is there, takes another, or takes it away."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from casebook.ui.widgets.look import with_look


class FileChoice(QWidget):
    """Emits `chosen(Path)` and `removed`."""

    chosen = Signal(object)
    removed = Signal()

    def __init__(self, name: str, title: str, kinds: str, parent: QWidget | None = None) -> None:
        """`name` begins the names of its buttons; `kinds` says which files are offered, as Qt writes it."""
        super().__init__(parent)
        self._title, self._kinds = title, kinds
        self._state = with_look(QLabel(), "muted")
        self._state.setObjectName(f"{name}-state")
        self._choose = QPushButton(self.tr("Choose…"))
        self._choose.setObjectName(f"{name}-choose")
        self._choose.setAccessibleName(self.tr("Choose: {}").format(title))
        self._choose.clicked.connect(self._ask)
        self._remove = QPushButton(self.tr("Remove"))
        self._remove.setObjectName(f"{name}-remove")
        self._remove.setAccessibleName(self.tr("Remove: {}").format(title))
        self._remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._choose)
        row.addWidget(self._remove)
        row.addWidget(self._state, 1)
        self.show_there(False)

    def show_there(self, there: bool) -> None:
        """Say whether there is one."""
        self._state.setText(self.tr("Chosen") if there else self.tr("None"))
        self._remove.setEnabled(there)

    def show_reading(self) -> None:
        """Say that a file is being looked at."""
        self._state.setText(self.tr("Looking at the file …"))

    def _ask(self) -> None:
        file, _kind = QFileDialog.getOpenFileName(self, self._title, "", self._kinds)
        if file:
            self.chosen.emit(Path(file))
