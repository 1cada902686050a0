"""A line to look for words in the pages."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from casebook.ui.icons import set_icon
from casebook.ui.widgets.look import with_look


class FindBar(QFrame):
    """Emits `sought(text)` while typing, `stepped(±1)` for the next and the previous place, `closed`."""

    sought = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "bar")
        self._field = QLineEdit()
        self._field.setObjectName("find-in-pages")
        self._field.setPlaceholderText(self.tr("Find in the pages"))
        self._field.setAccessibleName(self.tr("Find in the pages"))
        self._field.textChanged.connect(self.sought)
        self._count = with_look(QLabel(), "muted")
        self._count.setObjectName("found-in-pages")
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 6, 12, 6)
        row.setSpacing(4)
        row.addWidget(self._field, 1)
        row.addWidget(self._count)
        row.addWidget(self._button("found-previous", "chevron-up", self.tr("Previous place"), -1))
        row.addWidget(self._button("found-next", "chevron-down", self.tr("Next place"), 1))
        row.addWidget(self._button("found-close", "x", self.tr("Stop finding"), 0))
        self.hide()

    @property
    def text(self) -> str:
        """What is looked for; empty while the bar is hidden."""
        return "" if self.isHidden() else self._field.text()

    def open(self) -> None:
        """Show the line, ready to type."""
        self.show()
        self._field.setFocus()
        self._field.selectAll()
        self.sought.emit(self._field.text())

    def show_count(self, at: int, of: int) -> None:
        """Say how many places there are and which is shown, counted from 0."""
        words = self.tr("{} of {}").format(at + 1, of) if of else self.tr("Not found")
        self._count.setText(words if self._field.text() else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return and Shift+Return step, Escape closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def _button(self, name: str, icon: str, words: str, step: int) -> QToolButton:
        button = with_look(QToolButton(), "plain")
        button.setObjectName(name)
        button.setToolTip(words)
        button.setAccessibleName(words)
        set_icon(button, icon)
        button.clicked.connect(lambda: self.stepped.emit(step) if step else self._close())
        return button
