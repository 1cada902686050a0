"""The one undo command: it holds a change and knows nothing of what the change is about."""

import time
from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from casebook.domain.changes import Change, SetField

PAUSE = 2.0
"""Seconds without a key after which typing starts a new undo step."""

TYPING = 1
"""Qt merges only commands with the same id; -1 never merges."""


class ChangeCommand(QUndoCommand):
    """Applies a change on redo and its inverse on undo."""

    def __init__(
        self, change: Change, apply: Callable[[Change], bool], text: str, *, typing: bool = False
    ) -> None:
        """`apply` says whether the change could be made; `text` is shown in the Edit menu behind "Undo".

        `typing` says that the change is a keystroke or two, which may merge with the next.
        """
        super().__init__(text)
        self._typing = typing
        self._change = change
        self._apply = apply
        self._at = time.monotonic()

    def redo(self) -> None:
        """Apply the change."""
        self.setObsolete(not self._apply(self._change))

    def undo(self) -> None:
        """Apply its inverse."""
        self.setObsolete(not self._apply(self._change.inverse()))

    def id(self) -> int:
        """Typing may merge; nothing else does."""
        return TYPING if self._typing else -1

    def mergeWith(self, later: QUndoCommand) -> bool:
        """Take in the next keystroke if it follows within PAUSE and goes on in the same field."""
        if not isinstance(later, ChangeCommand) or later._at - self._at > PAUSE:
            return False
        if later.isObsolete():  # it could not be made, so there is nothing to take in
            return False
        merged = self._change.merged_with(later._change)
        if not isinstance(merged, SetField):
            return False
        self._change, self._at = merged, later._at
        self.setObsolete(merged.old == merged.new)
        return True
