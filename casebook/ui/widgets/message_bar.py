"""A bar with one sentence, at most one thing to do about it, and a way to put it away."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from casebook.ui.icons import icon
from casebook.ui.theme import State, tokens_of
from casebook.ui.widgets.look import set_style_property, with_look


class MessageBar(QFrame):
    """Shows one message at a time; never takes the focus, never blocks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._callback: Callable[[], object] | None = None
        with_look(self, "message")
        self.setProperty("state", "notice")
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = with_look(QPushButton(), "message")
        self._action.setObjectName("message-action")
        self._action.clicked.connect(self._act)
        self._close = with_look(QToolButton(), "message")
        self._close.setObjectName("message-close")
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self._label, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown."""
        return self._label.text()

    def show_message(
        self,
        sentence: str,
        state: State = "notice",
        action_text: str = "",
        callback: Callable[[], object] | None = None,
        seconds: float = 0,
    ) -> None:
        """Show a sentence; `callback` runs when `action_text` is pressed; gone after `seconds`, 0 keeps it."""
        self._callback = callback
        self._label.setText(sentence)
        self.setAccessibleName(sentence)
        self._action.setText(action_text)
        self._action.setVisible(callback is not None and bool(action_text))
        for widget in (self, self._label, self._action, self._close):
            set_style_property(widget, "state", state)
        self._close.setIcon(icon("x", self.ink(state)))
        self._timer.stop()
        if seconds > 0:
            self._timer.start(round(seconds * 1000))
        self.show()
        self.raise_()

    def ink(self, state: State) -> str:
        """The colour (#rrggbb) of what is written in this state."""
        return tokens_of(self).state(state)[1].name()

    def _act(self) -> None:
        callback = self._callback
        self.hide()
        if callback is not None:
            callback()
