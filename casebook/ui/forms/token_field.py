"""Chosen words in a row, with a line behind them to add more."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from casebook.ui.forms.token import Token
from casebook.ui.theme import State
from casebook.ui.widgets.flow_layout import FlowLayout
from casebook.ui.widgets.look import set_style_property, with_look


class TokenField(QFrame):
    """Holds the order of the words; says when a person removes, moves or opens one."""

    removed = Signal(int)
    moved = Signal(int, int)
    """(from position, to position)"""
    opened = Signal(int)
    clicked = Signal()
    left = Signal()
    """The keyboard left the field as a whole."""

    def __init__(self, line: QLineEdit, parent: QWidget | None = None) -> None:
        """`line` is where new words are typed; the field takes it in."""
        super().__init__(parent)
        with_look(self, "field")
        self.line = with_look(line, "bare")
        self.tokens: list[Token] = []
        self._flow = FlowLayout(self, spacing=4)
        self._flow.setContentsMargins(6, 4, 6, 4)
        line.setParent(self)
        line.setMinimumWidth(self.fontMetrics().averageCharWidth() * 14)
        self._flow.addWidget(line)
        line.installEventFilter(self)

    def show_words(self, words: Sequence[tuple[str, bool]]) -> None:
        """Show these (word, can be opened), in order; tokens are used again."""
        while len(self.tokens) > len(words):
            token = self.tokens.pop()
            if token.hasFocus():
                self.line.setFocus()
            token.hide()
            self._flow.removeWidget(token)
            token.deleteLater()
        for token, (word, opens) in zip(self.tokens, words, strict=False):
            token.show_word(word, opens=opens)
        if len(words) > len(self.tokens):
            self._flow.setEnabled(False)  # else the whole window is laid out anew for each token
            self._flow.removeWidget(self.line)
            for word, opens in words[len(self.tokens) :]:
                self._add(word, opens)
            self._flow.addWidget(self.line)
            self._flow.setEnabled(True)
        self._flow.invalidate()
        self.updateGeometry()

    def show_states(self, states: Sequence[State]) -> None:
        """Show each word in the colours of a state."""
        for token, state in zip(self.tokens, states, strict=True):
            token.show_state(state)

    def focus_token(self, at: int) -> None:
        """Put the keyboard on a token; past the last one is the line."""
        if 0 <= at < len(self.tokens):
            self.tokens[at].setFocus(Qt.FocusReason.OtherFocusReason)
        elif at >= len(self.tokens):
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def has_keyboard(self) -> bool:
        """Whether the line or one of the tokens has it."""
        return self.line.hasFocus() or any(token.hasFocus() for token in self.tokens)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.line.setFocus(Qt.FocusReason.MouseFocusReason)
        self.clicked.emit()
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            inside = event.type() == QEvent.Type.FocusIn
            set_style_property(self, "focused", "true" if inside else "")
            if not inside and not self.has_keyboard() and watched is not self.line:
                self.left.emit()
        if watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._goes_back(event)
        return False

    def _goes_back(self, event: QKeyEvent) -> bool:
        """From the start of the line: Backspace removes the last word, the arrow goes to it."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        back = Qt.Key.Key_Right if mirrored else Qt.Key.Key_Left
        if self.line.cursorPosition() or self.line.hasSelectedText() or not self.tokens or event.modifiers():
            return False
        if event.key() == Qt.Key.Key_Backspace:
            self.removed.emit(len(self.tokens) - 1)
        elif event.key() == back:
            self.focus_token(len(self.tokens) - 1)
        else:
            return False
        return True

    def _add(self, word: str, opens: bool) -> None:
        token = Token(word, self, opens=opens)
        token.installEventFilter(self)
        token.removed.connect(lambda: self._remove(token))
        token.opened.connect(lambda: self.opened.emit(self.tokens.index(token)))
        token.left.connect(lambda step: self.focus_token(self.tokens.index(token) + step))
        token.moved.connect(lambda step: self._move(token, step))
        self.tokens.append(token)
        self._flow.addWidget(token)
        token.show()

    def _remove(self, token: Token) -> None:
        at = self.tokens.index(token)
        had = token.hasFocus()
        self.removed.emit(at)
        if had:
            self.focus_token(min(at, len(self.tokens)))

    def _move(self, token: Token, step: int) -> None:
        start = self.tokens.index(token)
        end = start + step
        if 0 <= end < len(self.tokens):
            self.moved.emit(start, end)
            self.focus_token(end)
