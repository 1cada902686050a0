"""The search field: a line that offers what may stand where one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from casebook.ui.icons import icon
from casebook.ui.library.search_completer import SearchCompleter
from casebook.ui.theme import tokens_of

if TYPE_CHECKING:
    from casebook.services.completing import Suggestion


Suggest = Callable[[str, int, bool], Sequence["Suggestion"]]
"""Asks what fits: the text, the place of the cursor, whether it was asked for by key."""

TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class SearchLine(QLineEdit):
    """Suggestions open while a field or its value is typed, and with Ctrl+Space or Down; Enter or Tab takes one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.suggest: Suggest = lambda _text, _cursor, _asked: ()
        self.setPlaceholderText(self.tr("Search everything: words, “a phrase”, status:draft, country:LR …"))
        self.setAccessibleName(self.tr("Search the cases"))
        self.setAccessibleDescription(self.tr("Ctrl+Space or Down offers what can be asked for"))
        self.setClearButtonEnabled(True)
        self.setMaxLength(1000)
        self.addAction(icon("search", tokens_of(self).muted), QLineEdit.ActionPosition.LeadingPosition)
        self._completer = SearchCompleter(self, self)
        self._completer.list.installEventFilter(self)
        self.textEdited.connect(lambda _text: self._offer(asked=False))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asks = event.key() == Qt.Key.Key_Down or (
            event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        )
        if asks:
            self._offer(asked=True)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the open list Enter and Tab take the marked line; without one, Enter goes on to the cases."""
        if watched is self._completer.list and isinstance(event, QKeyEvent) and self._takes(event):
            return True
        return super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or event.key() not in TAKING:
            return False
        if not self._completer.take_current():
            self._completer.list.hide()
            self.returnPressed.emit()
        return True

    def _offer(self, *, asked: bool) -> None:
        self._completer.offer(self.suggest(self.text(), self.cursorPosition(), asked))
