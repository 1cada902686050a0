"""What an empty place shows: what belongs here, and the one next step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from casebook.ui.widgets.look import with_look

MEASURE = 62
"""Widest the text runs, in characters."""


class EmptyState(QScrollArea):
    """A title, a sentence and at most one button; emits `action` when the button is used.

    In a place too low for its words it scrolls.
    """

    action = Signal()

    def __init__(
        self, title: str = "", text: str = "", action_text: str = "", parent: QWidget | None = None
    ) -> None:
        """Without `action_text` there is no button."""
        super().__init__(parent)
        self._title = with_look(QLabel(), "title")
        self._text = with_look(QLabel(), "muted")
        self._button = with_look(QPushButton(), "primary")
        self._button.setObjectName("empty-action")
        self._button.clicked.connect(self.action)
        self._button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        self._column = column = QVBoxLayout(page)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(2)
        for label in (self._title, self._text):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label, 0)
        column.addSpacing(8)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.setWidget(page)
        self.show_words(title, text, action_text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines short enough to read."""
        super().resizeEvent(event)
        side = max(24, (self.width() - self.fontMetrics().averageCharWidth() * MEASURE) // 2)
        if self._column.contentsMargins().left() != side:
            self._column.setContentsMargins(side, 24, side, 24)

    @property
    def button(self) -> QPushButton:
        """The one next step."""
        return self._button

    def show_words(self, title: str, text: str, action_text: str = "") -> None:
        """Show another title, sentence and next step."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._button.setText(action_text)
        self._button.setVisible(bool(action_text))
        self.setAccessibleName(f"{title}. {text}")
