"""A quiet notice that floats above the foot of its parent for a few seconds, with Undo where there is one."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from casebook.ui.theme import State, tokens_of
from casebook.ui.widgets.look import with_look
from casebook.ui.widgets.message_bar import MessageBar

WIDEST, FOOT = 560, 48
"""Pixels: width of the notice, and its distance from the foot of the parent."""


class Toast(MessageBar):
    """Stands over its parent and follows its size."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        with_look(self, "toast")
        parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._host and self.isVisible():
            self._settle()
        return False

    def show_notice(self, sentence: str, action_text: str = "", callback: object = None) -> None:
        """Show a sentence for as long as it takes to read; longer when something can be done about it."""
        act = callback if callable(callback) else None
        seconds = 4 + len(sentence) / 20 + (6 if act else 0)
        self.show_message(sentence, "neutral", action_text, act, seconds)
        self._settle()

    def ink(self, _state: State) -> str:
        return tokens_of(self).rail_ink

    def _settle(self) -> None:
        parent = self._host
        width = min(max(parent.width() - 2 * FOOT, 200), max(WIDEST, self.sizeHint().width()))
        height = max(self.heightForWidth(width), self.sizeHint().height())
        self.setGeometry((parent.width() - width) // 2, parent.height() - height - FOOT, width, height)
