"""One thing that is withheld, as a line to click on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from casebook.ui.publish.receipt_words import WithheldLine
from casebook.ui.widgets.look import with_look


class WithheldRow(QFrame):
    """Emits `clicked` on a click, Enter or Space."""

    clicked = Signal()

    def __init__(self, line: WithheldLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "row")
        self.setObjectName(f"withheld-{line.record_id}-{line.field}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("{}, {}: go to it in Write").format(line.what, line.facts))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(0)
        for text, look in ((line.what, ""), (line.facts, "small")):
            label = with_look(QLabel(text), look)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setVisible(bool(text))
            column.addWidget(label)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()
